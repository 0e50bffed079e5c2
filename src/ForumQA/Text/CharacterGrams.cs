namespace ForumQA.Text;

/// <summary>
/// The character 4-grams of a word with its edges marked (<c>_dig</c>, <c>digi</c>, ... <c>tal_</c>), each packed into 64 bits:
/// four UTF-16 code units, so that equal grams and only those are equal numbers. Of Chinese and Japanese, single characters and pairs.
/// </summary>
internal static class CharacterGrams
{
    private const int Size = 4;
    private const char Edge = '_';

    public static ulong[] Of(string folded)
    {
        if (Tokenizer.IsIdeographic(folded[0]))
        {
            return folded.Length == 1 ? [folded[0]] : [folded[0], Pack(folded)];
        }

        var marked = $"{Edge}{folded}{Edge}";
        if (marked.Length <= Size)
        {
            return [Pack(marked)];
        }

        var grams = new ulong[marked.Length - Size + 1];
        for (var i = 0; i < grams.Length; i++)
        {
            grams[i] = Pack(marked.AsSpan(i, Size));
        }

        return grams;
    }

    private static ulong Pack(ReadOnlySpan<char> characters)
    {
        var packed = 0UL;
        foreach (var c in characters)
        {
            packed = (packed << 16) | c;
        }

        return packed;
    }
}
