using Microsoft.Data.Sqlite;

namespace ForumQA.Storage;

/// <summary>Holds the vectors of an index in memory; when the index changes, only those that have changed are read.</summary>
internal sealed class VectorCache
{
    private VectorMatrix _matrix = new(-1, 0, []);

    /// <summary>The vectors as of the connection's transaction.</summary>
    public VectorMatrix Load(SqliteConnection connection)
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

    private static VectorMatrix Read(SqliteConnection connection, VectorMatrix known)
    {
        // One transaction, so that the vectors belong to the generation; a snapshot has begun one already.
        using var transaction = connection.IsInTransaction() ? null : connection.BeginTransaction(deferred: true);
        var generation = ManifestTable.ReadGeneration(connection);
        var byDocument = known.Segments.ToDictionary(segment => segment.Document);
        using var read = connection.Prepare("SELECT vectors FROM passage_vectors WHERE document = $1", 0L);
        var segments = connection.Query(
            "SELECT document, written, first_passage, passages FROM passage_vectors ORDER BY first_passage",
            row =>
            {
                var (document, written) = (row.GetInt64(0), row.GetInt64(1));
                return byDocument.TryGetValue(document, out var segment) && segment.Written == written
                    ? segment
                    : new VectorSegment(document, written, row.GetInt64(2), row.GetInt32(3), ReadVectors(document));
            });
        return new VectorMatrix(generation, ManifestTable.ReadDimensions(connection) ?? 0, segments);

        byte[] ReadVectors(long document)
        {
            read.Parameters[0].Value = document;
            return (byte[])read.ExecuteScalar()!;
        }
    }
}
