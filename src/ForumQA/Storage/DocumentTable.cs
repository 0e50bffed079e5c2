using System.Text.Json;

namespace ForumQA.Storage;

/// <summary>The documents of an index.</summary>
public sealed class DocumentTable
{
    private readonly IConnectionSource _connections;

    internal DocumentTable(IConnectionSource connections) => _connections = connections;

    /// <summary>All documents in the ordinal order of their ids, without their text.</summary>
    public IReadOnlyList<IndexedDocument> List() => List(after: "", int.MaxValue);

    /// <summary>Some of the documents in the ordinal order of their ids, without their text.</summary>
    /// <param name="after">Only those whose id comes after this one; empty for the first.</param>
    /// <param name="limit">At most so many.</param>
    public IReadOnlyList<IndexedDocument> List(string after, int limit) => _connections.Run(connection => connection.Query(
        """
        SELECT document_id, title, uri, metadata, content_hash, source_hash, source_length, source_modified,
               (SELECT COUNT(*) FROM passages WHERE passages.document = documents.id)
        FROM documents WHERE document_id > $1 ORDER BY document_id LIMIT $2
        """,
        row => new IndexedDocument(
            row.GetString(0),
            row.GetString(1),
            row.GetString(2),
            ReadMetadata(row.GetString(3)),
            row.GetString(4),
            row.GetInt32(8),
            new SourceStamp(row.GetString(5), row.GetInt64(6), new DateTime(row.GetInt64(7), DateTimeKind.Utc))),
        after,
        limit));

    /// <summary>How many there are.</summary>
    public int Count() => _connections.Run(connection => (int)connection.Scalar<long>("SELECT COUNT(*) FROM documents"));

    /// <summary>Finds a document with its text.</summary>
    /// <param name="documentId">The <see cref="Document.Id"/>.</param>
    /// <returns>Null when there is none.</returns>
    public Document? Find(string documentId)
    {
        ArgumentException.ThrowIfNullOrEmpty(documentId);
        return _connections.Run(connection => connection.Query(
            "SELECT document_id, title, uri, text, metadata, headings, pages FROM documents WHERE document_id = $1",
            row => new Document
            {
                Id = row.GetString(0),
                Title = row.GetString(1),
                Uri = row.GetString(2),
                Text = row.GetString(3),
                Metadata = ReadMetadata(row.GetString(4)),
                Headings = JsonSerializer.Deserialize(row.GetString(5), StorageJson.Default.IReadOnlyListDocumentHeading)!,
                Pages = JsonSerializer.Deserialize(row.GetString(6), StorageJson.Default.IReadOnlyListDocumentPage)!,
            },
            documentId).SingleOrDefault());
    }

    /// <summary>The failure of asking for a document that is not in the index.</summary>
    /// <param name="documentId">What was asked for.</param>
    internal static ForumQAException Unknown(string documentId) =>
        new("document-unknown", $"There is no document '{documentId}' in the index. Check its id; ids are paths relative to the corpus folder.");

    /// <summary>The rows of the documents that there are, by id.</summary>
    internal IReadOnlyDictionary<string, long> FindRows(IEnumerable<string> documentIds) => _connections.Run(connection => connection.Query(
        "SELECT document_id, id FROM documents WHERE document_id = ANY ($1)",
        row => (Id: row.GetString(0), Row: row.GetInt64(1)),
        documentIds).ToDictionary(found => found.Id, found => found.Row, StringComparer.Ordinal));

    /// <summary>The ids of the documents in the given rows.</summary>
    internal IReadOnlySet<string> FindIdsOf(IEnumerable<long> documents) => _connections.Run(connection => connection.Query(
        "SELECT document_id FROM documents WHERE id = ANY ($1)", row => row.GetString(0), documents).ToHashSet(StringComparer.Ordinal));

    /// <summary>What tells whether the file of a document is the one that was read; null when there is no such document.</summary>
    internal SourceStamp? FindSource(string documentId) => _connections.Run(connection => connection.Query(
        "SELECT source_hash, source_length, source_modified FROM documents WHERE document_id = $1",
        row => new SourceStamp(row.GetString(0), row.GetInt64(1), new DateTime(row.GetInt64(2), DateTimeKind.Utc)),
        documentId).SingleOrDefault());

    /// <summary>The ids of the documents that passages belong to, by the passages' rows.</summary>
    internal IReadOnlySet<string> FindIds(IEnumerable<long> passages) => _connections.Run(connection => connection.Query(
        "SELECT DISTINCT d.document_id FROM passages p JOIN documents d ON d.id = p.document WHERE p.id = ANY ($1)",
        row => row.GetString(0),
        passages).ToHashSet(StringComparer.Ordinal));

    /// <summary>The metadata of the documents that there are, by id.</summary>
    internal IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> FindMetadata(IEnumerable<string> documentIds) => _connections.Run(connection => connection.Query(
        "SELECT document_id, metadata FROM documents WHERE document_id = ANY ($1)",
        row => (Id: row.GetString(0), Metadata: ReadMetadata(row.GetString(1))),
        documentIds)
        .ToDictionary(found => found.Id, found => (IReadOnlyDictionary<string, string>)found.Metadata, StringComparer.Ordinal));

    /// <summary>How some of the texts begin.</summary>
    internal IReadOnlyList<string> Sample(int documents, int length) => _connections.Run(connection => connection.Query(
        "SELECT substr(text, 1, $2) FROM documents ORDER BY id LIMIT $1", row => row.GetString(0), documents, length));

    private static SortedDictionary<string, string> ReadMetadata(string json) =>
        new(JsonSerializer.Deserialize(json, StorageJson.Default.DictionaryStringString)!, StringComparer.Ordinal);
}
