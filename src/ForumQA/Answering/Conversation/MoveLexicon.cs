using ForumQA.Text;

namespace ForumQA.Answering.Conversation;

/// <summary>The phrases of <c>moves.txt</c>.</summary>
internal sealed class MoveLexicon
{
    private readonly IReadOnlyList<Entry> _entries;

    private MoveLexicon(IEnumerable<string> lines) => _entries = [.. lines.SelectMany(Read)];

    public static MoveLexicon Default { get; } = new(EmbeddedWordList.ReadLines("Answering.Conversation.moves.txt"));

    /// <summary>What a message does when all of it is a move; null when it is none.</summary>
    /// <param name="words">The words of the message.</param>
    /// <param name="isKnown">Whether the documents have a word; one that they do not have may be another one with a typing error in it.</param>
    public SpokenMove? Find(IReadOnlyList<MessageWord> words, Func<string, bool> isKnown)
    {
        ArgumentNullException.ThrowIfNull(words);
        ArgumentNullException.ThrowIfNull(isKnown);
        if (words.Count == 0)
        {
            return null;
        }

        var bare = Unwrap(words);
        var found = FindIn(words, false) ?? FindIn(bare, false) ?? FindIn(words, true) ?? (bare.Count < words.Count ? FindIn(bare, true) : null);
        return found?.Move;

        Entry? FindIn(IReadOnlyList<MessageWord> of, bool allowsError) => _entries.FirstOrDefault(entry => entry.Pattern.IsAllOf(of, isKnown, allowsError));
    }

    /// <summary>The longest courtesy that a message opens with, in words; 0 when it opens with none.</summary>
    public int OpeningCourtesy(IReadOnlyList<MessageWord> words) => OpeningCourtesies(words) is [var longest, ..] ? longest : 0;

    /// <summary>The courtesies that a message may open with, in words, the longest first.</summary>
    public IReadOnlyList<int> OpeningCourtesies(IReadOnlyList<MessageWord> words) =>
        [.. _entries.Where(entry => entry.Move.Move.IsCourtesy()).SelectMany(entry => entry.Pattern.PrefixesOf(words)).Where(length => length > 0).Distinct().OrderDescending()];

    /// <summary>Without what only makes a message politer: "could you", "please", "now", "mate".</summary>
    private static IReadOnlyList<MessageWord> Unwrap(IReadOnlyList<MessageWord> words)
    {
        var start = 0;
        while (FollowUpWords.Wrappers.LengthAt(words, start) is > 0 and var length && start + length < words.Count)
        {
            start += length;
        }

        var end = words.Count;
        while (end > start + 1 && FollowUpWords.Fillers.Contains(words[end - 1].Text))
        {
            end--;
        }

        return [.. words.Take(end).Skip(start)];
    }

    private static IEnumerable<Entry> Read(string line)
    {
        var colon = line.IndexOf(':', StringComparison.Ordinal);
        var space = line.IndexOf(' ', StringComparison.Ordinal);
        var move = new SpokenMove(
            Enum.Parse<ConversationMove>(line[(space + 1)..colon].Replace("-", "", StringComparison.Ordinal), ignoreCase: true), line[..space]);
        return line[(colon + 1)..].Split('|').Select(phrase => new Entry(PhrasePattern.Parse(phrase.Trim()), move));
    }

    private sealed record Entry(PhrasePattern Pattern, SpokenMove Move);
}

/// <summary>A move with the language it was made in.</summary>
/// <param name="Move">The move.</param>
/// <param name="Language">As in <c>moves.txt</c>, such as <c>en</c>.</param>
internal sealed record SpokenMove(ConversationMove Move, string Language)
{
    /// <summary>What the same message does besides.</summary>
    public IReadOnlyList<SpokenMove> Besides { get; init; } = [];
}
