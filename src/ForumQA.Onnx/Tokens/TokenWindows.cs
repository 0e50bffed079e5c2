namespace ForumQA.Onnx.Tokens;

/// <summary>Cuts what is too long for a model into windows, so that no word of a text goes unread.</summary>
/// <param name="tokenizer">The tokens.</param>
/// <param name="limit">How many tokens the model reads at once, those before and after the text included.</param>
internal sealed class TokenWindows(ITextTokenizer tokenizer, int limit)
{
    /// <summary>The windows of a text: one when it fits, else as few as there can be, of nearly the same length.</summary>
    public IReadOnlyList<long[]> Cut(string text)
    {
        var tokens = tokenizer.Encode(text);
        var room = limit - tokenizer.Before.Count - tokenizer.After.Count;
        var count = Math.Max(1, (tokens.Length + room - 1) / room);
        var windows = new long[count][];
        for (var i = 0; i < count; i++)
        {
            var (start, end) = ((int)((long)tokens.Length * i / count), (int)((long)tokens.Length * (i + 1) / count));
            windows[i] = [.. tokenizer.Before, .. tokens.AsSpan(start, end - start), .. tokenizer.After];
        }

        return windows;
    }
}
