using ForumQA.Retrieval;

namespace ForumQA.Answering;

/// <summary>How likely it is that the documents answer a question; all are calibrated probabilities, 0 to 1.</summary>
/// <param name="Subject">That they speak of what is asked at all.</param>
/// <param name="Stated">That the sentences which would be quoted state the answer.</param>
/// <param name="Gap">What the best sentence plainly lacks, whatever the probabilities.</param>
internal readonly record struct Answerability(double Subject, double Stated, AnswerGap Gap = AnswerGap.None)
{
    private readonly double? _answered;

    /// <summary>That the documents state the answer, be it among the sentences that would be quoted or not. By words it is not told apart from <see cref="Stated"/>.</summary>
    public double Answered
    {
        get => _answered ?? Stated;
        init => _answered = value;
    }

    /// <summary>Whether meaning was asked too, and not words alone.</summary>
    public bool IsByMeaning { get; init; }

    /// <summary>That the documents answer the question.</summary>
    public double Score => Subject * Answered;
}

/// <summary>Estimates <see cref="Answerability"/> by logistic regressions, learned with <c>ForumQA.Benchmarks learn</c>.</summary>
/// <param name="subject">Log odds that the documents speak of what is asked.</param>
/// <param name="stated">Log odds that the sentences which would be quoted state the answer.</param>
/// <param name="answered">Log odds that the documents do; null for the same.</param>
internal sealed class AnswerabilityEstimator(
    LinearModel<AnswerabilityFeature> subject, LinearModel<AnswerabilityFeature> stated, LinearModel<AnswerabilityFeature>? answered = null)
{
    private static readonly Lazy<AnswerabilityEstimator> BuiltIn = new(() => new AnswerabilityEstimator(Read("subject"), Read("stated")));
    private static readonly Lazy<AnswerabilityEstimator> BuiltInByMeaning = new(() => new AnswerabilityEstimator(Read("subject-meaning"), Read("stated-meaning"), Read("answered-meaning")));

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

    public Answerability Estimate(SentenceRanking ranking)
    {
        if (AnswerabilityFeatureReader.Read(ranking) is not { } features)
        {
            return default;
        }

        var isStated = Probability(stated.Score(features));
        return new Answerability(Probability(subject.Score(features)), isStated, FindGap(features))
        {
            Answered = answered is null ? isStated : Probability(answered.Score(features)),
            IsByMeaning = ranking.IsByMeaning,
        };
    }

    private static LinearModel<AnswerabilityFeature> Read(string table) => LinearModel<AnswerabilityFeature>.ReadBuiltIn($"Answering.{table}.tsv");

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
