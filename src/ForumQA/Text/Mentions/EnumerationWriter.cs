namespace ForumQA.Text.Mentions;

/// <summary>Adds enumerations with their items to what a document mentions.</summary>
internal sealed class EnumerationWriter(SentenceSpans sentences, NameCollector names)
{
    private const int LongestKey = 12;

    private readonly Dictionary<string, int> _keys = new(StringComparer.Ordinal);
    private readonly HashSet<(int Start, int End)> _starts = [];

    public SentenceSpans Sentences { get; } = sentences;

    /// <summary>Adds an enumeration; none where one of the same place was added before.</summary>
    /// <param name="start">Where what is enumerated is named.</param>
    /// <param name="end">Where that ends.</param>
    /// <param name="lead">The sentence that leads it in.</param>
    /// <param name="items">Its items, in order.</param>
    /// <param name="stated">How many there are by the text; null when it does not say.</param>
    public void Add(int start, int end, string lead, IReadOnlyList<(int Start, int End)> items, int? stated)
    {
        if (items.Count < 2 || start >= end || items.Any(item => item.Start >= item.End) || !_starts.Add((start, end)))
        {
            return;
        }

        if (Sentences.Key(start, end).Length == 0)
        {
            // Marks alone name nothing.
            return;
        }

        var key = KeyOf(start, end);
        names.Add(MentionKind.Enumeration, key, Sentences.Text[start..end], Sentences.Place(start, end) with { Detail = lead, Count = stated ?? items.Count });
        for (var i = 0; i < items.Count; i++)
        {
            var (from, to) = items[i];
            var item = Sentences.Key(from, to);
            if (item.Length > 0)
            {
                names.Add(MentionKind.Item, item, Sentences.Text[from..to], Sentences.Place(from, to) with { Detail = key, Ordinal = i + 1 });
            }
        }
    }

    /// <summary>The first words; a second enumeration of the same name in a document is told apart by its number.</summary>
    private string KeyOf(int start, int end)
    {
        var words = Sentences.Key(start, end).Split(' ');
        var key = string.Join(' ', words.Take(LongestKey));
        var number = _keys[key] = _keys.GetValueOrDefault(key) + 1;
        return number == 1 ? key : $"{key} ({number})";
    }
}
