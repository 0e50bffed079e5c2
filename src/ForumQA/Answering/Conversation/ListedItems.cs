using System.Text.RegularExpressions;

namespace ForumQA.Answering.Conversation;

/// <summary>The items that an answer lists, as its first line names them: "9 people: Ann Lee, Bo Chen.".</summary>
/// <param name="Names">The items in their order.</param>
/// <param name="Noun">What they are, such as "people"; null when that is not said.</param>
internal sealed partial record ListedItems(IReadOnlyList<string> Names, string? Noun)
{
    /// <summary>Further back nobody remembers an order.</summary>
    private const int FarthestBack = 6;

    /// <summary>The items of an answer; null when it lists fewer than two.</summary>
    public static ListedItems? Read(string? answer)
    {
        var end = answer?.IndexOf('\n', StringComparison.Ordinal) ?? -1;
        var colon = end < 0 ? -1 : answer!.AsSpan(0, end).IndexOf(": ", StringComparison.Ordinal);
        if (colon < 0)
        {
            return null;
        }

        var items = answer![(colon + 2)..end].TrimEnd('.', ' ');
        var separator = items.Contains("; ", StringComparison.Ordinal) ? "; " : items.Contains(", ", StringComparison.Ordinal) ? ", " : " and ";
        var names = items.Split(separator, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return names.Length < 2 ? null : new ListedItems(names, Counted().Match(answer[..colon]) is { Success: true } match ? match.Groups[1].Value : null);
    }

    /// <summary>The list that was given last; null when there was none lately.</summary>
    /// <param name="earlier">The questions before, oldest first.</param>
    public static ListedItems? Latest(IReadOnlyList<EarlierQuestion> earlier) =>
        earlier.Reverse().Take(FarthestBack).Select(turn => Read(turn.Answer)).FirstOrDefault(list => list is not null);

    [GeneratedRegex(@"^[0-9]+ (\p{L}+)", RegexOptions.CultureInvariant)]
    private static partial Regex Counted();
}
