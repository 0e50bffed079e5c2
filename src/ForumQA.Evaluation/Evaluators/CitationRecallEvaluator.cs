using Microsoft.Extensions.AI;
using Microsoft.Extensions.AI.Evaluation;

namespace ForumQA.Evaluation.Evaluators;

/// <summary>Of the sentences of a response that claim something, the share that the sources they cite support. Sentences cite by markers such as <c>[1]</c> or by <see cref="CitationAnnotation"/>s on them; one that cites nothing counts as wrong.</summary>
/// <param name="threshold">The least share with which a response passes, 0 to 1. Default 0.8.</param>
public sealed class CitationRecallEvaluator(double threshold = 0.8) : OfflineEvaluator(MetricName, threshold)
{
    /// <summary>The name of the metric.</summary>
    public const string MetricName = "Offline Citation Recall";

    private protected override EvaluationMetric Measure(ChatResponse response, IEnumerable<EvaluationContext> contexts)
    {
        if (SourceList.Of(contexts) is not { } sources)
        {
            return Inconclusive(Missing(nameof(SourcesContext)));
        }

        var claims = EvaluatedResponse.Read(response).Claims;
        var wrong = claims.Where(claim => !sources.Carries(claim)).Select(claim => claim.Sentence.Text).ToList();
        return Share(claims.Count - wrong.Count, claims.Count, "claims that their citations support", wrong);
    }
}
