using ForumQA.Retrieval;
using ForumQA.Tests.Models;

namespace ForumQA.Tests.Retrieval;

/// <summary>Ranking by meaning beside words, where the cosines of the model are known.</summary>
public sealed class MeaningTests
{
    private const string Paraphrase = "Which instrument keeps travellers from losing their way?";

    private static readonly string[] Texts =
    [
        "The market has an instrument for sale. It is an old piano.",
        "A compass always points north. Sailors carry one.",
        "Salt was sold in the harbour. It came by ship.",
    ];

    [Fact]
    public async Task A_passage_with_a_sentence_that_means_the_same_comes_before_one_that_shares_a_word()
    {
        using var words = new RetrievalIndex(Texts);
        using var meaning = new RetrievalIndex(Compass(0.9), Texts);

        Assert.Equal("0", (await words.FindAsync(Paraphrase)).First());
        var found = await meaning.SearchAsync(Paraphrase);
        Assert.Equal("1", found[0].Passage.DocumentId);
        Assert.Equal("A compass always points north.", found[0].Sentences[0].Text);
    }

    [Theory]
    [InlineData("Welches Instrument bringt die Reisenden auf den rechten Weg?")]
    [InlineData("Какой инструмент показывает дорогу?")]
    public async Task Questions_that_the_model_does_not_understand_are_not_compared(string question)
    {
        using var index = new RetrievalIndex(Compass(0.9), Texts);

        Assert.All(await index.SearchAsync(question), found => Assert.Null(found.SentenceScores));
    }

    [Fact]
    public async Task A_question_of_one_word_is_compared()
    {
        using var index = new RetrievalIndex(Compass(0.9), Texts);

        Assert.All(await index.SearchAsync("An instrument?"), found => Assert.NotNull(found.SentenceScores));
    }

    [Fact]
    public async Task Vectors_of_a_model_that_does_not_understand_the_documents_say_nothing_of_them()
    {
        string[] texts = ["Der Hafen wurde von der Bürgermeisterin eröffnet, und die Leute waren da.", "Das Salz wurde auf dem Markt verkauft, aber nicht von der Bürgermeisterin."];
        using var index = new RetrievalIndex(new MeantEmbedder(text => text.Contains("Salz", StringComparison.Ordinal) ? 0.9 : 0.1), texts);

        var found = await index.SearchAsync("Bürgermeisterin Hafen eröffnet?");

        Assert.Equal("0", found[0].Passage.DocumentId);
        Assert.All(found, passage => Assert.Null(passage.SentenceScores));
    }

    [Fact]
    public async Task A_weight_that_the_user_has_set_is_for_the_vectors_of_passages_alone()
    {
        using var index = new RetrievalIndex(Compass(0.9), Texts);

        Assert.All(await index.SearchAsync(Paraphrase, new RetrievalOptions { VectorWeight = 0 }), found => Assert.Null(found.SentenceScores));
        Assert.NotEmpty(await index.SearchAsync(Paraphrase));
    }

    [Fact]
    public async Task What_refusing_was_learned_with_stays_as_words_have_it()
    {
        using var near = new RetrievalIndex(Compass(0.9), Texts);
        using var far = new RetrievalIndex(Compass(0.1), Texts);

        var (one, other) = (await near.SearchAsync(Paraphrase), await far.SearchAsync(Paraphrase));

        Assert.NotEqual(Of(one).Score, Of(other).Score);
        Assert.Equal(Of(one).ScoreByWords, Of(other).ScoreByWords);

        static Evidence Of(IReadOnlyList<Evidence> found) => found.Single(evidence => evidence.Passage.DocumentId == "1");
    }

    [Fact]
    public async Task What_follows_a_question_like_the_one_asked_answers_it()
    {
        using var index = new RetrievalIndex(new MeantEmbedder(text => text.EndsWith('?') ? 0.95 : 0.4), "Where can I leave my car? There are six places in the yard.", "A car is a vehicle. It has wheels.");

        var found = await index.SearchAsync("Where can I leave my old car?");

        Assert.Equal("There are six places in the yard.", found[0].Sentences[0].Text);
    }

    private static MeantEmbedder Compass(double cosine) => new(text => text.Contains("compass", StringComparison.Ordinal) ? cosine : 0.4);
}
