using System.Text.Json;

namespace ForumQA.Storage.Sqlite;

/// <summary>The statements that write what a document mentions, each prepared once.</summary>
internal static class MentionStatements
{
    /// <summary>Stores what a document mentions, in place of what was stored before.</summary>
    public static void Replace(SqliteStatements statements, long document, IReadOnlyList<NameRows> names, int version)
    {
        statements.Execute("DELETE FROM names WHERE document = $1", document);
        foreach (var rows in names)
        {
            var name = rows.Name;
            var row = statements.Insert(
                """
                INSERT INTO names (document, kind, key, name, details, organizations, aliases, first, places)
                VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
                """,
                document, (int)name.Kind, name.Key, name.Name, ToJson(name.Details), ToJson(name.Organizations), ToJson(name.Aliases), name.Places[0].Start, name.Places.Count);
            InsertWords(statements, row, rows);
            foreach (var place in name.Places)
            {
                statements.Execute(
                    """INSERT INTO mentions (name, start, "end", sentence_start, sentence_end, detail, ordinal, count) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)""",
                    row, place.Start, place.End, place.SentenceStart, place.SentenceEnd, place.Detail, place.Ordinal, place.Count);
            }
        }

        statements.Execute(
            "INSERT INTO mention_versions (document, version) VALUES ($1, $2) ON CONFLICT (document) DO UPDATE SET version = excluded.version",
            document, version);
    }

    private static void InsertWords(SqliteStatements statements, long row, NameRows name)
    {
        foreach (var word in name.Words)
        {
            statements.Execute("INSERT INTO name_words (word, kind, key, name) VALUES ($1, $2, $3, $4)", word, (int)name.Name.Kind, name.Name.Key, row);
        }
    }

    private static string ToJson(IEnumerable<string> values) => JsonSerializer.Serialize(values, StorageJson.Default.IEnumerableString);
}
