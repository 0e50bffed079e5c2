using ForumQA.Cli.Indexing;
using ForumQA.Ingestion;

namespace ForumQA.Cli.Json;

/// <summary>What <c>index --json</c> prints.</summary>
internal sealed record IndexJson
{
    public required string Index { get; init; }

    public required string Corpus { get; init; }

    public required int Documents { get; init; }

    public required int Passages { get; init; }

    public required IReadOnlyList<string> Added { get; init; }

    public required IReadOnlyList<string> Updated { get; init; }

    public required IReadOnlyList<string> Unchanged { get; init; }

    public required IReadOnlyList<string> Deleted { get; init; }

    public required IReadOnlyList<IndexingFailure> Failures { get; init; }

    public required double Seconds { get; init; }

    public static IndexJson From(Shell shell, SynchronizationResult result) => new()
    {
        Index = shell.IndexPath,
        Corpus = shell.CorpusPath,
        Documents = result.Manifest.DocumentCount,
        Passages = result.Manifest.PassageCount,
        Added = result.Report.Added,
        Updated = result.Report.Updated,
        Unchanged = result.Report.Unchanged,
        Deleted = result.Report.Deleted,
        Failures = result.Report.Failures,
        Seconds = Math.Round(result.Elapsed.TotalSeconds, 3),
    };
}
