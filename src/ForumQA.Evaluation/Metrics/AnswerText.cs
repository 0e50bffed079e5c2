using System.Globalization;
using System.Text;

namespace ForumQA.Evaluation.Metrics;

/// <summary>Reads a text as the tokens that answers are compared by.</summary>
/// <remarks>
/// SQuAD's normalisation (Rajpurkar et al. 2016, evaluate-v1.1.py): lower case, no punctuation, no articles, white space as one space.
/// Two extensions for other languages, as MLQA and CMRC 2018 have them: punctuation is every character of Unicode's categories P and S
/// that ASCII or those scripts use, and each Chinese, Japanese or Korean character is a token, so that F1 counts characters there.
/// </remarks>
internal static class AnswerText
{
    private static readonly string[] Articles = ["a", "an", "the"];

    public static IReadOnlyList<string> Tokens(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var tokens = new List<string>();
        var word = new StringBuilder();

        // Compatibility forms, so that full-width digits and letters are the digits and letters they look like.
        foreach (var rune in Wellformed(text).Normalize(NormalizationForm.FormKC).EnumerateRunes())
        {
            if (Rune.IsWhiteSpace(rune))
            {
                EndWord();
            }
            else if (IsIdeographic(rune))
            {
                EndWord();
                tokens.Add(rune.ToString());
            }
            else if (!IsPunctuation(rune))
            {
                word.Append(Rune.ToLowerInvariant(rune).ToString());
            }
        }

        EndWord();
        return tokens;

        void EndWord()
        {
            var finished = word.ToString();
            word.Clear();
            if (finished.Length > 0 && !Articles.Contains(finished))
            {
                tokens.Add(finished);
            }
        }
    }

    // Normalize refuses half of a surrogate pair.
    private static string Wellformed(string text) => Encoding.Unicode.GetString(Encoding.Unicode.GetBytes(text));

    private static bool IsPunctuation(Rune rune) =>
        Rune.IsPunctuation(rune) || Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format || (rune.IsAscii && Rune.IsSymbol(rune));

    private static bool IsIdeographic(Rune rune) => rune.Value is
        (>= 0x3040 and <= 0x30ff) // Hiragana, Katakana
        or (>= 0x31f0 and <= 0x31ff) // Katakana extensions
        or (>= 0x3400 and <= 0x4dbf) or (>= 0x4e00 and <= 0x9fff) or (>= 0xf900 and <= 0xfaff) // Han
        or (>= 0xac00 and <= 0xd7af) // Hangul syllables
        or (>= 0x20000 and <= 0x3ffff); // Han, the supplementary planes
}
