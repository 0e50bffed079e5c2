using ForumQA.Text;

namespace ForumQA.Benchmarks.Retrieval;

/// <summary>Cuts a long text at sentence ends without overlap, so that each place of it belongs to one passage.</summary>
internal static class SentenceChunks
{
    private const int Words = 130;

    /// <summary>Where the passages end; the last is the end of the text.</summary>
    public static List<int> Cut(string text)
    {
        var ends = new List<int>();
        var start = 0;
        foreach (var sentence in SentenceSplitter.Split(text))
        {
            if (text.AsSpan(start, sentence.End - start).Count(' ') + 1 >= Words)
            {
                ends.Add(sentence.End);
                start = sentence.End;
            }
        }

        if (start < text.Length)
        {
            ends.Add(text.Length);
        }

        return ends;
    }
}

/// <summary>SQuAD counts in code points.</summary>
internal static class CodePoints
{
    public static int ToUtf16(string text, int codePoints)
    {
        var i = 0;
        for (var n = 0; n < codePoints && i < text.Length; n++)
        {
            i += char.IsHighSurrogate(text[i]) ? 2 : 1;
        }

        return i;
    }
}
