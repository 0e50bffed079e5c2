using Microsoft.Extensions.AI;
using Microsoft.Extensions.AI.Evaluation;

namespace ForumQA.Evaluation.Evaluators;

/// <summary>Of the <see cref="CitationAnnotation"/>s of a response, the share whose <see cref="CitationAnnotation.Snippet"/> stands in the source it names to the letter, at the place it gives (<c>start</c> in its additional properties) if it gives one.</summary>
/// <param name="threshold">The least share with which a response passes, 0 to 1. Default 1.</param>
public sealed class CitationExactnessEvaluator(double threshold = 1) : OfflineEvaluator(MetricName, threshold)
{
    /// <summary>The name of the metric.</summary>
    public const string MetricName = "Offline Citation Exactness";

    private protected override EvaluationMetric Measure(ChatResponse response, IEnumerable<EvaluationContext> contexts)
    {
        if (SourceList.Of(contexts) is not { } sources)
        {
            return Inconclusive(Missing(nameof(SourcesContext)));
        }

        var citations = EvaluatedResponse.Read(response).Annotations;
        var wrong = citations.Where(citation => !sources.Quotes(citation)).Select(citation => $"“{citation.Snippet}” ({citation.FileId ?? citation.Title})").ToList();
        return Share(citations.Count - wrong.Count, citations.Count, "citations that stand in their source to the letter", wrong);
    }
}
