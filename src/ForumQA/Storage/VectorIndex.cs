using System.Numerics.Tensors;
using System.Runtime.InteropServices;
using Microsoft.Data.Sqlite;

namespace ForumQA.Storage;

/// <summary>The vectors of the passages: scanned exactly, in process.</summary>
internal sealed class VectorIndex(IConnectionSource connections, VectorCache cache)
{
    /// <summary>The passages whose vectors have the greatest inner product with <paramref name="query"/>, best first.</summary>
    /// <param name="query">The vector to compare with.</param>
    /// <param name="limit">At most so many.</param>
    /// <param name="within">The passages that are searched; null for all.</param>
    /// <exception cref="IndexException">The query's dimension is not that of the index.</exception>
    public IReadOnlyList<ScoredRow> Search(ReadOnlySpan<float> query, int limit, PassageSubset? within = null)
    {
        var vectors = connections.Run(cache.Load);
        if (vectors.Rows.Length == 0)
        {
            return [];
        }

        if (query.Length != vectors.Dimensions)
        {
            var model = connections.Run(connection => ManifestTable.Get(connection, ManifestTable.EmbeddingModel));
            throw IndexException.OtherDimensions(model ?? "the embedding model", vectors.Dimensions, query.Length);
        }

        // A heap of the best so far with the worst on top; of equals, the earlier row stays.
        var best = new PriorityQueue<long, (float Score, long Row)>(limit + 1);
        for (var i = NextWithin(vectors.Rows, 0, within); i < vectors.Rows.Length; i = NextWithin(vectors.Rows, i + 1, within))
        {
            var score = TensorPrimitives.Dot(query, vectors.Values.AsSpan(i * vectors.Dimensions, vectors.Dimensions));
            var priority = (score, -vectors.Rows[i]);
            if (best.Count < limit)
            {
                best.Enqueue(vectors.Rows[i], priority);
            }
            else if (best.TryPeek(out _, out var worst) && priority.CompareTo(worst) > 0)
            {
                best.DequeueEnqueue(vectors.Rows[i], priority);
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

    /// <summary>The first place from <paramref name="at"/> on whose row is in the subset; the end when there is none.</summary>
    private static int NextWithin(long[] rows, int at, PassageSubset? within)
    {
        if (within is null || at >= rows.Length)
        {
            return at;
        }

        // Both are ascending, so the next common row is found by searching, however few or many the subset has.
        while (at < rows.Length)
        {
            var found = Array.BinarySearch(within.Rows, rows[at]);
            if (found >= 0)
            {
                return at;
            }

            if (~found == within.Rows.Length)
            {
                return rows.Length;
            }

            at = Array.BinarySearch(rows, at, rows.Length - at, within.Rows[~found]) is var next && next >= 0 ? next : ~next;
        }

        return rows.Length;
    }

    /// <summary>The vectors of the given passages, by row; those without one are left out. Reads no other vector into memory.</summary>
    public IReadOnlyDictionary<long, float[]> Load(IReadOnlyCollection<long> rows) => connections.Run(connection => connection.Query(
        "SELECT passage, vector FROM vectors WHERE passage IN (SELECT value FROM json_each($1))",
        row => (Passage: row.GetInt64(0), Vector: MemoryMarshal.Cast<byte, float>(row.GetFieldValue<byte[]>(1)).ToArray()),
        $"[{string.Join(',', rows)}]").ToDictionary(found => found.Passage, found => found.Vector));

    /// <summary>The inner products of <paramref name="query"/> with the vectors of the given passages; 0 where there is none.</summary>
    public double[] Score(ReadOnlySpan<float> query, IReadOnlyList<long> rows)
    {
        var vectors = connections.Run(cache.Load);
        var scores = new double[rows.Count];
        for (var i = 0; i < scores.Length; i++)
        {
            // Rows were read in ascending order.
            var at = Array.BinarySearch(vectors.Rows, rows[i]);
            scores[i] = at < 0 ? 0 : TensorPrimitives.Dot(query, vectors.Values.AsSpan(at * vectors.Dimensions, vectors.Dimensions));
        }

        return scores;
    }

    public static void Insert(SqliteConnection connection, long row, ReadOnlySpan<float> vector)
    {
        if (!BitConverter.IsLittleEndian)
        {
            throw new PlatformNotSupportedException("The index keeps vectors as little-endian floats; this machine is big-endian.");
        }

        connection.Execute("INSERT INTO vectors (passage, vector) VALUES ($1, $2)", row, MemoryMarshal.AsBytes(vector).ToArray());
    }
}
