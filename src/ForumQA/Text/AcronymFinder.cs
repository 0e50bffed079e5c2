using System.Text.RegularExpressions;

namespace ForumQA.Text;

/// <summary>Finds acronyms that a text explains: the words before the brackets start with its letters, or the other way round.</summary>
/// <remarks>A strict form of A. S. Schwartz and M. A. Hearst, "A simple algorithm for identifying abbreviation definitions in biomedical text", PSB 2003.</remarks>
internal static partial class AcronymFinder
{
    /// <summary>Small words that acronyms may leave out.</summary>
    private static readonly HashSet<string> Skippable = new(StringComparer.Ordinal) { "of", "the", "and", "for", "in", "on", "to", "de", "la", "und", "der", "die", "des" };

    /// <summary>Each acronym as written with its expansion, the words in lower case and parted by blanks.</summary>
    public static IReadOnlyList<(string Acronym, string Expansion)> Find(string text)
    {
        var found = new List<(string, string)>();
        foreach (Match match in Bracketed().Matches(text))
        {
            var inside = match.Groups[1].Value;
            var before = Tokenizer.Tokenize(text.AsSpan(Math.Max(0, match.Index - 200), Math.Min(200, match.Index)));
            if (Acronym().IsMatch(inside) && Align(inside, before) is { } expansion)
            {
                found.Add((inside, expansion));
            }
            else if (before.Count > 0
                && text.AsSpan(0, match.Index).TrimEnd() is var head
                && head[(head.LastIndexOfAny(' ', '\n') + 1)..].Trim("\"'“”‘’").ToString() is var outside
                && Acronym().IsMatch(outside)
                && Align(outside, Tokenizer.Tokenize(inside)) is { } explanation)
            {
                found.Add((outside, explanation));
            }
        }

        return found;
    }

    /// <summary>The shortest run of last words whose first letters are the acronym's; null when there is none.</summary>
    private static string? Align(string acronym, List<Token> words)
    {
        var letters = acronym.Where(char.IsLetter).Select(char.ToLowerInvariant).ToArray();
        var letter = letters.Length - 1;
        for (var i = words.Count - 1; i >= 0; i--)
        {
            var word = words[i].Word.Folded;
            if (letter >= 0 && word[0] == letters[letter])
            {
                letter--;
            }
            else if (!Skippable.Contains(word))
            {
                return null;
            }

            if (letter < 0)
            {
                return string.Join(' ', words.Skip(i).Select(token => token.Word.Folded));
            }
        }

        return null;
    }

    [GeneratedRegex(@"\(([^()\n]{2,80})\)")]
    private static partial Regex Bracketed();

    [GeneratedRegex(@"^\p{Lu}[\p{L}&.-]{0,8}\p{Lu}$")]
    private static partial Regex Acronym();
}
