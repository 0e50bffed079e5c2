namespace ForumQA.Storage.Sqlite;

/// <summary>SQLite's own checks, and that the full text has the passages.</summary>
internal static class SqliteCheck
{
    public static IReadOnlyList<string> Run(IIndexConnection connection)
    {
        var problems = connection
            .Query("PRAGMA integrity_check", row => row.GetString(0))
            .Where(line => line != "ok")
            .Select(line => $"SQLite reports: {line}")
            .ToList();
        IndexCheck.Count(connection, problems, "PRAGMA foreign_key_check", "rows point to nothing");
        IndexCheck.Count(connection, problems, "SELECT id FROM passages EXCEPT SELECT rowid FROM passage_words", "passages are missing from the full text");
        IndexCheck.Count(connection, problems, "SELECT rowid FROM passage_words EXCEPT SELECT id FROM passages", "full-text rows belong to no passage");
        return problems;
    }
}
