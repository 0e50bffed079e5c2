using System.Data.Common;
using System.Text.Json;
using ForumQA.Text;
using ForumQA.Text.Mentions;

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
            "SELECT DISTINCT kind, key FROM name_words WHERE word = ANY ($1)",
            row => (Kind: (MentionKind)row.GetInt32(0), Key: row.GetString(1)),
            folded);
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

    /// <summary>The groups of these keys. Of people also whoever shares a word with them: a surname's owner may stand in another document.</summary>
    private static List<NameGroup> Load(IIndexConnection connection, MentionKind kind, IReadOnlyCollection<string> keys)
    {
        if (kind != MentionKind.Person)
        {
            return NameGroup.Of(connection.Query(
                $"{Select} WHERE n.kind = $1 AND n.key = ANY ($2)", Read, (int)kind, keys));
        }

        var words = keys.SelectMany(key => key.Split(' ')).Distinct();
        var people = connection.Query(
            $"""
            {Select} WHERE n.kind = $1 AND (n.key = ANY ($2) OR n.id IN (
                SELECT name FROM name_words WHERE kind = $1 AND word = ANY ($3)))
            """,
            Read, (int)kind, keys, words);
        var wanted = keys.ToHashSet(StringComparer.Ordinal);
        return [.. NameGroup.Of(people).Where(group => group.Rows.Any(row => wanted.Contains(row.Key)))];
    }

    private static List<Mention> Mentions(IIndexConnection connection, IEnumerable<NameGroup> groups, IEnumerable<long> rows)
    {
        var owners = groups.SelectMany(group => group.Rows.Select(row => (Group: group, Row: row))).ToDictionary(owner => owner.Row.Row);
        var mentions = connection.Query(
            """SELECT name, start, "end", sentence_start, sentence_end, detail, ordinal, count FROM mentions WHERE name = ANY ($1) ORDER BY id""",
            row => (Owner: owners[row.GetInt64(0)], Place: new NamePlace(row.GetInt32(1), row.GetInt32(2), row.GetInt32(3), row.GetInt32(4))
            {
                Detail = row.GetNullableString(5),
                Ordinal = row.GetNullableInt32(6),
                Count = row.GetNullableInt32(7),
            }),
            rows);
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

    private static NameRow Read(DbDataReader row) => new(
        row.GetInt64(0), row.GetString(1), (MentionKind)row.GetInt32(2), row.GetString(3), row.GetString(4))
    {
        Details = FromJson(row.GetString(5)),
        Organizations = FromJson(row.GetString(6)),
        Aliases = FromJson(row.GetString(7)),
        First = row.GetInt32(8),
        Places = row.GetInt32(9),
    };

    private static string[] FromJson(string json) => [.. JsonSerializer.Deserialize(json, StorageJson.Default.IEnumerableString)!];
}
