using System.Numerics.Tensors;
using System.Runtime.InteropServices;
using Microsoft.Data.Sqlite;

namespace ForumQA.Storage;

/// <summary>The vectors of the passages: scanned exactly, in process, and held in memory until the index changes.</summary>
internal sealed class VectorIndex(IndexConnections connections)
{
    private Snapshot? _snapshot;

    /// <summary>The passages whose vectors have the greatest inner product with <paramref name="query"/>, best first.</summary>
    /// <exception cref="ArgumentException">The query's dimension is not that of the index.</exception>
    public IReadOnlyList<ScoredRow> Search(ReadOnlySpan<float> query, int limit)
    {
        var snapshot = Current();
        if (snapshot.Rows.Length == 0)
        {
            return [];
        }

        if (query.Length != snapshot.Dimensions)
        {
            throw new ArgumentException($"The index holds vectors of {snapshot.Dimensions} dimensions, the query has {query.Length}.", nameof(query));
        }

        // A heap of the best so far with the worst on top; of equals, the earlier row stays.
        var best = new PriorityQueue<long, (float Score, long Row)>(limit + 1);
        for (var i = 0; i < snapshot.Rows.Length; i++)
        {
            var score = TensorPrimitives.Dot(query, snapshot.Vectors.AsSpan(i * snapshot.Dimensions, snapshot.Dimensions));
            var priority = (score, -snapshot.Rows[i]);
            if (best.Count < limit)
            {
                best.Enqueue(snapshot.Rows[i], priority);
            }
            else if (best.TryPeek(out _, out var worst) && priority.CompareTo(worst) > 0)
            {
                best.DequeueEnqueue(snapshot.Rows[i], priority);
            }
        }

        var result = new ScoredRow[best.Count];
        for (var i = result.Length - 1; i >= 0; i--)
        {
            best.TryDequeue(out var row, out var priority);
            result[i] = new ScoredRow(row, priority.Score);
        }

        return result;
    }

    public static void Insert(SqliteConnection connection, long row, ReadOnlySpan<float> vector)
    {
        if (!BitConverter.IsLittleEndian)
        {
            throw new PlatformNotSupportedException("The index keeps vectors as little-endian floats; this machine is big-endian.");
        }

        connection.Execute("INSERT INTO vectors (passage, vector) VALUES ($1, $2)", row, MemoryMarshal.AsBytes(vector).ToArray());
    }

    private Snapshot Current() => connections.Run(connection =>
    {
        using var transaction = connection.BeginTransaction(deferred: true);
        var generation = ManifestTable.ReadGeneration(connection);
        var snapshot = Volatile.Read(ref _snapshot);
        if (snapshot?.Generation != generation)
        {
            snapshot = Snapshot.Load(connection, generation);
            Volatile.Write(ref _snapshot, snapshot);
        }

        return snapshot;
    });

    private sealed record Snapshot(long Generation, int Dimensions, long[] Rows, float[] Vectors)
    {
        public static Snapshot Load(SqliteConnection connection, long generation)
        {
            var count = (int)connection.Scalar<long>("SELECT COUNT(*) FROM vectors");
            var dimensions = (int)connection.Scalar<long>("SELECT length(vector) / 4 FROM vectors LIMIT 1");
            var rows = new long[count];
            var vectors = new float[count * dimensions];
            using var command = connection.Prepare("SELECT passage, vector FROM vectors ORDER BY passage");
            using var reader = command.ExecuteReader();
            for (var i = 0; reader.Read(); i++)
            {
                rows[i] = reader.GetInt64(0);
                var bytes = reader.GetFieldValue<byte[]>(1);
                MemoryMarshal.Cast<byte, float>(bytes).CopyTo(vectors.AsSpan(i * dimensions, dimensions));
            }

            return new Snapshot(generation, dimensions, rows, vectors);
        }
    }
}
