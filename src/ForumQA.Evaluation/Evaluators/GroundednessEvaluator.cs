using ForumQA.Answering;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.AI.Evaluation;

namespace ForumQA.Evaluation.Evaluators;

/// <summary>Of the sentences of a response that claim something, the share that the <see cref="SourcesContext"/> supports as a whole, cited or not. Words are compared, not meaning: a true sentence in words of its own counts as unsupported.</summary>
/// <param name="threshold">The least share with which a response passes, 0 to 1. Default 0.8.</param>
public sealed class GroundednessEvaluator(double threshold = 0.8) : OfflineEvaluator(MetricName, threshold)
{
    /// <summary>The name of the metric.</summary>
    public const string MetricName = "Offline Groundedness";

    private protected override EvaluationMetric Measure(ChatResponse response, IEnumerable<EvaluationContext> contexts)
    {
        if (SourceList.Of(contexts) is not { } sources)
        {
            return Inconclusive(Missing(nameof(SourcesContext)));
        }

        var claims = EvaluatedResponse.Read(response).Claims;
        var wrong = claims.Where(claim => sources.Judge(claim.Sentence) != Support.Supported).Select(claim => claim.Sentence.Text).ToList();
        return Share(claims.Count - wrong.Count, claims.Count, "claims that the sources support", wrong);
    }
}
