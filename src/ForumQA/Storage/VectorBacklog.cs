using ForumQA.Text;

namespace ForumQA.Storage;

/// <summary>The documents whose words are stored and whose vectors are not yet.</summary>
internal sealed class VectorBacklog(IIndexEngine engine)
{
    private const string Condition =
        """
        NOT EXISTS (SELECT 1 FROM passage_vectors WHERE passage_vectors.document = documents.id)
        AND EXISTS (SELECT 1 FROM passages WHERE passages.document = documents.id)
        """;

    /// <summary>How many passages and documents wait.</summary>
    public (int Passages, int Documents) Count() => engine.Run(connection => connection.Query(
        $"""
        SELECT CAST(COALESCE(SUM((SELECT COUNT(*) FROM passages WHERE passages.document = documents.id)), 0) AS BIGINT), COUNT(*) FROM documents WHERE {Condition}
        """,
        row => (row.GetInt32(0), row.GetInt32(1))).Single());

    /// <summary>The first document that waits after a row; null when there is none.</summary>
    public WaitingDocument? Next(long after)
    {
        using var state = engine.OpenState();
        return state.Run(connection => connection.Query(
            $"SELECT id, document_id, title, source_hash FROM documents WHERE id > $1 AND {Condition} ORDER BY id LIMIT 1",
            row => new WaitingDocument(row.GetInt64(0), row.GetString(1), row.GetString(2), row.GetString(3), []),
            after) is [var document]
            ? document with
            {
                Passages = connection.Query(
                    "SELECT text, heading FROM passages WHERE document = $1 ORDER BY ordinal",
                    passage => new WaitingPassage(passage.GetString(0), passage.GetNullableString(1)),
                    document.Row),
            }
            : null);
    }
}

/// <summary>A document without vectors.</summary>
/// <param name="Row">Its row.</param>
/// <param name="DocumentId">Its id.</param>
/// <param name="Title">Its title.</param>
/// <param name="SourceHash">Tells whether it is still the same when the vectors are there.</param>
/// <param name="Passages">In the order of its text.</param>
internal sealed record WaitingDocument(long Row, string DocumentId, string Title, string SourceHash, IReadOnlyList<WaitingPassage> Passages);

/// <summary>A passage without a vector.</summary>
internal sealed record WaitingPassage(string Text, string? Heading);

/// <summary>A document with the vectors that it has waited for.</summary>
/// <param name="Document">The document.</param>
/// <param name="Vectors">One for each of its passages.</param>
/// <param name="Sentences">For each of its passages those of its sentences; empty when sentences have none.</param>
internal sealed record EmbeddedDocument(WaitingDocument Document, IReadOnlyList<ReadOnlyMemory<float>> Vectors, IReadOnlyList<SentenceVectors> Sentences);

/// <summary>The vectors of a passage's sentences.</summary>
/// <param name="Spans">In the passage's text.</param>
/// <param name="Vectors">One for each.</param>
internal sealed record SentenceVectors(IReadOnlyList<TextSpan> Spans, IReadOnlyList<ReadOnlyMemory<float>> Vectors);
