using System.Collections.Frozen;

namespace ForumQA.Text;

/// <summary>The words that rules look for, in lists by name: <c>Text/Lexicon</c> has a file for each language. A list that several rules share stands there once.</summary>
internal static class Lexicon
{
    private static readonly string[] Languages = ["ar", "de", "en", "es", "fr", "ru"];

    private static readonly Dictionary<(string Language, string List), string[]> Lists = (
        from language in Languages
        from line in EmbeddedWordList.ReadNamed($"Text.Lexicon.{language}.txt")
        select (Key: (language, line.Name), Words: line.Words.Select(word => WordFolding.Fold(word)).ToArray())).ToDictionary(line => line.Key, line => line.Words);

    /// <summary>The words of some lists in all languages that have them, folded.</summary>
    /// <param name="lists">Their names.</param>
    public static FrozenSet<string> Of(params string[] lists) => Read(Languages, lists);

    /// <summary>The words of some lists in one language, folded.</summary>
    /// <param name="language">The name of its file.</param>
    /// <param name="lists">Their names.</param>
    public static FrozenSet<string> In(string language, params string[] lists) => Read([language], lists);

    /// <summary>The words of one list in one language, folded, in the order of the file.</summary>
    /// <param name="language">The name of its file.</param>
    /// <param name="list">Its name.</param>
    public static IReadOnlyList<string> InOrder(string language, string list) => Lists.TryGetValue((language, list), out var words) ? words : throw Unknown(list);

    private static FrozenSet<string> Read(string[] languages, string[] lists) => lists
        .SelectMany(list => languages.Any(language => Lists.ContainsKey((language, list))) ? languages.SelectMany(language => Lists.GetValueOrDefault((language, list)) ?? []) : throw Unknown(list))
        .ToFrozenSet(StringComparer.Ordinal);

    private static InvalidOperationException Unknown(string list) => new($"The library was built without its word list '{list}' in Text/Lexicon.");
}
