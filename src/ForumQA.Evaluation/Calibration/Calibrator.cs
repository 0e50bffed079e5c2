using ForumQA.Evaluation.Cases;
using ForumQA.Evaluation.Metrics;
using ForumQA.Evaluation.Reports;
using ForumQA.Storage;

namespace ForumQA.Evaluation.Calibration;

/// <summary>Chooses the score under which questions are refused, from a risk that the user names.</summary>
public static class Calibrator
{
    /// <summary>A risk is not read off fewer answers than this: the first ones to be right or wrong say nothing.</summary>
    private const int FewestAnswers = 10;

    /// <summary>How sure <see cref="ThresholdChoice.HighestRisk"/> is.</summary>
    public const double Confidence = 0.95;

    /// <summary>Chooses the lowest threshold that keeps the risk on one half of the cases, and says what it is worth on the other.</summary>
    /// <param name="report">A run of all cases in which nothing was refused, so that every answer can be judged.</param>
    /// <param name="risk">The share of answers given that may be wrong, above 0 and below 1.</param>
    /// <exception cref="ForumQAException">No threshold keeps that risk, or there are too few cases.</exception>
    public static ThresholdChoice Choose(EvalReport report, double risk)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(risk);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(risk, 1);
        var halves = report.Cases.Where(judged => judged.Result.Error is null).ToLookup(judged => judged.Case.Half);
        if (halves.Count < 2 || halves.Any(half => half.Count() < 2 * FewestAnswers))
        {
            throw new ForumQAException("calibration-cases", $"{report.Cases.Count} cases are too few to choose a threshold on one half and try it on the other. Write at least {5 * FewestAnswers}.");
        }

        var tune = halves[CaseHalf.Tune].ToList();
        var curve = ReportBuilder.Curve(tune);
        var sound = curve.Where(point => Math.Round(point.Coverage * tune.Count) >= FewestAnswers).ToList();
        if (sound.Count == 0)
        {
            throw new ForumQAException("calibration-answers", $"Fewer than {FewestAnswers} questions were answered, so there is no risk to weigh. Check that the cases are about the corpus that is indexed.");
        }

        if (sound.LastOrDefault(point => point.Risk <= risk) is not { } chosen)
        {
            var least = sound.MinBy(point => point.Risk)!;
            throw new ForumQAException("calibration-risk", FormattableString.Invariant(
                $"No threshold keeps the risk at {risk:0.###}: the least is {least.Risk:0.###}, with {least.Coverage:0.#%} of the questions answered. Name a risk of at least that with --risk."));
        }

        var other = halves[CaseHalf.Report].ToList();
        var heldOut = At(ReportBuilder.Curve(other), chosen.Threshold);
        var answers = (int)Math.Round(heldOut.Coverage * other.Count);
        return new ThresholdChoice(risk, chosen, heldOut, curve)
        {
            HeldOutAnswers = answers,
            HighestRisk = BinomialBound.Upper((int)Math.Round(heldOut.Risk * answers), answers, Confidence),
        };
    }

    /// <summary>Stores a threshold in the index; from then on it decides what is refused.</summary>
    /// <param name="store">The index.</param>
    /// <param name="threshold">0 to 1; null goes back to the threshold of the configuration.</param>
    public static void Apply(IndexStore store, double? threshold)
    {
        ArgumentNullException.ThrowIfNull(store);
        store.Writer.SetAbstentionThreshold(threshold);
    }

    /// <summary>The last point of a curve that a threshold lets through.</summary>
    private static RiskCoveragePoint At(IReadOnlyList<RiskCoveragePoint> curve, double threshold) =>
        curve.LastOrDefault(point => point.Threshold >= threshold) is { } last
            ? last with { Threshold = threshold }
            : new RiskCoveragePoint(threshold, 0, 0);
}

/// <summary>A threshold with what it is worth.</summary>
/// <param name="Risk">The risk that was asked for.</param>
/// <param name="Chosen">The threshold, with coverage and risk on the half of the cases it was chosen on.</param>
/// <param name="HeldOut">The same threshold on the other half: what to expect.</param>
/// <param name="Curve">The curve it was chosen from.</param>
public sealed record ThresholdChoice(double Risk, RiskCoveragePoint Chosen, RiskCoveragePoint HeldOut, IReadOnlyList<RiskCoveragePoint> Curve)
{
    /// <summary>The answers that were given on the other half.</summary>
    public int HeldOutAnswers { get; init; }

    /// <summary>The risk is no higher, with <see cref="Calibrator.Confidence"/>: the bound of Clopper and Pearson on the other half, which had no part in the choice.</summary>
    public double HighestRisk { get; init; } = 1;

    /// <summary>Whether the risk that was asked for can be promised.</summary>
    public bool IsPromised => HighestRisk <= Risk;

    /// <summary>Answers without an error, on the other half, that it takes to promise the risk at all.</summary>
    public int AnswersNeeded => BinomialBound.DrawsNeeded(Risk, Calibrator.Confidence);
}
