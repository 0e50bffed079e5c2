using System.Globalization;
using System.Text;

namespace ForumQA.Text;

/// <summary>Makes spellings of a word alike: lower case, no diacritics, compatibility forms resolved (Unicode Standard Annex 15, NFKD).</summary>
internal static class WordFolding
{
    private const char ArabicTatweel = '\u0640';

    public static string Fold(ReadOnlySpan<char> word) =>
        Ascii.IsValid(word) ? string.Create(word.Length, word, (folded, source) => Ascii.ToLower(source, folded, out _)) : FoldUnicode(word);

    private static string FoldUnicode(ReadOnlySpan<char> word)
    {
        var folded = new StringBuilder(word.Length);
        foreach (var c in Decompose(word.ToString()))
        {
            if (c == 'ß')
            {
                folded.Append("ss");
            }
            else if (c != ArabicTatweel && CharUnicodeInfo.GetUnicodeCategory(c) is not UnicodeCategory.NonSpacingMark)
            {
                folded.Append(char.ToLowerInvariant(c));
            }
        }

        return folded.Length == 0 ? word.ToString() : folded.ToString();
    }

    private static string Decompose(string word)
    {
        try
        {
            return word.Normalize(NormalizationForm.FormKD);
        }
        catch (ArgumentException)
        {
            // Half a surrogate pair; nothing to decompose.
            return word;
        }
    }
}
