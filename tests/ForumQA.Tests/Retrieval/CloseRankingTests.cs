using ForumQA.Models.Embedding;
using ForumQA.Retrieval;

namespace ForumQA.Tests.Retrieval;

public sealed class CloseRankingTests
{
    private const string Question = "Who sold salt?";

    private static readonly LinearModel<SentenceFeature> ByPlace = LinearModel<SentenceFeature>.Of((SentenceFeature.Place, -1));
    private static readonly LinearModel<SentenceFeature> ByCloseness = LinearModel<SentenceFeature>.Of((SentenceFeature.Closeness, 1));
    private static readonly string Text = string.Join(' ', Enumerable.Range(0, 12).Select(i => $"Ada sold {i} sacks of salt."));

    [Fact]
    public async Task Puts_the_sentence_first_that_comes_nearest_and_leaves_those_behind_that_were_not_read()
    {
        var reader = new Reader(sentence => [sentence.Contains(" 5 ", StringComparison.Ordinal) ? 0.9 : 0.2]);

        var ranking = await RankAsync(new SentenceRanker(ByPlace, ByPlace, ByCloseness), reader);

        Assert.Equal([5, 0, 1, 2, 3, 4, 6, 7, 8, 9, 10, 11], ranking.Sentences.Select(sentence => sentence.Place));
        Assert.Equal(SentenceRanker.ReadClosely, reader.Read.Count);
        Assert.All(ranking.Sentences.Zip(ranking.Sentences.Skip(1)), pair => Assert.True(pair.First.Score >= pair.Second.Score));
        Assert.Equal([.. Enumerable.Repeat(true, 8), false, false, false, false], ranking.Sentences.Select(sentence => sentence.Nearness is not null));
    }

    [Fact]
    public async Task Reads_each_sentence_behind_its_title_and_the_sentence_before()
    {
        var reader = new Reader(_ => [0.5]);

        await RankAsync(new SentenceRanker(ByPlace, ByPlace, ByCloseness), reader);

        Assert.Equal(new SentenceInContext("The salt of Lindale", "Ada sold 0 sacks of salt."), reader.Read[0]);
        Assert.Equal(new SentenceInContext("The salt of Lindale\nAda sold 2 sacks of salt.", "Ada sold 3 sacks of salt."), reader.Read[3]);
    }

    [Fact]
    public async Task Counts_a_word_by_what_its_vector_says()
    {
        // The first of the two words has the vector that counts.
        string[] lines = ["Intercept\t-4", .. Enumerable.Range(0, TokenWeights.Dimensions).Select(i => $"{TokenWeights.NameOf(i)}\t{(i == 0 ? 8 : 0)}")];
        var reader = new Reader(sentence => sentence.Contains(" 3 ", StringComparison.Ordinal) ? [0.9, 0.1] : sentence.Contains(" 6 ", StringComparison.Ordinal) ? [0.3, 1] : [0.2, 0.2]);

        var weighed = await RankAsync(new SentenceRanker(ByPlace, ByPlace, ByCloseness, new TokenWeights(lines)), reader);
        var alike = await RankAsync(new SentenceRanker(ByPlace, ByPlace, ByCloseness), reader);

        Assert.Equal((3, 6), (weighed.Sentences[0].Place, alike.Sentences[0].Place));
        Assert.Equal(1, weighed.Sentences[0].Nearness!.Weights.Sum(), 6);
    }

    [Theory]
    [InlineData(true, true, false)]
    [InlineData(false, true, true)]
    [InlineData(true, false, true)]
    public async Task Reads_nothing_where_meaning_does_not_rank_or_nobody_reads_or_nothing_was_learned(bool byMeaning, bool hasReader, bool isLearned)
    {
        var reader = new Reader(_ => [0.5]);

        var ranking = await RankAsync(new SentenceRanker(ByPlace, ByPlace, isLearned ? ByCloseness : null), hasReader ? reader : null, byMeaning);

        Assert.Empty(reader.Read);
        Assert.Empty(ranking.QuestionTokens);
        Assert.All(ranking.Sentences, sentence => Assert.Null(sentence.Nearness));
    }

    [Fact]
    public async Task Keeps_its_first_ranking_where_the_question_has_no_token()
    {
        var ranking = await RankAsync(new SentenceRanker(ByPlace, ByPlace, ByCloseness), new Reader(_ => []));

        Assert.Equal(Enumerable.Range(0, 12), ranking.Sentences.Select(sentence => sentence.Place));
    }

    [Fact]
    public void Weights_of_the_library_sum_to_one()
    {
        var tokens = Enumerable.Range(0, 5).Select(i => Enumerable.Range(0, TokenWeights.Dimensions).Select(at => at % 5 == i ? 0.1f : 0f).ToArray()).ToList();

        var weights = TokenWeights.Default.Of(tokens);

        Assert.Equal(1, weights.Sum(), 6);
        Assert.All(weights, weight => Assert.InRange(weight, 0, 1));
        Assert.Empty(TokenWeights.Default.Of([]));
    }

    private static Task<SentenceRanking> RankAsync(SentenceRanker ranker, ICloseReader? reader, bool byMeaning = true) => ranker.RankAsync(
        SampleRanking.Profile(Question, ("a.md", Text)),
        [new Evidence { Passage = SampleRanking.PassageOf("a.md", Text), DocumentTitle = "The salt of Lindale", DocumentUri = "a.md", Score = 1, SentenceScores = byMeaning ? [] : null }],
        reader,
        CancellationToken.None);

    private sealed class Reader(Func<string, double[]> nearness) : ICloseReader
    {
        public List<SentenceInContext> Read { get; } = [];

        public Task<CloseReading> ReadAsync(string question, IReadOnlyList<SentenceInContext> sentences, CancellationToken cancellationToken)
        {
            Read.AddRange(sentences);
            var near = sentences.Select(sentence => nearness(sentence.Text)).ToList();
            var tokens = Enumerable.Range(0, near[0].Length).Select(i => Enumerable.Range(0, TokenWeights.Dimensions).Select(at => at == i ? 1f : 0f).ToArray()).ToList();
            return Task.FromResult(new CloseReading(tokens, near));
        }
    }
}
