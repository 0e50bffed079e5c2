using System.Text.Json;
using ForumQA.Storage;
using ForumQA.Text.Mentions;

namespace ForumQA.PostgreSql;

/// <summary>Writes what documents mention. In a transaction.</summary>
internal sealed class MentionCopy(PostgreSqlIndexConnection connection)
{
    /// <summary>Stores what documents mention in place of what was stored before.</summary>
    public void Replace(IReadOnlyCollection<(long Document, IReadOnlyList<NameRows> Names)> documents)
    {
        var ids = documents.Select(document => document.Document).ToList();
        connection.Execute("DELETE FROM names WHERE document = ANY ($1)", ids);
        connection.Execute("DELETE FROM mention_versions WHERE document = ANY ($1)", ids);
        var next = connection.Scalar<long>("SELECT COALESCE(MAX(id), 0) + 1 FROM names");
        var numbered = documents.SelectMany(document => document.Names.Select(rows => (Row: next++, document.Document, Rows: rows))).ToList();
        connection.Copy(
            "names (id, document, kind, key, name, details, organizations, aliases, first, places)",
            numbered.Select(one => ToRow(one.Row, one.Document, one.Rows.Name)));
        connection.Copy(
            "name_words (word, kind, key, name)",
            numbered.SelectMany(one => one.Rows.Words.Select(word => new object?[] { word, (int)one.Rows.Name.Kind, one.Rows.Name.Key, one.Row })));
        var mention = connection.Scalar<long>("SELECT COALESCE(MAX(id), 0) + 1 FROM mentions");
        connection.Copy(
            """mentions (id, name, start, "end", sentence_start, sentence_end, detail, ordinal, count)""",
            numbered.SelectMany(one => one.Rows.Name.Places.Select(place => ToRow(mention++, one.Row, place))));
        connection.Copy("mention_versions (document, version)", ids.Select(id => new object?[] { id, MentionReader.Version }));
    }

    private static object?[] ToRow(long row, long document, DocumentName name) =>
    [
        row, document, (int)name.Kind, name.Key, name.Name, ToJson(name.Details), ToJson(name.Organizations), ToJson(name.Aliases), name.Places[0].Start, name.Places.Count,
    ];

    private static object?[] ToRow(long row, long name, NamePlace place) =>
        [row, name, place.Start, place.End, place.SentenceStart, place.SentenceEnd, place.Detail, place.Ordinal, place.Count];

    private static string ToJson(IEnumerable<string> values) => JsonSerializer.Serialize(values, StorageJson.Default.IEnumerableString);
}
