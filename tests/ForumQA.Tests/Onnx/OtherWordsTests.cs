using ForumQA.Answering;
using ForumQA.Answering.Meaning;
using ForumQA.Onnx;
using Microsoft.Extensions.Configuration;

namespace ForumQA.Tests.Onnx;

/// <summary>Questions that share no word with their answer, with the built-in model.</summary>
public sealed class OtherWordsTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public async Task What_is_said_in_other_words_is_quoted_with_a_doubt_and_another_subject_is_refused()
    {
        _folder.Write("corpus/towns.md", """
            # Two towns

            Young people in Lindale and Farland come to know each other's culture through digital products such as music, films and games. The mayor opened the new harbour in May.

            The bakery in Market Street sells rye bread on Tuesdays. Its oven was built in 1888.
            """);
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([new("Index:Path", _folder["index.db"])]).Build();
        await using var corpus = await ForumQACorpus.OpenAsync(_folder["corpus"], services => services.AddForumQAModels(), configuration);

        var paraphrase = await corpus.AskAsync("What helps the youth to understand foreign traditions?");
        var other = await corpus.AskAsync("Which vaccine protects small children against measles?");

        Assert.Equal(AnswerStatus.Partial, paraphrase.Status);
        Assert.StartsWith("Young people in Lindale", paraphrase.Sentences[0].Text, StringComparison.Ordinal);
        Assert.DoesNotContain("of no helps", paraphrase.Abstention!.Reason, StringComparison.Ordinal);
        Assert.Equal(AnswerStatus.NotFound, other.Status);
    }

    [Fact]
    public void The_more_sentences_there_are_the_nearer_the_nearest_has_to_be()
    {
        Assert.Equal(OtherWords.LeastFor(300), OtherWords.LeastFor(3));
        Assert.True(OtherWords.LeastFor(30_000) > OtherWords.LeastFor(3_000));
    }

    public void Dispose() => _folder.Dispose();
}
