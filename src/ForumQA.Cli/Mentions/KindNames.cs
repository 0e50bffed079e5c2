using ForumQA.Text.Mentions;

namespace ForumQA.Cli.Mentions;

/// <summary>What people call the kinds of mentions.</summary>
internal static class KindNames
{
    private static readonly Dictionary<string, MentionKind> Others = new(StringComparer.OrdinalIgnoreCase)
    {
        ["people"] = MentionKind.Person,
        ["organisation"] = MentionKind.Organization,
        ["organisations"] = MentionKind.Organization,
        ["quantities"] = MentionKind.Quantity,
    };

    public static string All { get; } = string.Join(", ", Enum.GetNames<MentionKind>().Select(name => name.ToLowerInvariant()));

    /// <summary>The kind that a word names, in the singular or the plural; null when it names none.</summary>
    public static MentionKind? Find(string word)
    {
        word = word.Trim();
        if (Others.TryGetValue(word, out var kind))
        {
            return kind;
        }

        return Enum.GetValues<MentionKind>().Cast<MentionKind?>().FirstOrDefault(value =>
            string.Equals(value.ToString(), word, StringComparison.OrdinalIgnoreCase) || string.Equals(value + "s", word, StringComparison.OrdinalIgnoreCase));
    }
}
