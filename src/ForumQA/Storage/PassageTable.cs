using System.Data.Common;

namespace ForumQA.Storage;

/// <summary>The passages of an index.</summary>
public sealed class PassageTable
{
    private const string Source = "FROM passages p JOIN documents d ON d.id = p.document";

    private const string Columns =
        $"""
        SELECT p.id, p.passage_id, d.document_id, p.ordinal, p.start, p."end", p.text, p.heading, p.page, d.title, d.uri
        {Source}
        """;

    private readonly IConnectionSource _connections;

    internal PassageTable(IConnectionSource connections) => _connections = connections;

    /// <summary>Finds a passage.</summary>
    /// <param name="passageId">The <see cref="Passage.Id"/>.</param>
    /// <returns>Null when there is none.</returns>
    public Passage? Find(string passageId)
    {
        ArgumentException.ThrowIfNullOrEmpty(passageId);
        return _connections.Run(connection =>
            connection.Query($"{Columns} WHERE p.passage_id = $1", Read, passageId).SingleOrDefault()?.Passage);
    }

    /// <summary>A document's passages in the order of its text.</summary>
    /// <param name="documentId">The <see cref="Document.Id"/>.</param>
    public IReadOnlyList<Passage> ListByDocument(string documentId)
    {
        ArgumentException.ThrowIfNullOrEmpty(documentId);
        return _connections.Run(connection =>
            connection.Query($"{Columns} WHERE d.document_id = $1 ORDER BY p.ordinal", Read, documentId).ConvertAll(row => row.Passage));
    }

    /// <summary>How many there are.</summary>
    public int Count() => _connections.Run(connection => connection.CountPassages());

    /// <summary>Reads passages by row number, in the order asked for; rows deleted meanwhile are left out.</summary>
    internal IReadOnlyList<StoredPassage> Load(IReadOnlyCollection<long> rows) => _connections.Run(connection =>
    {
        var found = connection.Query(
            $"{Columns} WHERE p.id = ANY ($1)", Read, rows).ToDictionary(row => row.Row);
        return rows.Where(found.ContainsKey).Select(row => found[row]).ToList();
    });

    /// <summary>The passages of the documents in the given rows.</summary>
    internal PassageSubset FindByDocuments(IReadOnlyCollection<long> documents)
    {
        long[] wanted = [.. documents];
        return _connections.Run(connection => new PassageSubset(
            [.. connection.Query("SELECT id FROM passages WHERE document = ANY ($1) ORDER BY id", row => row.GetInt64(0), wanted)], wanted));
    }

    /// <summary>The rows of the passages with the given ids, by id.</summary>
    internal IReadOnlyDictionary<string, long> FindRows(IEnumerable<string> passageIds) => _connections.Run(connection => connection.Query(
        "SELECT passage_id, id FROM passages WHERE passage_id = ANY ($1)",
        row => (Id: row.GetString(0), Row: row.GetInt64(1)),
        passageIds).ToDictionary(found => found.Id, found => found.Row, StringComparer.Ordinal));

    /// <summary>The passages that a condition is true for.</summary>
    internal PassageSubset FindByCondition(PassageCondition condition) => _connections.Run(connection => new PassageSubset([.. connection.Query(
        $"SELECT p.id {Source} WHERE {condition.Sql} ORDER BY p.id", row => row.GetInt64(0), [.. condition.Values])]));

    /// <summary>The rows of some of the passages that a condition is true for, in its order and then in the order of the documents.</summary>
    internal IReadOnlyList<long> FindRows(PassageCondition condition, int skip, int limit) => _connections.Run(connection => connection.Query(
        $"""
        SELECT p.id {Source} WHERE {condition.Sql} ORDER BY {string.Join(", ", condition.Order.Concat(["d.document_id", "p.ordinal"]))}
        LIMIT ${condition.Values.Count + 1} OFFSET ${condition.Values.Count + 2}
        """,
        row => row.GetInt64(0),
        [.. condition.Values, limit, skip]));

    private static StoredPassage Read(DbDataReader row) => new(
        row.GetInt64(0),
        new Passage
        {
            Id = row.GetString(1),
            DocumentId = row.GetString(2),
            Ordinal = row.GetInt32(3),
            Start = row.GetInt32(4),
            End = row.GetInt32(5),
            Text = row.GetString(6),
            Heading = row.GetNullableString(7),
            Page = row.GetNullableInt32(8),
        },
        row.GetString(9),
        row.GetString(10));
}

/// <summary>A passage with its row number, by which full text and vectors know it, and what a citation prints of its document.</summary>
internal sealed record StoredPassage(long Row, Passage Passage, string DocumentTitle, string DocumentUri);
