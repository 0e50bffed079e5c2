using ForumQA.Ingestion;

namespace ForumQA.Hosting.Json;

/// <summary>What bringing the index up to date did.</summary>
public sealed record IndexJson
{
    /// <summary>The index file.</summary>
    public required string Index { get; init; }

    /// <summary>The folder or file with the documents.</summary>
    public required string Corpus { get; init; }

    /// <summary>How many documents the index holds now.</summary>
    public required int Documents { get; init; }

    /// <summary>How many passages it holds now.</summary>
    public required int Passages { get; init; }

    /// <summary>Ids of documents that were not in the index before.</summary>
    public required IReadOnlyList<string> Added { get; init; }

    /// <summary>Ids of documents that had changed.</summary>
    public required IReadOnlyList<string> Updated { get; init; }

    /// <summary>Ids of documents left as they were.</summary>
    public required IReadOnlyList<string> Unchanged { get; init; }

    /// <summary>Ids of documents whose file is gone.</summary>
    public required IReadOnlyList<string> Deleted { get; init; }

    /// <summary>Files that could not be read. What the index knew of them stays.</summary>
    public required IReadOnlyList<IndexingFailure> Failures { get; init; }

    /// <summary>Pictures and documents in formats that are not read.</summary>
    public required IReadOnlyList<string> NotRead { get; init; }

    /// <summary>How long it took.</summary>
    public required double Seconds { get; init; }

    /// <summary>The JSON of a synchronisation.</summary>
    /// <param name="result">What it did.</param>
    public static IndexJson From(SynchronizationResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        return new IndexJson
        {
            Index = result.IndexPath,
            Corpus = result.CorpusPath,
            Documents = result.Manifest.DocumentCount,
            Passages = result.Manifest.PassageCount,
            Added = result.Report.Added,
            Updated = result.Report.Updated,
            Unchanged = result.Report.Unchanged,
            Deleted = result.Report.Deleted,
            Failures = result.Report.Failures,
            NotRead = result.Report.NotRead,
            Seconds = Math.Round(result.Elapsed.TotalSeconds, 3),
        };
    }
}
