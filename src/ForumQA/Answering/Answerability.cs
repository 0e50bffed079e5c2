using ForumQA.Retrieval;

namespace ForumQA.Answering;

/// <summary>How likely it is that the documents answer a question; both are calibrated probabilities, 0 to 1.</summary>
/// <param name="Subject">That they speak of what is asked at all.</param>
/// <param name="Stated">That they state the answer, given that they speak of it.</param>
/// <param name="Gap">What the best sentence plainly lacks, whatever the probabilities.</param>
internal readonly record struct Answerability(double Subject, double Stated, AnswerGap Gap = AnswerGap.None)
{
    /// <summary>Whether meaning was asked too, and not words alone.</summary>
    public bool IsByMeaning { get; init; }

    /// <summary>That the documents answer the question.</summary>
    public double Score => Subject * Stated;
}

/// <summary>Estimates <see cref="Answerability"/> by two logistic regressions, learned with <c>ForumQA.Benchmarks learn</c>.</summary>
/// <param name="subject">Log odds that the documents speak of what is asked.</param>
/// <param name="stated">Log odds that they state the answer.</param>
internal sealed class AnswerabilityEstimator(LinearModel<AnswerabilityFeature> subject, LinearModel<AnswerabilityFeature> stated)
{
    private static readonly Lazy<AnswerabilityEstimator> BuiltIn = new(() => Read("subject", "stated"));
    private static readonly Lazy<AnswerabilityEstimator> BuiltInByMeaning = new(() => Read("subject-meaning", "stated-meaning"));

    /// <summary>The estimator of the library for a ranking by words.</summary>
    public static AnswerabilityEstimator Default => BuiltIn.Value;

    /// <summary>That for a ranking by meaning too.</summary>
    public static AnswerabilityEstimator ByMeaning => BuiltInByMeaning.Value;

    /// <summary>The estimator of the library for a ranking.</summary>
    public static AnswerabilityEstimator For(SentenceRanking ranking)
    {
        ArgumentNullException.ThrowIfNull(ranking);
        return ranking.IsByMeaning ? ByMeaning : Default;
    }

    public Answerability Estimate(SentenceRanking ranking) =>
        AnswerabilityFeatureReader.Read(ranking) is { } features
            ? new Answerability(Probability(subject.Score(features)), Probability(stated.Score(features)), FindGap(features)) { IsByMeaning = ranking.IsByMeaning }
            : default;

    private static AnswerabilityEstimator Read(string subject, string stated) => new(
        LinearModel<AnswerabilityFeature>.ReadBuiltIn($"Answering.{subject}.tsv"), LinearModel<AnswerabilityFeature>.ReadBuiltIn($"Answering.{stated}.tsv"));

    /// <summary>Learned weights dilute these two: near misses written for a test offer the right kind of thing, what people ask in earnest does not.</summary>
    private static AnswerGap FindGap(double[] features) =>
        features[(int)AnswerabilityFeature.OnlyNamesFound] > 0 ? AnswerGap.OnlyNames
        : features[(int)AnswerabilityFeature.KindOffered] == 0 ? AnswerGap.Kind
        : AnswerGap.None;

    private static double Probability(double logOdds) => 1 / (1 + Math.Exp(-logOdds));
}

/// <summary>What the best sentence plainly lacks to be an answer.</summary>
internal enum AnswerGap
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>It shares nothing with the question but the names: "Where was Liu Song born?".</summary>
    OnlyNames,

    /// <summary>It offers no date, number or name where one is asked for.</summary>
    Kind,
}
