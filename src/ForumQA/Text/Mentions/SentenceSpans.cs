namespace ForumQA.Text.Mentions;

/// <summary>The sentences of a document, by place.</summary>
internal sealed class SentenceSpans(string text, IReadOnlyList<TextSpan> spans)
{
    /// <summary>What is longer, in UTF-16 code units, is no sentence, whatever it was cut from. Finders that take time with the square of a sentence leave it.</summary>
    public const int LongestSentence = 4000;

    public string Text { get; } = text;

    public IReadOnlyList<TextSpan> Spans { get; } = spans;

    /// <summary>The number of the sentence that a place is in, or of the last one before it; -1 before the first.</summary>
    public int IndexAt(int offset)
    {
        var (low, high) = (0, Spans.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (Spans[middle].Start <= offset)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low - 1;
    }

    /// <summary>A place with the sentence it begins in; of a mention that is longer than a sentence the last sentence's end is the sentence's end.</summary>
    public NamePlace Place(int start, int end)
    {
        var index = IndexAt(start);
        var sentence = index < 0 ? new TextSpan(start, end) : Spans[index];
        return new NamePlace(start, end, Math.Min(sentence.Start, start), Math.Max(sentence.End, end));
    }

    /// <summary>The folded words of a part of the text, parted by blanks.</summary>
    public string Key(int start, int end) => string.Join(' ', Tokenizer.Tokenize(Text.AsSpan(start, end - start)).Select(token => token.Word.Folded));
}
