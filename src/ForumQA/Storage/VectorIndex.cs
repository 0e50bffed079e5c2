namespace ForumQA.Storage;

/// <summary>The vectors of the passages: scanned exactly, in process, unless the engine proposes some of them, which are scored all the same.</summary>
internal sealed class VectorIndex(IConnectionSource connections, VectorCache cache)
{
    /// <summary>Digits of a score: what processors that differ in the last bit of a model's output find alike.</summary>
    public const int Digits = 4;

    /// <summary>The passages whose vectors have the greatest inner product with <paramref name="query"/>, best first.</summary>
    /// <param name="query">The vector to compare with.</param>
    /// <param name="limit">At most so many.</param>
    /// <param name="within">The passages that are searched; null for all.</param>
    /// <exception cref="IndexException">The query's dimension is not that of the index.</exception>
    public IReadOnlyList<ScoredRow> Search(ReadOnlySpan<float> query, int limit, PassageSubset? within = null)
    {
        var rows = within?.Rows ?? Propose(query, limit);
        var vectors = rows is null ? connections.Run(cache.Load) : VectorsOf(rows);
        if (vectors.Segments.Count == 0)
        {
            return [];
        }

        RequireDimensions(vectors.Dimensions, query.Length);
        var compared = QuantizedVector.Of(query);
        var best = new BestRows(limit);
        if (rows is null)
        {
            foreach (var segment in vectors.Segments)
            {
                for (var i = 0; i < segment.Count; i++)
                {
                    best.Add(segment.FirstRow + i, Score(compared, segment[i]));
                }
            }
        }
        else
        {
            foreach (var row in rows)
            {
                if (vectors.Find(row) is { IsEmpty: false } vector)
                {
                    best.Add(row, Score(compared, vector));
                }
            }
        }

        return best.ToList();
    }

    /// <summary>The vectors of the given passages, by row, as near as their bytes keep them; those without one are left out.</summary>
    public IReadOnlyDictionary<long, float[]> Load(IReadOnlyCollection<long> rows)
    {
        var vectors = VectorsOf(rows);
        var found = new Dictionary<long, float[]>();
        foreach (var row in rows)
        {
            if (vectors.Find(row) is { IsEmpty: false } vector)
            {
                found[row] = QuantizedVector.Read(vector);
            }
        }

        return found;
    }

    /// <summary>The inner products of <paramref name="query"/> with the vectors of the given passages; null where there is none yet.</summary>
    public double?[] Score(ReadOnlySpan<float> query, IReadOnlyList<long> rows)
    {
        var vectors = VectorsOf(rows);
        var scores = new double?[rows.Count];
        if (vectors.Segments.Count > 0)
        {
            RequireDimensions(vectors.Dimensions, query.Length);
            var compared = QuantizedVector.Of(query);
            for (var i = 0; i < scores.Length; i++)
            {
                scores[i] = vectors.Find(rows[i]) is { IsEmpty: false } vector ? Score(compared, vector) : null;
            }
        }

        return scores;
    }

    /// <summary>Stores the vectors of all passages of a document.</summary>
    /// <param name="connection">In a transaction.</param>
    /// <param name="document">The document's row.</param>
    /// <param name="vectors">One for each passage, in the order of the text.</param>
    /// <returns>The row of the first passage; those of the others follow it.</returns>
    public static long Insert(IIndexConnection connection, long document, IReadOnlyList<ReadOnlyMemory<float>> vectors)
    {
        var (first, count) = Insert(connection, document, Pack(vectors));
        ArgumentOutOfRangeException.ThrowIfNotEqual(vectors.Count, count, nameof(vectors));
        return first;
    }

    /// <summary>The same of vectors in their bytes.</summary>
    /// <returns>The row of the first passage, and how many there are.</returns>
    public static (long First, int Count) Insert(IIndexConnection connection, long document, byte[] vectors)
    {
        var (first, last) = connection.Query(
            "SELECT MIN(id), MAX(id) FROM passages WHERE document = $1", row => (row.GetInt64(0), row.GetInt64(1)), document).Single();
        var count = (int)(last - first + 1);
        connection.Execute(
            """
            INSERT INTO passage_vectors (document, first_passage, passages, written, vectors)
            VALUES ($1, $2, $3, (SELECT CAST(value AS BIGINT) + 1 FROM manifest WHERE key = 'generation'), $4)
            ON CONFLICT (document) DO UPDATE
            SET first_passage = excluded.first_passage, passages = excluded.passages, written = excluded.written, vectors = excluded.vectors
            """,
            document, first, count, vectors);
        return (first, count);
    }

    /// <summary>Vectors in bytes, one after the other.</summary>
    public static byte[] Pack(IReadOnlyList<ReadOnlyMemory<float>> vectors)
    {
        var size = QuantizedVector.SizeOf(vectors[0].Length);
        var bytes = new byte[vectors.Count * size];
        for (var i = 0; i < vectors.Count; i++)
        {
            QuantizedVector.Write(vectors[i].Span, bytes.AsSpan(i * size, size));
        }

        return bytes;
    }

    private static double Score(ReadOnlySpan<byte> query, ReadOnlySpan<byte> vector) => Math.Round(QuantizedVector.Dot(query, vector), Digits);

    /// <summary>The vectors of some passages, or of all where they are in memory anyway.</summary>
    private VectorMatrix VectorsOf(IReadOnlyCollection<long> rows) =>
        connections.Run(connection => connection.VectorSearch is { } search ? search.Load(rows) : cache.Load(connection));

    private IReadOnlyList<long>? Propose(ReadOnlySpan<float> query, int limit)
    {
        if (connections.Run(connection => connection.VectorSearch?.Dimensions) is not { } dimensions)
        {
            return null;
        }

        RequireDimensions(dimensions, query.Length);
        var compared = query.ToArray();
        return connections.Run(connection => connection.VectorSearch?.Propose(compared, limit));
    }

    private void RequireDimensions(int indexed, int given)
    {
        if (given != indexed)
        {
            var model = connections.Run(connection => ManifestTable.Get(connection, ManifestTable.EmbeddingModel));
            throw IndexException.OtherDimensions(model ?? "the embedding model", indexed, given);
        }
    }
}
