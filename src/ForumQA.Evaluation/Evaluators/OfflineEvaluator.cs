using System.Globalization;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.AI.Evaluation;

namespace ForumQA.Evaluation.Evaluators;

/// <summary>An evaluator that measures by code: it asks no model, costs nothing, and gives the same for the same. Safe for use by many threads.</summary>
/// <remarks>The configuration of a model that evaluators may be given is not used.</remarks>
public abstract class OfflineEvaluator : IEvaluator
{
    private readonly string _metricName;

    private protected OfflineEvaluator(string metricName, double threshold)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(threshold);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(threshold, 1);
        _metricName = metricName;
        Threshold = threshold;
    }

    /// <summary>The least value, 0 to 1, with which a response passes.</summary>
    public double Threshold { get; }

    /// <inheritdoc/>
    public IReadOnlyCollection<string> EvaluationMetricNames => [_metricName];

    /// <inheritdoc/>
    public ValueTask<EvaluationResult> EvaluateAsync(
        IEnumerable<ChatMessage> messages,
        ChatResponse modelResponse,
        ChatConfiguration? chatConfiguration = null,
        IEnumerable<EvaluationContext>? additionalContext = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(modelResponse);
        cancellationToken.ThrowIfCancellationRequested();
        return ValueTask.FromResult(new EvaluationResult(Measure(modelResponse, additionalContext ?? [])));
    }

    private protected abstract EvaluationMetric Measure(ChatResponse response, IEnumerable<EvaluationContext> contexts);

    /// <summary>A share as a metric; inconclusive when there was nothing to measure.</summary>
    /// <param name="right">How many are as they should be.</param>
    /// <param name="all">Of how many.</param>
    /// <param name="things">What they are, in the plural.</param>
    /// <param name="wrong">Those that are not, to name the first of.</param>
    private protected NumericMetric Share(int right, int all, string things, IEnumerable<string> wrong)
    {
        if (all == 0)
        {
            return Inconclusive(EvaluationDiagnostic.Informational($"The response has no {things}."));
        }

        var value = right / (double)all;
        var first = wrong.FirstOrDefault() is { } example ? $" The first that is not: {example}" : "";
        return new NumericMetric(_metricName, value, string.Create(CultureInfo.InvariantCulture, $"{right} of {all} {things}.{first}"))
        {
            Interpretation = new EvaluationMetricInterpretation(Rate(value), failed: value < Threshold, string.Create(CultureInfo.InvariantCulture, $"{value:0.00}; {Threshold:0.00} is asked for.")),
        };
    }

    /// <summary>A metric without a value, as where no context says what to measure by.</summary>
    private protected NumericMetric Inconclusive(EvaluationDiagnostic diagnostic) =>
        new(_metricName) { Interpretation = new EvaluationMetricInterpretation(EvaluationRating.Inconclusive, failed: false), Diagnostics = [diagnostic] };

    /// <summary>That a context is missing.</summary>
    private protected static EvaluationDiagnostic Missing(string context) =>
        EvaluationDiagnostic.Error($"There is no {context} to measure by. Pass one with additionalContext.");

    private static EvaluationRating Rate(double value) => value switch
    {
        >= 1 => EvaluationRating.Exceptional,
        >= 0.8 => EvaluationRating.Good,
        >= 0.6 => EvaluationRating.Average,
        >= 0.3 => EvaluationRating.Poor,
        _ => EvaluationRating.Unacceptable,
    };
}
