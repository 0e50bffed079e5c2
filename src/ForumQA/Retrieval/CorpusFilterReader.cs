using ForumQA.Storage;

namespace ForumQA.Retrieval;

/// <summary>Finds the passages that a filter lets through.</summary>
internal static class CorpusFilterReader
{
    /// <summary>The passages of the documents that pass; null when the filter narrows nothing.</summary>
    /// <exception cref="ForumQAException">The filter names a document that is not in the index.</exception>
    public static PassageSubset? Read(IndexSnapshot snapshot, CorpusFilter? filter) =>
        FindDocuments(snapshot, filter) is { } passing ? snapshot.Passages.FindByDocuments(passing) : null;

    /// <summary>The rows of the documents that pass; null when the filter narrows nothing.</summary>
    /// <exception cref="ForumQAException">The filter names a document that is not in the index.</exception>
    public static HashSet<long>? FindDocuments(IndexSnapshot snapshot, CorpusFilter? filter)
    {
        HashSet<long>? passing = filter is { Documents.Count: > 0 } ? FindDocuments(snapshot, filter.Documents) : null;
        foreach (var (name, value) in filter?.Metadata ?? new Dictionary<string, string>())
        {
            var having = snapshot.Metadata.FindDocuments(name, value);
            if (passing is null)
            {
                passing = [.. having];
            }
            else
            {
                passing.IntersectWith(having);
            }
        }

        return passing;
    }

    private static HashSet<long> FindDocuments(IndexSnapshot snapshot, IReadOnlyList<string> documentIds)
    {
        var found = snapshot.Documents.FindRows(documentIds);
        return documentIds.FirstOrDefault(id => !found.ContainsKey(id)) is { } unknown
            ? throw DocumentTable.Unknown(unknown)
            : [.. found.Values];
    }
}
