using System.Data.Common;
using System.Text.RegularExpressions;
using ForumQA.Text.Mentions;
using Microsoft.Data.Sqlite;

namespace ForumQA.Storage.Sqlite;

/// <summary>What tables ask, asked of SQLite: lists are handed over as JSON arrays, full text is FTS5's.</summary>
internal sealed partial class SqliteIndexConnection(SqliteConnection connection) : IIndexConnection, IDisposable
{
    private SqliteStatements? _statements;

    private SqliteStatements Statements => _statements ??= new SqliteStatements(connection);

    public int Execute(string sql, params ReadOnlySpan<object?> values) => Prepare(sql, values).ExecuteOnce();

    public T? Scalar<T>(string sql, params ReadOnlySpan<object?> values) => Prepare(sql, values).ScalarOnce<T>();

    public List<T> Query<T>(string sql, Func<DbDataReader, T> read, params ReadOnlySpan<object?> values) => Prepare(sql, values).QueryOnce(read);

    public int ReadSchemaVersion() => (int)IndexSchema.ReadPragma(connection, "user_version");

    public int CountPassages() => (int)Scalar<long>("SELECT COUNT(*) FROM passages");

    public IReadOnlyList<ScoredRow> Match(IReadOnlyList<string> anyOf, IReadOnlyList<string> andAnyOf, int limit, PassageSubset? within)
    {
        var match = andAnyOf.Count == 0 ? AnyOf(anyOf) : $"({AnyOf(anyOf)}) AND ({AnyOf(andAnyOf)})";

        // The plus keeps the full text from being asked once for each passage of the subset: it is asked once, its rows are sifted.
        var sifted = within is null ? "" : within.Documents is null ? "AND +rowid = ANY ($1)" : "AND +rowid IN (SELECT id FROM passages WHERE document = ANY ($1))";
        return Query(
            $"SELECT rowid, -bm25(passage_words) FROM passage_words WHERE passage_words MATCH $2 {sifted} ORDER BY rank, rowid LIMIT $3",
            row => new ScoredRow(row.GetInt64(0), row.GetDouble(1)),
            within?.Documents ?? within?.Rows,
            match,
            limit);
    }

    public IReadOnlyDictionary<string, int> CountPassagesWith(IEnumerable<string> stems)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        using var command = connection.Prepare("SELECT doc FROM passage_vocabulary WHERE term = $1", "");
        foreach (var stem in stems)
        {
            command.Parameters[0].Value = stem;
            if (command.ExecuteScalar() is long count)
            {
                counts[stem] = (int)count;
            }
        }

        return counts;
    }

    public bool HasStemBetween(string first, string last) =>
        Scalar<long>("SELECT EXISTS (SELECT 1 FROM passage_vocabulary WHERE term >= $1 AND term <= $2)", first, last) == 1;

    public IReadOnlyList<SpelledWord> ReadSpellings() =>
        Query("SELECT term, doc FROM spelling_vocabulary ORDER BY term", row => new SpelledWord(row.GetString(0), row.GetInt32(1)));

    public void Put(IReadOnlyCollection<DocumentRows> documents, DateTimeOffset now)
    {
        var passages = new List<(long Row, PassageRows Passage)>();
        foreach (var document in documents)
        {
            var row = DocumentStatements.Replace(Statements, document.Document, document.Source, now);
            ReplaceMentions(row, document.Names);
            passages.AddRange(document.Passages.Select(passage => (DocumentStatements.Insert(Statements, row, passage.Passage), passage)));
        }

        // Full text last, and by itself: FTS5 writes down what it has gathered whenever SQLite opens a savepoint, and most other statements open one.
        passages.ForEach(passage => DocumentStatements.InsertAcronyms(Statements, passage.Row, passage.Passage));
        passages.ForEach(passage => Statements.Execute(
            "INSERT INTO passage_words (rowid, title, heading, body) VALUES ($1, $2, $3, $4)",
            passage.Row, passage.Passage.Title, passage.Passage.Heading, passage.Passage.Body));
        passages.ForEach(passage => Statements.Execute("INSERT INTO passage_spellings (rowid, words) VALUES ($1, $2)", passage.Row, passage.Passage.Spellings));
    }

    public void Delete(IReadOnlyCollection<string> documentIds)
    {
        foreach (var documentId in documentIds)
        {
            DocumentStatements.Delete(Statements, documentId);
        }
    }

    public void ReplaceMentions(long document, IReadOnlyList<NameRows> names) => MentionStatements.Replace(Statements, document, names, MentionReader.Version);

    /// <summary>Lets go of the statements it has prepared; the connection stays open. Before the transaction ends.</summary>
    public void Dispose() => _statements?.Dispose();

    private static string AnyOf(IReadOnlyList<string> stems) => string.Join(" OR ", stems.Select(stem => $"\"{stem}\""));

    private SqliteCommand Prepare(string sql, ReadOnlySpan<object?> values) =>
        connection.Prepare(sql.Contains("= ANY (", StringComparison.Ordinal) ? List().Replace(sql, "IN (SELECT value FROM json_each($1))") : sql, values);

    [GeneratedRegex(@"= ANY \((\$\d+)\)")]
    private static partial Regex List();
}
