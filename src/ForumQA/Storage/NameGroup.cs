using ForumQA.Text.Mentions;

namespace ForumQA.Storage;

/// <summary>What the documents of a corpus call by one name and mean by it: of two people of one name, each is a group.</summary>
/// <param name="Key">The <see cref="MentionedName.Key"/>.</param>
/// <param name="Rows">In the order of documents.</param>
internal sealed record NameGroup(string Key, IReadOnlyList<NameRow> Rows)
{
    private string? _name;

    /// <summary>The form that stands most often; of two the longer one.</summary>
    private string Name => _name ??= Rows
        .GroupBy(row => row.Name, StringComparer.Ordinal)
        .OrderByDescending(form => form.Any(row => row.Key == WithoutOrganization(Key)))
        .ThenByDescending(form => form.Sum(row => row.Places))
        .ThenByDescending(form => form.Key.Length)
        .First().Key;

    /// <summary>Puts together what belongs together.</summary>
    public static List<NameGroup> Of(IReadOnlyCollection<NameRow> rows)
    {
        var byKey = rows
            .OrderBy(row => row.DocumentId, StringComparer.Ordinal)
            .ThenBy(row => row.First)
            .ThenBy(row => row.Key, StringComparer.Ordinal)
            .ThenBy(row => row.Row)
            .GroupBy(row => (row.Kind, row.Key));
        var groups = byKey
            .SelectMany(name => name.Key.Kind == MentionKind.Person ? Namesakes.Part(name.Key.Key, [.. name]) : [new NameGroup(name.Key.Key, [.. name])])
            .ToList();
        return Namesakes.JoinSurnames(groups);
    }

    /// <summary>The key that a document knows: without the organization that tells namesakes apart.</summary>
    public static string WithoutOrganization(string key) =>
        key.EndsWith(')') && key.IndexOf(" (", StringComparison.Ordinal) is > 0 and var open ? key[..open] : key;

    public MentionedName ToName() => new()
    {
        Kind = Rows[0].Kind,
        Key = Key,
        Name = Name,
        Details = Distinct(row => row.Details),
        Documents = [.. Rows.Select(row => row.DocumentId).Distinct(StringComparer.Ordinal)],
        Count = Rows.Sum(row => row.Places),
        Aliases = [.. Distinct(row => [row.Name, .. row.Aliases]).Where(alias => alias != Name)],
    };

    public Mention ToMention(NameRow row, NamePlace place) => new()
    {
        Kind = row.Kind,
        Name = Name,
        Key = Key,
        Detail = place.Detail ?? (row.Kind == MentionKind.Person && row.Details is [var best, ..] ? best : null),
        Ordinal = place.Ordinal,
        Count = place.Count,
        DocumentId = row.DocumentId,
        Start = place.Start,
        End = place.End,
        SentenceStart = place.SentenceStart,
        SentenceEnd = place.SentenceEnd,
    };

    private List<string> Distinct(Func<NameRow, IEnumerable<string>> values) => [.. Rows.SelectMany(values).Distinct(StringComparer.OrdinalIgnoreCase)];
}
