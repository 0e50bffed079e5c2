using System.Buffers.Binary;
using ForumQA.Text;

namespace ForumQA.Storage;

/// <summary>The vectors of the sentences, read for the passages that a question has found.</summary>
internal sealed class SentenceIndex(IConnectionSource connections)
{
    private const int SpanBytes = 2 * sizeof(int);

    /// <summary>How near each sentence of the given passages is to a question: the inner product of their vectors, 1 at most.</summary>
    /// <param name="query">The question's vector.</param>
    /// <param name="rows">The passages' rows.</param>
    /// <returns>By the passage's row, in the order of the text; passages whose sentences have no vectors, or yet none, are left out.</returns>
    public IReadOnlyDictionary<long, IReadOnlyList<SentenceScore>> Score(ReadOnlySpan<float> query, IReadOnlyCollection<long> rows)
    {
        var compared = QuantizedVector.Of(query);
        return connections.Run(connection => connection.Query(
            "SELECT passage, spans, vectors FROM sentence_vectors WHERE passage = ANY ($1)",
            row => KeyValuePair.Create<long, IReadOnlyList<SentenceScore>>(
                row.GetInt64(0), Score(compared, row.GetFieldValue<byte[]>(1), row.GetFieldValue<byte[]>(2))),
            rows).ToDictionary());
    }

    /// <summary>Stores the vectors of the sentences of a passage.</summary>
    /// <param name="connection">In a transaction.</param>
    /// <param name="passage">The passage's row.</param>
    /// <param name="spans">In the passage's text; at least one.</param>
    /// <param name="vectors">One for each.</param>
    public static void Insert(IIndexConnection connection, long passage, IReadOnlyList<TextSpan> spans, IReadOnlyList<ReadOnlyMemory<float>> vectors)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(vectors.Count, spans.Count, nameof(vectors));
        var places = new byte[spans.Count * SpanBytes];
        for (var i = 0; i < spans.Count; i++)
        {
            BinaryPrimitives.WriteInt32LittleEndian(places.AsSpan(i * SpanBytes), spans[i].Start);
            BinaryPrimitives.WriteInt32LittleEndian(places.AsSpan((i * SpanBytes) + sizeof(int)), spans[i].End);
        }

        Insert(connection, passage, places, VectorIndex.Pack(vectors));
    }

    /// <summary>The same of spans and vectors in their bytes.</summary>
    public static void Insert(IIndexConnection connection, long passage, byte[] spans, byte[] vectors) => connection.Execute(
        """
        INSERT INTO sentence_vectors (passage, spans, vectors) VALUES ($1, $2, $3)
        ON CONFLICT (passage) DO UPDATE SET spans = excluded.spans, vectors = excluded.vectors
        """,
        passage, spans, vectors);

    private static SentenceScore[] Score(byte[] query, byte[] spans, byte[] vectors)
    {
        var scores = new SentenceScore[spans.Length / SpanBytes];
        var size = vectors.Length / scores.Length;
        for (var i = 0; i < scores.Length; i++)
        {
            scores[i] = new SentenceScore(
                BinaryPrimitives.ReadInt32LittleEndian(spans.AsSpan(i * SpanBytes)),
                BinaryPrimitives.ReadInt32LittleEndian(spans.AsSpan((i * SpanBytes) + sizeof(int))),
                Math.Round(QuantizedVector.Dot(query, vectors.AsSpan(i * size, size)), VectorIndex.Digits));
        }

        return scores;
    }
}

/// <summary>How near a sentence is to a question by meaning.</summary>
/// <param name="Start">In the passage's text.</param>
/// <param name="End">Exclusive.</param>
/// <param name="Score">The inner product of the vectors; of those of length 1 the cosine.</param>
internal readonly record struct SentenceScore(int Start, int End, double Score);
