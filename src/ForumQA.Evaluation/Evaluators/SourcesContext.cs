using ForumQA.Retrieval;
using Microsoft.Extensions.AI.Evaluation;

namespace ForumQA.Evaluation.Evaluators;

/// <summary>What an answer was to be made of, for evaluators that hold it against its sources. The order tells the numbers: <c>[1]</c> in an answer is the first.</summary>
public sealed class SourcesContext : EvaluationContext
{
    /// <summary>The name of every context of this kind.</summary>
    public const string ContextName = "Sources";

    /// <summary>Creates a context.</summary>
    /// <param name="sources">In the order of their numbers.</param>
    public SourcesContext(IEnumerable<Source> sources)
        : this([.. sources ?? throw new ArgumentNullException(nameof(sources))])
    {
    }

    private SourcesContext(List<Source> sources)
        : base(ContextName, string.Join("\n\n", sources.Select((source, i) => $"[{i + 1}] {source.Title}\n{source.Text}")))
    {
        ArgumentOutOfRangeException.ThrowIfZero(sources.Count, nameof(sources));
        Sources = sources;
    }

    /// <summary>The sources in the order of their numbers; at least one.</summary>
    public IReadOnlyList<Source> Sources { get; }

    /// <summary>Passages that were retrieved, in the order in which a model was given them.</summary>
    /// <param name="evidence">The passages.</param>
    public static SourcesContext Of(IEnumerable<Evidence> evidence) =>
        new(evidence.Select(found => new Source(found.Passage.Text) { Id = found.Passage.DocumentId, Title = found.DocumentTitle, Start = found.Passage.Start }));

    /// <summary>Whole documents.</summary>
    /// <param name="documents">The documents.</param>
    public static SourcesContext Of(IEnumerable<Document> documents) => new(documents.Select(document => new Source(document.Text) { Id = document.Id, Title = document.Title }));
}

/// <summary>A text that an answer may rest on.</summary>
/// <param name="Text">Its words.</param>
public sealed record Source(string Text)
{
    /// <summary>By which a <see cref="Microsoft.Extensions.AI.CitationAnnotation.FileId"/> names it; null, the default, when nothing does.</summary>
    public string? Id { get; init; }

    /// <summary>By which a <see cref="Microsoft.Extensions.AI.CitationAnnotation"/> may name it otherwise. Empty by default.</summary>
    public string Title { get; init; } = "";

    /// <summary>Where <see cref="Text"/> starts in its document, in UTF-16 code units. Default 0.</summary>
    public int Start { get; init; }
}
