using ForumQA.Storage;

namespace ForumQA.VectorData;

/// <summary>Reads records from one state of the index.</summary>
internal static class PassageRecordReader
{
    /// <summary>The records of the passages in the given rows, by row.</summary>
    public static IReadOnlyDictionary<long, PassageRecord> Read(IndexSnapshot snapshot, IReadOnlyCollection<long> rows, bool includeVectors)
    {
        var passages = snapshot.Passages.Load(rows);
        var metadata = snapshot.Documents
            .FindMetadata(passages.Select(stored => stored.Passage.DocumentId).Distinct())
            .ToDictionary(document => document.Key, document => IgnoreCase(document.Value), StringComparer.Ordinal);
        var vectors = includeVectors ? snapshot.Vectors.Load(rows) : new Dictionary<long, float[]>();
        return passages.ToDictionary(stored => stored.Row, stored => new PassageRecord
        {
            Id = stored.Passage.Id,
            DocumentId = stored.Passage.DocumentId,
            DocumentTitle = stored.DocumentTitle,
            DocumentUri = stored.DocumentUri,
            Ordinal = stored.Passage.Ordinal,
            Start = stored.Passage.Start,
            End = stored.Passage.End,
            Text = stored.Passage.Text,
            Heading = stored.Passage.Heading,
            Page = stored.Passage.Page,
            Metadata = metadata[stored.Passage.DocumentId],

            // A bare null would become a vector of no numbers, by way of float[].
            Vector = vectors.TryGetValue(stored.Row, out var vector) ? vector : default(ReadOnlyMemory<float>?),
        });
    }

    /// <summary>Of names that differ only by case the first counts.</summary>
    private static Dictionary<string, string> IgnoreCase(IReadOnlyDictionary<string, string> metadata)
    {
        var result = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var (name, value) in metadata)
        {
            result.TryAdd(name, value);
        }

        return result;
    }
}
