using ForumQA.Text.Mentions;

namespace ForumQA.Storage;

/// <summary>Tells people of one name apart by their organizations, and finds whose surname stands alone.</summary>
/// <remarks>Done when read, not when stored: a document that comes or goes changes what the same name means in others.</remarks>
internal static class Namesakes
{
    /// <summary>Parts the documents that know someone by a name into the people they mean.</summary>
    public static IEnumerable<NameGroup> Part(string key, IReadOnlyList<NameRow> rows)
    {
        var people = new List<(List<string> Organizations, List<NameRow> Rows)>();
        foreach (var row in rows.Where(row => row.Organizations.Count > 0))
        {
            var same = people.Where(person => person.Organizations.Any(known => row.Organizations.Any(other => IsSame(known, other)))).ToList();
            people.RemoveAll(same.Contains);
            people.Add(([.. same.SelectMany(person => person.Organizations), .. row.Organizations], [.. same.SelectMany(person => person.Rows), row]));
        }

        var unknown = rows.Where(row => row.Organizations.Count == 0);
        return people.Count < 2
            ? [new NameGroup(key, rows)]
            : [.. people.Select(person => new NameGroup($"{key} ({person.Organizations[0]})", Sorted(person.Rows))),
               .. unknown.Any() ? [new NameGroup(key, [.. unknown])] : Array.Empty<NameGroup>()];
    }

    /// <summary>Gives the mentions of a surname alone to the only person who has it.</summary>
    public static List<NameGroup> JoinSurnames(List<NameGroup> groups)
    {
        var owners = groups
            .Where(group => group.Rows[0].Kind == MentionKind.Person && group.Rows[0].Key.Contains(' '))
            .SelectMany(group => new[] { group.Rows[0].Key.Split(' ')[^1] }.Concat(group.Rows.SelectMany(row => row.Aliases).Select(Fold)).Distinct().Select(surname => (surname, group)))
            .ToLookup(owner => owner.surname, owner => owner.group, StringComparer.Ordinal);
        foreach (var surname in groups.Where(group => group.Rows[0].Kind == MentionKind.Person && !group.Key.Contains(' ')).ToList())
        {
            if (owners[surname.Key].Take(2).ToList() is [var owner])
            {
                groups.Remove(surname);
                // Found by its key, because a surname before may have replaced it.
                var index = groups.FindIndex(group => group.Key == owner.Key && group.Rows[0].Kind == MentionKind.Person);
                groups[index] = groups[index] with { Rows = Sorted([.. groups[index].Rows, .. surname.Rows]) };
            }
        }

        return groups;
    }

    private static string Fold(string alias) => string.Join(' ', Text.Tokenizer.Tokenize(alias).Select(token => token.Word.Folded));

    private static List<NameRow> Sorted(IEnumerable<NameRow> rows) =>
        [.. rows.OrderBy(row => row.DocumentId, StringComparer.Ordinal).ThenBy(row => row.First)];

    // "toshiba" and "toshiba digital solutions": one is the other's beginning.
    private static bool IsSame(string one, string other) =>
        one == other || one.StartsWith(other + ' ', StringComparison.Ordinal) || other.StartsWith(one + ' ', StringComparison.Ordinal);
}
