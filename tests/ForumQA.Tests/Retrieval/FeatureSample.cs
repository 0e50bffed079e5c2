using ForumQA.Models.Embedding;
using ForumQA.Retrieval;
using ForumQA.Storage;
using ForumQA.Text;

namespace ForumQA.Tests.Retrieval;

/// <summary>A passage in which a sentence's features are read.</summary>
/// <param name="Text">The passage.</param>
/// <param name="Place">Which of its sentences is looked at, from 0.</param>
/// <param name="Title">Of its document.</param>
/// <param name="Score">Of the passage; another one has 1.</param>
/// <param name="Cosine">Of the question and each sentence of the passage; null where meaning does not rank. Other documents have a half.</param>
/// <param name="PassageCosine">Of the question and the passage, where meaning ranks.</param>
/// <param name="Nearness">Of each sentence of the passage to the question's words, where it is read closely; null where none is. Other documents have a half.</param>
/// <param name="Others">Texts of further documents, whose scores are a tenth lower each.</param>
/// <param name="Question">In place of the example's.</param>
internal sealed record FeatureSample(string Text, int Place = 0, string Title = "-", double Score = 1, string? Question = null, double? Cosine = null, double PassageCosine = 0.5, double[]? Nearness = null, params string[] Others) : ICloseReader
{
    /// <summary>Not learned, so that what is read depends on no table: what covers most of the question, then the better passage.</summary>
    private static readonly LinearModel<SentenceFeature> Model = LinearModel<SentenceFeature>.Of((SentenceFeature.Coverage, 10), (SentenceFeature.PassageScore, 1));

    private static readonly SentenceRanker Ranker = new(Model, Model, Model);

    public static implicit operator FeatureSample(string text) => new(text);

    public SentenceRanking Rank(string question)
    {
        (string Document, string Text)[] texts = [("0", Text), .. Others.Select((text, i) => ($"{i + 1}", text))];
        return Ranker.RankAsync(SampleRanking.Profile(Question ?? question, texts), [.. texts.Select((text, i) => new Evidence
        {
            Passage = SampleRanking.PassageOf(text.Document, text.Text),
            DocumentTitle = i == 0 ? Title : "-",
            DocumentUri = text.Document,
            Score = i == 0 ? Score : 1 - (i * 0.1),
            VectorProduct = Cosine is null ? 0 : i == 0 ? PassageCosine : 0.5,
            SentenceScores = Cosine is not { } cosine ? null : [.. SentenceSplitter.Split(text.Text).Select(span => new SentenceScore(span.Start, span.End, i == 0 ? cosine : 0.5))],
        })], Nearness is null ? null : this, CancellationToken.None).GetAwaiter().GetResult();
    }

    Task<CloseReading> ICloseReader.ReadAsync(string question, IReadOnlyList<SentenceInContext> sentences, CancellationToken cancellationToken) =>
        Task.FromResult(new CloseReading([.. Nearness!.Select(_ => new float[TokenWeights.Dimensions])], [.. sentences.Select(sentence => Text.Contains(sentence.Text, StringComparison.Ordinal) ? Nearness! : [.. Nearness!.Select(_ => 0.5)])]));
}

/// <summary>Two samples that differ in what a feature measures: the first has more of it. A feature that is switched off has the same of both.</summary>
internal sealed record FeatureExample(string Question, FeatureSample More, FeatureSample Less);
