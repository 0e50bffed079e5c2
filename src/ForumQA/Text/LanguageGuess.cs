using System.Buffers;
using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace ForumQA.Text;

/// <summary>Guesses the language of a text: by its script, and in Latin letters by its function words (<c>languages.txt</c>).</summary>
/// <remarks>Made to tell whether a question is in another language than the documents, so that it says nothing rather than something wrong.</remarks>
internal static class LanguageGuess
{
    private const string Resource = "ForumQA.Text.languages.txt";

    private const string English = "English";

    /// <summary>A text is read no further: this is enough to know.</summary>
    private const int LongestSample = 2000;

    // A Chinese character says more than a letter: "GDP和AI怎么样？" is Chinese.
    private const int LettersPerIdeograph = 2;

    // Chinese texts have a kana here and there; Japanese ones have more kana than this unless they are mere names.
    private const double LeastKana = 0.1;

    // What a foreign language has to be ahead of every other by, in function words of its own.
    private const double LeastLead = 0.6;

    private const double LeastScore = 0.9;

    private const double LeastEnglishScore = 0.9;

    private const string Han = "Han";

    private const string Kana = "Kana";

    private const string Latin = "Latin";

    private static readonly (string Script, int First, int Last)[] Scripts =
    [
        ("Greek", 0x0370, 0x03ff), ("Cyrillic", 0x0400, 0x052f), ("Armenian", 0x0530, 0x058f), ("Hebrew", 0x0590, 0x05ff), ("Arabic", 0x0600, 0x06ff),
        ("Hindi", 0x0900, 0x097f), ("Bengali", 0x0980, 0x09ff), ("Tamil", 0x0b80, 0x0bff), ("Thai", 0x0e00, 0x0e7f), ("Georgian", 0x10a0, 0x10ff),
        (Kana, 0x3040, 0x30ff), (Han, 0x3400, 0x4dbf), (Han, 0x4e00, 0x9fff), ("Korean", 0xac00, 0xd7af),
    ];

    // Letters that no other language of their script writes, of those told apart here.
    private static readonly SearchValues<char> UkrainianLetters = SearchValues.Create("іїєґІЇЄҐ");

    private static readonly SearchValues<char> SerbianLetters = SearchValues.Create("ђјљњћџЂЈЉЊЋЏ");

    private static readonly SearchValues<char> RussianLetters = SearchValues.Create("ыэёЫЭЁ");

    private static readonly SearchValues<char> UrduLetters = SearchValues.Create("ٹڈڑےں");

    private static readonly SearchValues<char> PersianLetters = SearchValues.Create("پچژگ");

    private static readonly Lazy<FrozenDictionary<string, string[]>> LanguagesOfWord = new(Load);

    /// <summary>Its English name, such as <c>Japanese</c>; null when it cannot be told, as of names alone.</summary>
    public static string? Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var sample = text.Length > LongestSample ? text[..LongestSample] : text;
        var letters = CountLetters(sample);
        var han = letters.GetValueOrDefault(Han);
        var kana = letters.GetValueOrDefault(Kana);
        letters[Han] = (han + kana) * LettersPerIdeograph;
        letters.Remove(Kana);
        var (script, count) = letters.MaxBy(pair => pair.Value);
        return count == 0 ? null : script switch
        {
            Latin => OfLatin(sample),
            Han => kana >= LeastKana * (han + kana) ? "Japanese" : "Chinese",
            "Cyrillic" => OfCyrillic(sample),
            "Arabic" => OfArabic(sample),
            _ => script,
        };
    }

    private static Dictionary<string, int> CountLetters(string text)
    {
        var letters = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var c in text.Where(char.IsLetter))
        {
            var script = c is < '\u0250' or (>= '\u1e00' and < '\u1f00') ? Latin : Array.Find(Scripts, known => c >= known.First && c <= known.Last).Script;
            if (script is not null)
            {
                letters[script] = letters.GetValueOrDefault(script) + 1;
            }
        }

        return letters;
    }

    private static string OfCyrillic(string text) =>
        text.AsSpan().ContainsAny(RussianLetters) ? "Russian"
        : text.AsSpan().ContainsAny(UkrainianLetters) ? "Ukrainian"
        : text.AsSpan().ContainsAny(SerbianLetters) ? "Serbian"
        : HasHardSignAsVowel(text) ? "Bulgarian"
        : "Russian";

    /// <summary>In Russian it stands before е, ё, ю and я only.</summary>
    private static bool HasHardSignAsVowel(string text) =>
        text.Zip(text.Skip(1).Append(' ')).Any(pair => pair.First is 'ъ' && pair.Second is not ('е' or 'ё' or 'ю' or 'я'));

    private static string OfArabic(string text) =>
        text.AsSpan().ContainsAny(UrduLetters) ? "Urdu"
        : text.AsSpan().ContainsAny(PersianLetters) || text.AsSpan().Count('ی') > text.AsSpan().Count('ي') ? "Persian"
        : "Arabic";

    private static string? OfLatin(string text)
    {
        var scores = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (var word in ReadWords(text).Distinct(StringComparer.Ordinal))
        {
            // A word of several languages speaks for each of them by a share.
            var languages = LanguagesOfWord.Value.GetValueOrDefault(word) ?? [];
            foreach (var language in languages)
            {
                scores[language] = scores.GetValueOrDefault(language) + (1.0 / languages.Length);
            }
        }

        var ranked = scores.OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key, StringComparer.Ordinal).Take(2).ToList();
        if (ranked.Count == 0)
        {
            return null;
        }

        var lead = ranked[0].Value - (ranked.Count > 1 ? ranked[1].Value : 0);
        return ranked[0].Key == English
            ? ranked[0].Value >= LeastEnglishScore && lead > 0 ? English : null
            : ranked[0].Value >= LeastScore && lead >= LeastLead ? ranked[0].Key : null;
    }

    /// <summary>Its words in lower case. A name is none: "La Liga", "De Niro", "Los Angeles".</summary>
    private static IEnumerable<string> ReadWords(string text)
    {
        var composed = Compose(text);
        var isFirst = true;
        for (var i = 0; i < composed.Length;)
        {
            var start = i;
            while (i < composed.Length && char.IsLetter(composed[i]))
            {
                i++;
            }

            if (i == start)
            {
                i++;
                continue;
            }

            if (isFirst || !char.IsUpper(composed[start]))
            {
                yield return composed[start..i].ToLower(CultureInfo.InvariantCulture);
            }

            isFirst = false;
        }
    }

    private static string Compose(string text)
    {
        try
        {
            return text.Normalize(NormalizationForm.FormC);
        }
        catch (ArgumentException)
        {
            // Half a surrogate pair; nothing to compose.
            return text;
        }
    }

    private static FrozenDictionary<string, string[]> Load()
    {
        using var stream = typeof(LanguageGuess).Assembly.GetManifestResourceStream(Resource)
            ?? throw new InvalidOperationException($"The library was built without its resource '{Resource}'.");
        using var reader = new StreamReader(stream);
        var languages = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        while (reader.ReadLine() is { } line)
        {
            if (line.StartsWith('#') || line.IndexOf(':', StringComparison.Ordinal) is not (> 0 and var colon))
            {
                continue;
            }

            foreach (var word in line[(colon + 1)..].Split(' ', StringSplitOptions.RemoveEmptyEntries).Distinct(StringComparer.Ordinal))
            {
                (languages.TryGetValue(word, out var known) ? known : languages[word] = []).Add(line[..colon]);
            }
        }

        return languages.ToFrozenDictionary(pair => pair.Key, pair => pair.Value.ToArray(), StringComparer.Ordinal);
    }
}
