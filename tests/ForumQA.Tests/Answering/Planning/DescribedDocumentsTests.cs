using ForumQA.Answering;

namespace ForumQA.Tests.Answering.Planning;

/// <summary>Documents that are called by their kind, with a date, a writer or a subject.</summary>
public sealed class DescribedDocumentsTests
{
    private static readonly (string, string)[] Papers =
    [
        ("minutes-2025-11-12.txt", "ELMWOOD TRUST\n\nMinutes of the meeting of trustees held on 12 November 2025.\n\nThe roof is to be mended in June. The price of the ticket goes up to seven pounds. The next meeting is on 18 February 2026."),
        ("minutes-2026-02-18.txt", "ELMWOOD TRUST\n\nMinutes of the meeting of trustees held on 18 February 2026.\n\nThe grant was turned down. A new trustee was welcomed. The floor is to be waxed in September."),
        ("letter-charges.txt", "From the Treasurer, Colm Bray\n\nDear members,\n\nthe monthly charge goes up in April. The reserve is too small. This is my last letter."),
        ("letter-mice.txt", "From the caretaker, Ida Moor\n\nDear members,\n\nthere are mice in the cellar. Please leave no food there. Traps stand behind the boiler."),
        ("loan-agreement.md", "# Loan agreement\n\nOne ship's bell is lent until September 2026. It is insured for 900 pounds. It may not be rung."),
    ];

    [Theory]
    [InlineData("Can you sum up the February meeting of the trustees?", "minutes-2026-02-18.txt")]
    [InlineData("Summarise the meeting in November", "minutes-2025-11-12.txt")]
    [InlineData("Please summarise the treasurer's letter to the members", "letter-charges.txt")]
    [InlineData("Give me the gist of the caretaker's letter", "letter-mice.txt")]
    [InlineData("Give me the gist of the agreement about the ship's bell", "loan-agreement.md")]
    public async Task Are_summed_up_by_themselves(string question, string document)
    {
        await using var corpus = await QuotedCorpus.CreateAsync(Papers);
        var answer = await corpus.AskAsync(question);

        Assert.Equal(AnswerStatus.Answered, answer.Status);
        Assert.NotEmpty(answer.Sentences);
        Assert.All(answer.Sentences.SelectMany(sentence => sentence.Citations), citation => Assert.Equal(document, citation.DocumentId));
    }

    [Fact]
    public async Task Of_no_such_month_are_not_made_up()
    {
        await using var corpus = await QuotedCorpus.CreateAsync(Papers);
        var answer = await corpus.AskAsync("Summarise the meeting in July");

        Assert.NotEqual(AnswerStatus.Answered, answer.Status);
    }

    [Fact]
    public async Task A_line_that_introduces_a_list_is_quoted_with_its_items()
    {
        await using var corpus = await QuotedCorpus.CreateAsync(
            ("survey.md", "# Survey of members\n\nOf 96 forms 71 came back.\n\n## What members wish for\n\nEach person could name three things. The five named most often:\n\n1. A workshop with tools\n2. Spaces for bicycles\n3. A lift\n4. Solar panels\n5. A guest room\n\n## What now\n\nThe committee met in June."),
            Papers[0]);
        var answer = await corpus.AskAsync("What are the five things members wish for most?");

        var text = string.Join(' ', answer.Sentences.Select(sentence => sentence.Text));
        Assert.Contains("A workshop with tools", text, StringComparison.Ordinal);
        Assert.Contains("A guest room", text, StringComparison.Ordinal);
        Assert.DoesNotContain("committee", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_list_found_in_one_statement_says_that_there_may_be_more()
    {
        await using var corpus = await QuotedCorpus.CreateAsync(
            ("flood.md", "# The flood\n\nThe bridge lost two arches. Four people drowned. Seventeen houses were never built again."),
            Papers[4]);
        var answer = await corpus.AskAsync("List everything the bridge lost");

        Assert.Equal(AnswerStatus.Partial, answer.Status);
        Assert.Contains("there may be more", answer.Abstention!.Reason, StringComparison.Ordinal);
        Assert.Contains("Seventeen houses", Assert.Single(answer.Sentences).Text, StringComparison.Ordinal);
    }
}
