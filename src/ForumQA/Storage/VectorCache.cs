namespace ForumQA.Storage;

/// <summary>Holds the vectors of an index in memory; when the index changes, only those that have changed are read.</summary>
internal sealed class VectorCache
{
    /// <summary>Documents whose vectors are read at once.</summary>
    private const int DocumentsAtOnce = 500;

    private VectorMatrix _matrix = new(-1, 0, []);

    /// <summary>The vectors as of the connection's transaction.</summary>
    public VectorMatrix Load(IIndexConnection connection)
    {
        var matrix = Volatile.Read(ref _matrix);
        if (matrix.Generation == ManifestTable.ReadGeneration(connection))
        {
            return matrix;
        }

        matrix = Read(connection, matrix);
        Volatile.Write(ref _matrix, matrix);
        return matrix;
    }

    private static VectorMatrix Read(IIndexConnection connection, VectorMatrix known)
    {
        var byDocument = known.Segments.ToDictionary(segment => segment.Document);
        var stored = connection.Query(
            "SELECT document, written, first_passage, passages FROM passage_vectors ORDER BY first_passage",
            row => new VectorSegment(row.GetInt64(0), row.GetInt64(1), row.GetInt64(2), row.GetInt32(3), []));
        var changed = new Dictionary<long, byte[]>();
        foreach (var documents in stored.Where(segment => byDocument.GetValueOrDefault(segment.Document)?.Written != segment.Written).Select(segment => segment.Document).Chunk(DocumentsAtOnce))
        {
            connection.Query("SELECT document, vectors FROM passage_vectors WHERE document = ANY ($1)", row => changed[row.GetInt64(0)] = row.GetFieldValue<byte[]>(1), documents);
        }

        return new VectorMatrix(
            ManifestTable.ReadGeneration(connection),
            ManifestTable.ReadDimensions(connection) ?? 0,
            stored.ConvertAll(segment => changed.TryGetValue(segment.Document, out var vectors) ? segment with { Vectors = vectors } : byDocument[segment.Document]));
    }
}
