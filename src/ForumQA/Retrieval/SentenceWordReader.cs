using System.Globalization;
using System.Text;

namespace ForumQA.Retrieval;

/// <summary>Reads the words of a sentence or a question.</summary>
internal static class SentenceWordReader
{
    public static SentenceWord[] Read(string text)
    {
        var words = new List<SentenceWord>();
        for (var i = 0; i < text.Length;)
        {
            var start = i;
            if (IsIdeographic(text[i]))
            {
                while (i < text.Length && IsIdeographic(text[i]))
                {
                    i++;
                }

                AddPairs(text, start, i, words);
            }
            else if (char.IsLetterOrDigit(text[i]))
            {
                while (i < text.Length && !IsIdeographic(text[i]) && (IsInWord(text[i]) || IsDigitMark(text, i)))
                {
                    i++;
                }

                AddWord(text, start, i, words);
            }
            else
            {
                i++;
            }
        }

        return [.. words];
    }

    public static string Fold(string word)
    {
        var folded = new StringBuilder(word.Length);
        foreach (var letter in word.Normalize(NormalizationForm.FormKD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark && letter != '\u0640')
            {
                folded.Append(letter == 'ß' ? "ss" : char.ToLowerInvariant(letter).ToString());
            }
        }

        return folded.ToString();
    }

    private static bool IsInWord(char c) => char.IsLetterOrDigit(c) || CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark;

    private static bool IsDigitMark(string text, int i) =>
        text[i] is '.' or ',' && i > 0 && i + 1 < text.Length && char.IsDigit(text[i - 1]) && char.IsDigit(text[i + 1]);

    private static bool IsIdeographic(char c) =>
        c is >= '\u3040' and <= '\u30ff' or >= '\u3400' and <= '\u9fff' or >= '\uf900' and <= '\ufaff';

    private static void AddPairs(string text, int start, int end, List<SentenceWord> words)
    {
        var length = Math.Min(2, end - start);
        for (var i = start; i + length <= end; i++)
        {
            var pair = text.Substring(i, length);
            words.Add(new SentenceWord(i, i + length, pair, pair, WordTraits.Ideographic | (StopWords.Contains(pair) ? WordTraits.StopWord : 0)));
        }
    }

    private static void AddWord(string text, int start, int end, List<SentenceWord> words)
    {
        var folded = Fold(text[start..end]);
        if (folded.Length == 0)
        {
            return;
        }

        var number = char.IsDigit(folded[0]);
        folded = number ? folded.Replace(",", "", StringComparison.Ordinal) : folded;
        words.Add(new SentenceWord(
            start,
            end,
            folded,
            number ? folded : PorterStemmer.Stem(folded),
            (number ? WordTraits.Number : 0) | (char.IsUpper(text[start]) ? WordTraits.Capitalized : 0) | (StopWords.Contains(folded) ? WordTraits.StopWord : 0)));
    }
}
