using Microsoft.Data.Sqlite;

namespace ForumQA.Storage.Sqlite;

/// <summary>Checks an index: SQLite's own checks, then that passages, words and vectors agree with the documents.</summary>
internal static class IndexCheck
{
    public static IReadOnlyList<string> Run(SqliteConnection connection)
    {
        var problems = new List<string>();
        using var transaction = connection.BeginTransaction(deferred: true);
        problems.AddRange(connection
            .Query("PRAGMA integrity_check", row => row.GetString(0))
            .Where(line => line != "ok")
            .Select(line => $"SQLite reports: {line}"));
        Count("PRAGMA foreign_key_check", "rows point to nothing");
        Count("SELECT id FROM passages EXCEPT SELECT rowid FROM passage_words", "passages are missing from the full text");
        Count("SELECT rowid FROM passage_words EXCEPT SELECT id FROM passages", "full-text rows belong to no passage");
        Count("SELECT 1 FROM passage_vectors WHERE length(vectors) != passages * (4 + (SELECT value FROM manifest WHERE key = 'dimensions'))", "documents have vectors of the wrong dimension");
        Count("SELECT document FROM passage_vectors v WHERE passages != (SELECT COUNT(*) FROM passages p WHERE p.document = v.document AND p.id >= v.first_passage)", "documents have vectors that are not those of their passages");
        Count("SELECT 1 FROM sentence_vectors WHERE length(vectors) * 8 != length(spans) * (4 + (SELECT value FROM manifest WHERE key = 'dimensions'))", "passages have sentence vectors of the wrong dimension");
        CheckOffsets(connection, problems);
        return problems;

        void Count(string sql, string complaint)
        {
            var count = connection.Query(sql, _ => true).Count;
            if (count > 0)
            {
                problems.Add($"{count} {complaint}");
            }
        }
    }

    private static void CheckOffsets(SqliteConnection connection, List<string> problems)
    {
        // SQLite counts code points and offsets count UTF-16 code units, so the comparison is made here.
        using var command = connection.Prepare(
            """SELECT d.document_id, d.text, p.start, p."end", p.text FROM passages p JOIN documents d ON d.id = p.document ORDER BY d.id""");
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            var (text, start, end, passage) = (reader.GetString(1), reader.GetInt32(2), reader.GetInt32(3), reader.GetString(4));
            if (end - start != passage.Length || !Document.StandsAt(text, passage, start))
            {
                problems.Add($"A passage of '{reader.GetString(0)}' does not stand at {start}..{end} of its text");
            }
        }
    }
}
