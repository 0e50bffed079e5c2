using System.Runtime.InteropServices;
using Microsoft.Data.Sqlite;

namespace ForumQA.Storage;

/// <summary>Holds the vectors of an index in memory until the index changes.</summary>
internal sealed class VectorCache
{
    private VectorMatrix? _matrix;

    /// <summary>The vectors as of the connection's transaction, read only when the index has changed since the last call.</summary>
    public VectorMatrix Load(SqliteConnection connection)
    {
        var matrix = Volatile.Read(ref _matrix);
        if (matrix?.Generation == ManifestTable.ReadGeneration(connection))
        {
            return matrix;
        }

        matrix = Read(connection);
        Volatile.Write(ref _matrix, matrix);
        return matrix;
    }

    private static VectorMatrix Read(SqliteConnection connection)
    {
        // One transaction, so that the vectors belong to the generation; a snapshot has begun one already.
        using var transaction = connection.IsInTransaction() ? null : connection.BeginTransaction(deferred: true);
        var generation = ManifestTable.ReadGeneration(connection);
        var count = (int)connection.Scalar<long>("SELECT COUNT(*) FROM vectors");
        var dimensions = (int)connection.Scalar<long>("SELECT length(vector) / 4 FROM vectors LIMIT 1");
        var rows = new long[count];
        var values = new float[count * dimensions];
        using var command = connection.Prepare("SELECT passage, vector FROM vectors ORDER BY passage");
        using var reader = command.ExecuteReader();
        for (var i = 0; reader.Read(); i++)
        {
            rows[i] = reader.GetInt64(0);
            MemoryMarshal.Cast<byte, float>(reader.GetFieldValue<byte[]>(1)).CopyTo(values.AsSpan(i * dimensions, dimensions));
        }

        return new VectorMatrix(generation, dimensions, rows, values);
    }
}

/// <summary>The vectors of one generation of an index, one after the other.</summary>
/// <param name="Generation">The index's generation.</param>
/// <param name="Dimensions">Numbers in a vector; 0 when there is none.</param>
/// <param name="Rows">The passage's row of each vector.</param>
/// <param name="Values">Row-major, <c>Rows.Length * Dimensions</c> numbers.</param>
internal sealed record VectorMatrix(long Generation, int Dimensions, long[] Rows, float[] Values);
