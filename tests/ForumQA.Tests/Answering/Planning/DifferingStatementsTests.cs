using ForumQA.Answering;

namespace ForumQA.Tests.Answering.Planning;

/// <summary>Documents that do not agree.</summary>
public sealed class DifferingStatementsTests
{
    private const string Report = """
        ---
        title: Annual report
        date: 2022-03-01
        ---
        # The library
        The Harlow Library was opened in 1931. The Harlow Library holds 42,000 books. The director of the Harlow Library is Anna Bell.
        The roof of the Harlow Library was repaired in May 2020.
        """;

    private const string Guide = """
        ---
        title: Town guide
        date: 2019-06-10
        ---
        # Sights
        The Harlow Library was opened in 1934. The Harlow Library holds 38,500 books. The director of the Harlow Library is Peter Ross.
        The Harlow Museum was opened in 1950. The roof of the Harlow Library was repaired in May 2020.
        """;

    [Theory]
    [InlineData("When was the Harlow Library opened?", "1931", "1934")]
    [InlineData("How many books does the Harlow Library hold?", "42,000", "38,500")]
    [InlineData("Who is the director of the Harlow Library?", "Anna Bell", "Peter Ross")]
    [InlineData("Was the Harlow Library opened in 1931?", "1931", "1934")]
    public async Task Are_both_quoted_with_their_documents_and_dates_and_are_said_to_differ(string question, string first, string second)
    {
        var answer = await AskAsync(question);

        Assert.Equal(AnswerStatus.Answered, answer.Status);
        Assert.StartsWith("The documents differ", answer.Lead, StringComparison.Ordinal);
        Assert.Contains(answer.Sentences, sentence => sentence.Group == "Annual report (2022-03-01)" && sentence.Text.Contains(first, StringComparison.Ordinal));
        Assert.Contains(answer.Sentences, sentence => sentence.Group == "Town guide (2019-06-10)" && sentence.Text.Contains(second, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("When was the roof of the Harlow Library repaired?")]
    [InlineData("When was the Harlow Museum opened?")]
    public async Task Where_they_agree_or_speak_of_something_else_nothing_is_said_to_differ(string question)
    {
        var answer = await AskAsync(question);

        Assert.NotEmpty(answer.Sentences);
        Assert.DoesNotContain("differ", answer.Lead ?? "", StringComparison.Ordinal);
    }

    private static async Task<Answer> AskAsync(string question)
    {
        await using var corpus = await QuotedCorpus.CreateAsync(("report.md", Report), ("guide.md", Guide));
        return await corpus.AskAsync(question);
    }
}
