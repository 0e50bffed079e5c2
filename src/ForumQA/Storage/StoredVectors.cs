namespace ForumQA.Storage;

/// <summary>The vectors of a document in the bytes they are stored in, to be stored elsewhere.</summary>
/// <param name="DocumentId">The <see cref="Document.Id"/>.</param>
/// <param name="Passages">One <see cref="QuantizedVector"/> after the other.</param>
/// <param name="Sentences">By the passage's ordinal: the spans of its sentences and their vectors.</param>
internal sealed record StoredVectors(string DocumentId, byte[] Passages, IReadOnlyList<(int Ordinal, byte[] Spans, byte[] Vectors)> Sentences)
{
    /// <summary>The ids of the documents that have vectors.</summary>
    public static IReadOnlyList<string> ListDocuments(IIndexConnection connection) => connection.Query(
        "SELECT d.document_id FROM passage_vectors v JOIN documents d ON d.id = v.document ORDER BY d.id", row => row.GetString(0));

    /// <summary>Those of some documents; of one without vectors there are none.</summary>
    public static IReadOnlyList<StoredVectors> Read(IIndexConnection connection, IReadOnlyCollection<string> documentIds)
    {
        var sentences = connection.Query(
            """
            SELECT d.document_id, p.ordinal, s.spans, s.vectors FROM sentence_vectors s JOIN passages p ON p.id = s.passage JOIN documents d ON d.id = p.document
            WHERE d.document_id = ANY ($1)
            """,
            row => (DocumentId: row.GetString(0), Vectors: (row.GetInt32(1), row.GetFieldValue<byte[]>(2), row.GetFieldValue<byte[]>(3))),
            documentIds).ToLookup(row => row.DocumentId, row => row.Vectors, StringComparer.Ordinal);
        return connection.Query(
            "SELECT d.document_id, v.vectors FROM passage_vectors v JOIN documents d ON d.id = v.document WHERE d.document_id = ANY ($1)",
            row => new StoredVectors(row.GetString(0), row.GetFieldValue<byte[]>(1), [.. sentences[row.GetString(0)]]),
            documentIds);
    }

    /// <summary>Stores them with a document that is there with the same passages. In a transaction.</summary>
    public void Write(IIndexConnection connection)
    {
        if (connection.Query("SELECT id, (SELECT MIN(id) FROM passages WHERE document = documents.id) FROM documents WHERE document_id = $1", row => (Row: row.GetInt64(0), First: row.GetInt64(1)), DocumentId) is not [var document])
        {
            return;
        }

        VectorIndex.Insert(connection, document.Row, Passages);
        foreach (var (ordinal, spans, vectors) in Sentences)
        {
            SentenceIndex.Insert(connection, document.First + ordinal, spans, vectors);
        }
    }
}
