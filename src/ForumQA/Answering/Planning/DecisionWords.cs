using System.Collections.Frozen;
using ForumQA.Text;

namespace ForumQA.Answering.Planning;

/// <summary>The lists of <c>decisions.txt</c>, each by its name there.</summary>
internal static class DecisionWords
{
    private static readonly FrozenDictionary<string, string[][]> Lists = EmbeddedWordList.ReadNamed("Answering.decisions.txt")
        .ToFrozenDictionary(list => list.Name, list => list.Words.Select(phrase => phrase.Split('_')).OrderByDescending(phrase => phrase.Length).ToArray(), StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, FrozenSet<string>> Words = Lists.ToFrozenDictionary(
        list => list.Key, list => list.Value.Where(phrase => phrase.Length == 1).Select(phrase => phrase[0]).ToFrozenSet(StringComparer.Ordinal), StringComparer.Ordinal);

    /// <summary>Whether a list has a word.</summary>
    public static bool Has(string list, string folded) => Words[list].Contains(folded);

    /// <summary>How many words the longest phrase of a list takes that words open with; 0 when none.</summary>
    public static int OpeningOf(string list, IReadOnlyList<Token> words) =>
        Lists[list].FirstOrDefault(phrase => phrase.Length <= words.Count && phrase.Index().All(part => words[part.Index].Word.Folded == part.Item))?.Length ?? 0;

    /// <summary>The same for the last words.</summary>
    public static int EndingOf(string list, IReadOnlyList<Token> words) =>
        Lists[list].FirstOrDefault(phrase => phrase.Length < words.Count && phrase.Index().All(part => words[words.Count - phrase.Length + part.Index].Word.Folded == part.Item))?.Length ?? 0;
}
