namespace ForumQA.Answering.Conversation;

/// <summary>Reads a message of several moves: "cool thanks bye", "what's your name and who made you?".</summary>
internal static class MoveReader
{
    /// <summary>The move that a message is, with what it does besides; null when any part of it is a question to the documents.</summary>
    /// <param name="message">The message.</param>
    /// <param name="find">The move that words are; null when they are none.</param>
    public static SpokenMove? Read(string message, Func<IReadOnlyList<MessageWord>, SpokenMove?> find)
    {
        ArgumentNullException.ThrowIfNull(message);
        ArgumentNullException.ThrowIfNull(find);
        var words = MessageWord.Read(message);
        return words.Count == 0 ? null
            : find(words) ?? Join(Parts(message).Select(part => find(part))) ?? Join(Clauses(message).Select(clause => find(clause))) ?? Courtesies(words, find);
    }

    /// <summary>The question without the sentences around it that are none: "My name is Ann. Who spoke?".</summary>
    /// <param name="message">The message.</param>
    /// <param name="find">The move that words are; null when they are none.</param>
    public static string WithoutAsides(string message, Func<IReadOnlyList<MessageWord>, SpokenMove?> find)
    {
        var sentences = Split(MessageWord.Read(message), word => word.OpensSentence);
        var kept = sentences.SkipWhile(IsAside).ToList();
        return kept.Count is 0 || kept.Count == sentences.Count ? message : message[kept[0][0].Start..];

        bool IsAside(IReadOnlyList<MessageWord> sentence) => (find(sentence) ?? Courtesies(sentence, find)) is { } spoken && !spoken.Move.IsAboutLastAnswer();
    }

    /// <summary>Sentences, and what "and" joins.</summary>
    private static List<IReadOnlyList<MessageWord>> Parts(string message) =>
        [.. Split(MessageWord.Read(message), word => word.OpensSentence || FollowUpWords.Joints.Contains(word.Text))
            .Select(part => (IReadOnlyList<MessageWord>)[.. part.SkipWhile(word => FollowUpWords.Joints.Contains(word.Text))])
            .Where(part => part.Count > 0)];

    private static List<List<MessageWord>> Split(IReadOnlyList<MessageWord> words, Func<MessageWord, bool> opens)
    {
        var parts = new List<List<MessageWord>>();
        foreach (var word in words)
        {
            if (parts.Count == 0 || opens(word))
            {
                parts.Add([]);
            }

            parts[^1].Add(word);
        }

        return parts;
    }

    /// <summary>What pauses part: "that helped, thank you".</summary>
    private static IEnumerable<IReadOnlyList<MessageWord>> Clauses(string message)
    {
        var start = 0;
        for (var end = 0; end <= message.Length; end++)
        {
            if (end == message.Length || ForumQA.Answering.Conversation.Courtesies.Pauses.Contains(message[end]))
            {
                if (MessageWord.Read(message[start..end]) is { Count: > 0 } clause)
                {
                    yield return clause;
                }

                start = end + 1;
            }
        }
    }

    /// <summary>Courtesies one after the other, without a pause.</summary>
    private static SpokenMove? Courtesies(IReadOnlyList<MessageWord> words, Func<IReadOnlyList<MessageWord>, SpokenMove?> find)
    {
        // From where on the rest is known to be no courtesies, so that no rest is read twice.
        var hopeless = new HashSet<int>();
        var moves = new Stack<SpokenMove?>();
        return Reads(0) ? Join(moves) : null;

        bool Reads(int at)
        {
            if (at == words.Count)
            {
                return true;
            }

            if (!hopeless.Contains(at))
            {
                foreach (var length in MoveLexicon.Default.OpeningCourtesies([.. words.Skip(at)]))
                {
                    if (Reads(at + length))
                    {
                        moves.Push(find([.. words.Skip(at).Take(length)]));
                        return true;
                    }
                }

                hopeless.Add(at);
            }

            return false;
        }
    }

    /// <summary>Of several moves those that want a reply most: a courtesy beside a question needs none.</summary>
    private static SpokenMove? Join(IEnumerable<SpokenMove?> moves)
    {
        var all = moves.ToList();
        if (all.Count < 2 || all.Exists(move => move is null || move.Move.IsAboutLastAnswer()))
        {
            return null;
        }

        // What can be replied to comes before what is refused.
        var wanting = all.OfType<SpokenMove>().Where(move => !move.Move.IsCourtesy()).DistinctBy(move => move.Move).OrderBy(move => move.Move == ConversationMove.Chore).ToList();
        return wanting.Count == 0 ? all[^1] : wanting[0] with { Besides = [.. wanting.Skip(1)] };
    }
}
