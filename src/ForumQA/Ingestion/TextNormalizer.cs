using System.Globalization;
using System.Text;

namespace ForumQA.Ingestion;

/// <summary>Brings text into canonical form, so that equal words are equal code units.</summary>
internal static class TextNormalizer
{
    /// <summary>
    /// Unicode form C; lines ended by <c>\n</c>, trimmed, none empty; one blank for every run of white space;
    /// no control characters, soft hyphens, zero-width characters or lone surrogates.
    /// </summary>
    public static string Normalize(string text)
    {
        var kept = new StringBuilder(text.Length);
        var pending = '\0';
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (char.IsWhiteSpace(c))
            {
                pending = IsLineBreak(c) || pending == '\n' ? '\n' : ' ';
                continue;
            }

            if (IsInvisible(text, i))
            {
                continue;
            }

            if (pending != '\0' && kept.Length > 0)
            {
                kept.Append(pending);
            }

            pending = '\0';
            kept.Append(char.IsSurrogate(c) && !IsPaired(text, i) ? '\ufffd' : c);
        }

        var clean = kept.ToString();
        return clean.IsNormalized(NormalizationForm.FormC) ? clean : clean.Normalize(NormalizationForm.FormC);
    }

    /// <summary>The same on a single line.</summary>
    public static string NormalizeLine(string text) => Normalize(text).Replace('\n', ' ');

    private static bool IsLineBreak(char c) => c is '\n' or '\r' or '\v' or '\f' or '\u0085' or '\u2028' or '\u2029';

    private static bool IsInvisible(string text, int i) => text[i] switch
    {
        // Joiners are part of the spelling of Persian, Hindi and others.
        '\u200c' or '\u200d' => i == 0 || text[i - 1] < '\u0590',
        '\u00ad' => true,
        < ' ' or (>= '\u007f' and < '\u00a0') => true,
        < '\u1800' => false,
        '\ufffe' or '\uffff' => true,
        var c => char.GetUnicodeCategory(c) is UnicodeCategory.Format,
    };

    private static bool IsPaired(string text, int i) => char.IsHighSurrogate(text[i])
        ? i + 1 < text.Length && char.IsLowSurrogate(text[i + 1])
        : i > 0 && char.IsHighSurrogate(text[i - 1]);
}
