using ForumQA.Retrieval;

namespace ForumQA.Answering;

/// <summary>How likely it is that the documents answer a question; both are calibrated probabilities, 0 to 1.</summary>
/// <param name="Subject">That they speak of what is asked at all.</param>
/// <param name="Stated">That they state the answer, given that they speak of it.</param>
internal readonly record struct Answerability(double Subject, double Stated)
{
    /// <summary>That the documents answer the question.</summary>
    public double Score => Subject * Stated;
}

/// <summary>Estimates <see cref="Answerability"/> by two logistic regressions, learned with <c>ForumQA.Benchmarks learn</c>.</summary>
internal sealed class AnswerabilityEstimator(LinearModel<AnswerabilityFeature> subject, LinearModel<AnswerabilityFeature> stated)
{
    public static AnswerabilityEstimator Default { get; } = new(
        new LinearModel<AnswerabilityFeature>(EmbeddedWordList.ReadLines("Answering.subject.tsv")),
        new LinearModel<AnswerabilityFeature>(EmbeddedWordList.ReadLines("Answering.stated.tsv")));

    public Answerability Estimate(SentenceRanking ranking) =>
        AnswerabilityFeatureReader.Read(ranking) is { } features
            ? new Answerability(Probability(subject.Score(features)), Probability(stated.Score(features)))
            : default;

    private static double Probability(double logOdds) => 1 / (1 + Math.Exp(-logOdds));
}
