namespace ForumQA.Onnx.Reading;

/// <summary>Sentences that are read at once.</summary>
/// <param name="Title">The tokens of what they stand under.</param>
/// <param name="First">The place of the first in its passage.</param>
/// <param name="Sentences">The tokens of each.</param>
internal sealed record SentenceWindow(long[] Title, int First, IReadOnlyList<long[]> Sentences);

/// <summary>Cuts a passage that is too long into windows of whole sentences.</summary>
internal static class SentenceWindows
{
    /// <summary>Log odds of what was not read.</summary>
    public const double Nothing = -20;

    /// <summary>As few windows as there can be; each but the first begins with the last sentence of the one before, where both fit.</summary>
    /// <param name="title">The tokens of what the passage stands under; every window has them.</param>
    /// <param name="sentences">The tokens of each, none longer than <paramref name="room"/>.</param>
    /// <param name="room">Tokens of a window, those of the title aside.</param>
    public static IReadOnlyList<SentenceWindow> Cut(long[] title, IReadOnlyList<long[]> sentences, int room)
    {
        var windows = new List<SentenceWindow>();
        var first = 0;
        while (first < sentences.Count)
        {
            var (end, length) = (first, 0);
            while (end < sentences.Count && length + sentences[end].Length <= room)
            {
                length += sentences[end++].Length;
            }

            windows.Add(new SentenceWindow(title, first, [.. sentences.Skip(first).Take(end - first)]));
            var overlaps = end < sentences.Count && end - first > 1 && sentences[end - 1].Length + sentences[end].Length <= room;
            first = overlaps ? end - 1 : end;
        }

        return windows;
    }
}
