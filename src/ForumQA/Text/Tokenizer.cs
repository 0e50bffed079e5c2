using System.Globalization;

namespace ForumQA.Text;

/// <summary>Reads the words of a text: runs of letters, marks and digits; of Chinese and Japanese, each pair of neighbouring characters.</summary>
internal static class Tokenizer
{
    // The same few thousand words make up nearly all text, and stemming one costs more than finding it here. A pair of slots
    // belongs to the two words that came last, so that the cache needs neither a lock nor a limit.
    private const int CacheBits = 17;

    private static readonly CachedWord?[] Cache = new CachedWord?[1 << CacheBits];

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
        var hash = 0U;
        foreach (var c in letters)
        {
            hash = (hash ^ c) * 0x9E3779B1;
        }

        ref var slot = ref Cache[hash >> (32 - CacheBits)];
        ref var other = ref Cache[(hash >> (32 - CacheBits)) ^ 1];
        if (Volatile.Read(ref slot) is { } cached && letters.SequenceEqual(cached.Letters))
        {
            return cached.Word;
        }

        if (Volatile.Read(ref other) is { } second && letters.SequenceEqual(second.Letters))
        {
            return second.Word;
        }

        Volatile.Write(ref other, slot);
        cached = new CachedWord(letters.ToString(), Analyze(letters));
        Volatile.Write(ref slot, cached);
        return cached.Word;
    }

    public static bool IsIdeographic(char c) =>
        c >= '\u3041' && c is <= '\u30ff' or (>= '\u3400' and <= '\u4dbf') or (>= '\u4e00' and <= '\u9fff') or (>= '\uf900' and <= '\ufaff');

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

    private sealed record CachedWord(string Letters, Word Word);
}
