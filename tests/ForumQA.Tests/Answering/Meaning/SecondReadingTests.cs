using ForumQA.Answering;
using ForumQA.Answering.Meaning;
using ForumQA.Retrieval;
using ForumQA.Tests.Retrieval;

namespace ForumQA.Tests.Answering.Meaning;

public sealed class SecondReadingTests
{
    private static readonly string[] Texts =
    [
        "Liu Song of Alibaba compared managing data to water control at the forum.",
        "Mobile payment spread fast in China because few people had a credit card.",
        "Logistics data should be shared between China and Japan, the experts said.",
    ];

    private static readonly float[] Vector = [1];

    [Fact]
    public async Task Puts_first_what_means_the_same_in_other_words()
    {
        var ranking = SampleRanking.Of("Why did paying by phone take off so quickly in China?", Texts);
        var words = AnswerabilityEstimator.Default.Estimate(ranking);

        var (ordered, answerability) = await Reading(text => text.StartsWith("Mobile", StringComparison.Ordinal) ? 0.85 : 0.4).ReadAsync(ranking, words, Vector, index: null, CancellationToken.None);

        Assert.StartsWith("Mobile payment", ordered.Sentences[0].Sentence.Text, StringComparison.Ordinal);
        Assert.True(answerability.Subject > words.Subject);
    }

    [Fact]
    public async Task Doubts_more_where_nothing_means_the_same()
    {
        var ranking = SampleRanking.Of("Which China data is best for painting water?", Texts);
        var words = AnswerabilityEstimator.Default.Estimate(ranking);

        var near = await Reading(_ => 0.8).ReadAsync(ranking, words, Vector, index: null, CancellationToken.None);
        var far = await Reading(_ => 0.3).ReadAsync(ranking, words, Vector, index: null, CancellationToken.None);

        Assert.True(far.Answerability.Subject < near.Answerability.Subject);
        Assert.True(far.Answerability.Stated < near.Answerability.Stated);
    }

    [Theory]
    [InlineData("谁把数据比作水？")]
    [InlineData("Wie viele Kinder hat der Herr von der Firma?")]
    public async Task Leaves_languages_alone_that_the_model_does_not_understand(string question)
    {
        var ranking = SampleRanking.Of(question, Texts);
        var words = AnswerabilityEstimator.Default.Estimate(ranking);

        var read = await Reading(_ => throw new InvalidOperationException("Nothing is to be compared.")).ReadAsync(ranking, words, Vector, index: null, CancellationToken.None);

        Assert.Equal((ranking, words), read);
    }

    [Fact]
    public async Task Compares_a_dozen_sentences_at_most()
    {
        var ranking = SampleRanking.Of("Which data number is of greatest use?", Enumerable.Range(0, 40).Select(i => $"Data number {i} is said to be of use.").ToArray());
        var compared = 0;

        await Reading(_ => { compared++; return 0.5; }).ReadAsync(ranking, default, Vector, index: null, CancellationToken.None);

        Assert.InRange(compared, 1, 12);
    }

    private static SecondReading Reading(Func<string, double> cosine) => new(new Cosines(cosine), "English", MeaningModels.Default);

    private sealed class Cosines(Func<string, double> cosine) : ISentenceMeaning
    {
        public Task<double[]> CompareAsync(ReadOnlyMemory<float> question, IReadOnlyList<SentenceCandidate> sentences, CancellationToken cancellationToken) =>
            Task.FromResult(sentences.Select(sentence => cosine(sentence.Sentence.Text)).ToArray());
    }
}
