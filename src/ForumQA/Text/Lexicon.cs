using System.Collections.Frozen;

namespace ForumQA.Text;

/// <summary>The words that rules look for, in lists by name: <c>Text/Lexicon</c> has a file for each language. A list that several rules share stands there once.</summary>
internal static class Lexicon
{
    private static readonly string[] Languages = ["ar", "de", "en", "es", "fr", "it", "ja", "ru", "zh"];

    private static readonly Dictionary<(string Language, string List), string[]> Lists = (
        from language in Languages
        from line in EmbeddedWordList.ReadNamed($"Text.Lexicon.{language}.txt")
        select (Key: (language, line.Name), line.Words)).ToDictionary(line => line.Key, line => line.Words);

    /// <summary>The words of some lists in all languages that have them, folded.</summary>
    /// <param name="lists">Their names.</param>
    public static FrozenSet<string> Of(params string[] lists) => Fold(AsWritten(lists));

    /// <summary>The words of some lists in one language, folded.</summary>
    /// <param name="language">The name of its file.</param>
    /// <param name="lists">Their names.</param>
    public static FrozenSet<string> In(string language, params string[] lists) => Fold(lists.SelectMany(list => AsWrittenIn(language, list)));

    /// <summary>The words of a list, folded, a set for each language that has it.</summary>
    /// <param name="list">Its name.</param>
    public static IReadOnlyList<FrozenSet<string>> InEach(string list) => [.. LanguagesOf(list).Select(language => In(language, list))];

    /// <summary>The words of one list in one language, folded, in the order of the file.</summary>
    /// <param name="language">The name of its file.</param>
    /// <param name="list">Its name.</param>
    public static IReadOnlyList<string> InOrder(string language, string list) => [.. AsWrittenIn(language, list).Select(word => WordFolding.Fold(word))];

    /// <summary>The words of some lists in all languages that have them, as the files write them; those of one expression are joined by <c>_</c>.</summary>
    /// <param name="lists">Their names.</param>
    public static IReadOnlyList<string> AsWritten(params string[] lists) => [.. lists.SelectMany(list => LanguagesOf(list).SelectMany(language => Lists[(language, list)]))];

    /// <summary>The words of one list in one language, as its file writes them.</summary>
    /// <param name="language">The name of its file.</param>
    /// <param name="list">Its name.</param>
    public static IReadOnlyList<string> AsWrittenIn(string language, string list) => Lists.GetValueOrDefault((language, list)) ?? throw Unknown(list);

    private static FrozenSet<string> Fold(IEnumerable<string> words) => words.Select(word => WordFolding.Fold(word)).ToFrozenSet(StringComparer.Ordinal);

    private static List<string> LanguagesOf(string list) =>
        Languages.Where(language => Lists.ContainsKey((language, list))).ToList() is { Count: > 0 } languages ? languages : throw Unknown(list);

    private static InvalidOperationException Unknown(string list) => new($"The library was built without its word list '{list}' in Text/Lexicon.");
}
