using System.Text.Json;
using ForumQA.Text;
using ForumQA.Text.Mentions;
using Microsoft.Data.Sqlite;

namespace ForumQA.Storage;

/// <summary>Who and what the documents mention, and where.</summary>
internal sealed class MentionTable(IConnectionSource connections)
{
    private const string Select =
        """
        SELECT n.id, d.document_id, n.kind, n.key, n.name, n.details, n.organizations, n.aliases, n.first, n.places
        FROM names n JOIN documents d ON d.id = n.document
        """;

    /// <summary>All names of a kind, ordered by the first document that holds them and their place there.</summary>
    public IReadOnlyList<MentionedName> Names(MentionKind kind) => connections.Run(connection => ToNames(NameGroup.Of(
        connection.Query($"{Select} WHERE n.kind = $1", Read, (int)kind))));

    /// <summary>
    /// The names with one of these words in the name or an alias, ordered as in <see cref="Names"/>. Words that say nothing find
    /// nothing; quantities and the items of enumerations are not found by their words.
    /// </summary>
    /// <param name="folded">The words, each as <see cref="Word.Folded"/>.</param>
    public IReadOnlyList<MentionedName> NamesWith(IReadOnlyCollection<string> folded) => connections.Run(connection =>
    {
        var found = connection.Query(
            "SELECT DISTINCT kind, key FROM name_words WHERE word IN (SELECT value FROM json_each($1))",
            row => (Kind: (MentionKind)row.GetInt32(0), Key: row.GetString(1)),
            ToJson(folded));
        return ToNames(found.GroupBy(name => name.Kind, name => name.Key).SelectMany(kind => Load(connection, kind.Key, [.. kind])));
    });

    /// <summary>The names of which the name or one alias has all of these words, ordered as in <see cref="Names"/>.</summary>
    /// <param name="name">Words of a name, as typed.</param>
    public IReadOnlyList<MentionedName> NamesLike(string name)
    {
        var words = Tokenizer.Tokenize(name).Where(token => !token.Word.IsStopWord).Select(token => token.Word.Folded).ToHashSet(StringComparer.Ordinal);
        return [.. NamesWith(words).Where(found => new[] { found.Name }.Concat(found.Aliases).Any(form =>
            words.IsSubsetOf(Tokenizer.Tokenize(form).Select(token => token.Word.Folded))))];
    }

    /// <summary>Where a name stands, in the order of documents and text.</summary>
    /// <param name="kind">What it names.</param>
    /// <param name="key">The <see cref="MentionedName.Key"/>.</param>
    public IReadOnlyList<Mention> Of(MentionKind kind, string key) => connections.Run(connection =>
    {
        var groups = Load(connection, kind, [NameGroup.WithoutOrganization(key)]).Where(group => group.Key == key).ToList();
        return Mentions(connection, groups, groups.SelectMany(group => group.Rows.Select(row => row.Row)));
    });

    /// <summary>What a document mentions, in the order of its text.</summary>
    /// <param name="documentId">The <see cref="Document.Id"/>.</param>
    public IReadOnlyList<Mention> InDocument(string documentId) => connections.Run(connection =>
    {
        var rows = connection.Query($"{Select} WHERE d.document_id = $1", Read, documentId);
        var groups = rows.GroupBy(row => row.Kind).SelectMany(kind => Load(connection, kind.Key, [.. kind.Select(row => row.Key).Distinct()]));
        return Mentions(connection, groups, rows.Select(row => row.Row));
    });

    /// <summary>Stores what a document mentions, in place of what was stored before.</summary>
    internal static void Replace(SqliteStatements statements, long document, IReadOnlyList<NameRows> names, int version)
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
            NameWords.Insert(statements, row, rows);
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

    /// <summary>The groups of these keys. Of people also whoever shares a word with them: a surname's owner may stand in another document.</summary>
    private static List<NameGroup> Load(SqliteConnection connection, MentionKind kind, IReadOnlyCollection<string> keys)
    {
        if (kind != MentionKind.Person)
        {
            return NameGroup.Of(connection.Query(
                $"{Select} WHERE n.kind = $1 AND n.key IN (SELECT value FROM json_each($2))", Read, (int)kind, ToJson(keys)));
        }

        var words = keys.SelectMany(key => key.Split(' ')).Distinct();
        var people = connection.Query(
            $"""
            {Select} WHERE n.kind = $1 AND (n.key IN (SELECT value FROM json_each($2)) OR n.id IN (
                SELECT name FROM name_words WHERE kind = $1 AND word IN (SELECT value FROM json_each($3))))
            """,
            Read, (int)kind, ToJson(keys), ToJson(words));
        var wanted = keys.ToHashSet(StringComparer.Ordinal);
        return [.. NameGroup.Of(people).Where(group => group.Rows.Any(row => wanted.Contains(row.Key)))];
    }

    private static List<Mention> Mentions(SqliteConnection connection, IEnumerable<NameGroup> groups, IEnumerable<long> rows)
    {
        var owners = groups.SelectMany(group => group.Rows.Select(row => (Group: group, Row: row))).ToDictionary(owner => owner.Row.Row);
        var mentions = connection.Query(
            """SELECT name, start, "end", sentence_start, sentence_end, detail, ordinal, count FROM mentions WHERE name IN (SELECT value FROM json_each($1))""",
            row => (Owner: owners[row.GetInt64(0)], Place: new NamePlace(row.GetInt32(1), row.GetInt32(2), row.GetInt32(3), row.GetInt32(4))
            {
                Detail = row.GetNullableString(5),
                Ordinal = row.GetNullableInt32(6),
                Count = row.GetNullableInt32(7),
            }),
            $"[{string.Join(',', rows)}]");
        return [.. mentions
            .Select(found => found.Owner.Group.ToMention(found.Owner.Row, found.Place))
            .OrderBy(mention => mention.DocumentId, StringComparer.Ordinal)
            .ThenBy(mention => mention.Start)
            .ThenByDescending(mention => mention.End)
            .ThenBy(mention => mention.Kind)];
    }

    private static List<MentionedName> ToNames(IEnumerable<NameGroup> groups) =>
        [.. groups
            .OrderBy(group => group.Rows[0].DocumentId, StringComparer.Ordinal)
            .ThenBy(group => group.Rows[0].First)
            .ThenBy(group => group.Rows[0].Kind)
            .Select(group => group.ToName())];

    private static NameRow Read(SqliteDataReader row) => new(
        row.GetInt64(0), row.GetString(1), (MentionKind)row.GetInt32(2), row.GetString(3), row.GetString(4))
    {
        Details = FromJson(row.GetString(5)),
        Organizations = FromJson(row.GetString(6)),
        Aliases = FromJson(row.GetString(7)),
        First = row.GetInt32(8),
        Places = row.GetInt32(9),
    };

    private static string ToJson(IEnumerable<string> values) => JsonSerializer.Serialize(values, StorageJson.Default.IEnumerableString);

    private static string[] FromJson(string json) => [.. JsonSerializer.Deserialize(json, StorageJson.Default.IEnumerableString)!];
}
