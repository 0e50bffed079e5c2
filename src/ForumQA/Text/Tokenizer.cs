using System.Collections.Concurrent;
using System.Globalization;

namespace ForumQA.Text;

/// <summary>Reads the words of a text: runs of letters, marks and digits; of Chinese and Japanese, each pair of neighbouring characters.</summary>
internal static class Tokenizer
{
    // The same few thousand words make up nearly all text, and stemming one costs more than finding it here.
    private const int LargestCache = 100_000;

    private static readonly ConcurrentDictionary<string, Word> Words = new(StringComparer.Ordinal);
    private static readonly ConcurrentDictionary<string, Word>.AlternateLookup<ReadOnlySpan<char>> WordsBySpan =
        Words.GetAlternateLookup<ReadOnlySpan<char>>();

    public static List<Token> Tokenize(ReadOnlySpan<char> text)
    {
        var tokens = new List<Token>(text.Length / 5);
        for (var i = 0; i < text.Length;)
        {
            var start = i;
            if (IsIdeographic(text[i]))
            {
                while (i < text.Length && IsIdeographic(text[i]))
                {
                    i++;
                }

                AddPairs(text, start, i, tokens);
            }
            else if (IsLetterOrDigit(text[i]))
            {
                while (i < text.Length && !IsIdeographic(text[i]) && (IsLetterOrDigit(text[i]) || IsMark(text[i])))
                {
                    i++;
                }

                var length = Math.Min(i - start, Word.LongestWord);
                tokens.Add(new Token(start, length, WordOf(text.Slice(start, length)), char.IsUpper(text[start])));
            }
            else
            {
                i++;
            }
        }

        return tokens;
    }

    /// <summary>The word of a run of letters, or of one or two Chinese or Japanese characters.</summary>
    public static Word WordOf(ReadOnlySpan<char> letters)
    {
        if (WordsBySpan.TryGetValue(letters, out var word))
        {
            return word;
        }

        if (Words.Count >= LargestCache)
        {
            Words.Clear();
        }

        word = Analyze(letters);
        WordsBySpan[letters] = word;
        return word;
    }

    public static bool IsIdeographic(char c) =>
        c is (>= '\u3041' and <= '\u30ff') or (>= '\u3400' and <= '\u4dbf') or (>= '\u4e00' and <= '\u9fff') or (>= '\uf900' and <= '\ufaff');

    private static void AddPairs(ReadOnlySpan<char> text, int start, int end, List<Token> tokens)
    {
        var length = Math.Min(2, end - start);
        for (var i = start; i + length <= end; i++)
        {
            tokens.Add(new Token(i, length, WordOf(text.Slice(i, length)), IsCapitalized: false));
        }
    }

    private static Word Analyze(ReadOnlySpan<char> letters)
    {
        var folded = WordFolding.Fold(letters);
        var traits = WordTraits.None;
        if (IsIdeographic(folded[0]))
        {
            traits |= WordTraits.Ideographic;
        }

        if (folded.Any(char.IsDigit))
        {
            traits |= WordTraits.Digit;
        }

        if (StopWordList.Contains(folded))
        {
            traits |= WordTraits.StopWord;
        }

        var isStopWord = traits.HasFlag(WordTraits.StopWord);
        return new Word(folded, Stemmer.Stem(folded), traits, isStopWord ? [] : CharacterGrams.Of(folded));
    }

    // Surrogate pairs are letters of rarer scripts and emoji; both may be searched for.
    private static bool IsLetterOrDigit(char c) => char.IsLetterOrDigit(c) || char.IsSurrogate(c);

    private static bool IsMark(char c) =>
        c > '\u007f' && CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;
}
