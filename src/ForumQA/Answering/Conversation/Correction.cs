namespace ForumQA.Answering.Conversation;

/// <summary>What a message takes back of the question before: "No, I meant the forum, not the essay".</summary>
/// <param name="Meant">What was meant.</param>
/// <param name="Wrong">What was not; null when that is not said.</param>
/// <param name="IsQuestion">Whether what was meant is a question of its own.</param>
internal sealed record Correction(string Meant, string? Wrong, bool IsQuestion)
{
    /// <summary>What the same message said first: "and him? I mean Ann Lee"; null when it takes back the question before.</summary>
    public string? Begun { get; init; }

    /// <summary>The correction that a message is; null when it takes nothing back.</summary>
    public static Correction? Read(string message)
    {
        var words = MessageWord.Read(message);
        var length = FollowUpWords.Corrections.LengthAt(words, 0);
        if (FollowUpWords.Denials.LengthAt(words, 0) is > 0 and var denial && denial >= length)
        {
            return MeantInstead(message, words, denial);
        }

        if (length == 0 && SecondThought(message, words) is { } second)
        {
            return second;
        }

        // "No data were shared" takes nothing back.
        if (length == 0 || length == words.Count || (length == 1 && !IsPause(message, words[0], words[1])))
        {
            return null;
        }

        if (Asks(words[length]))
        {
            return new Correction(message[words[length].Start..], null, IsQuestion: true);
        }

        var contrast = words.ToList().FindIndex(length + 1, word => FollowUpWords.Contrasts.Contains(word.Text));
        return contrast < 0
            ? new Correction(message[words[length].Start..], null, IsQuestion: false)
            : new Correction(message[words[length].Start..words[contrast].Start].Trim().TrimEnd(','), message[words[contrast].End..], IsQuestion: false);
    }

    /// <summary>"And him? I mean Ann Lee".</summary>
    private static Correction? SecondThought(string message, IReadOnlyList<MessageWord> words)
    {
        for (var i = 1; i < words.Count; i++)
        {
            // "The speed, I mean": all that stands before it was meant.
            if (FollowUpWords.SecondThoughts.LengthAt(words, i) == words.Count - i)
            {
                return new Correction(message[..words[i - 1].End], null, Asks(words[0]));
            }

            if (FollowUpWords.SecondThoughts.LengthAt(words, i) is > 0 and var length && i + length < words.Count && IsPause(message, words[i - 1], words[i]))
            {
                return new Correction(message[words[i + length].Start..], null, Asks(words[i + length])) { Begun = message[..words[i - 1].End] };
            }
        }

        return null;
    }

    /// <summary>"Not Toshiba, I mean Hitachi": what stands behind the pause.</summary>
    private static Correction? MeantInstead(string message, IReadOnlyList<MessageWord> words, int denial)
    {
        for (var i = denial + 1; i < words.Count; i++)
        {
            if (IsPause(message, words[i - 1], words[i]))
            {
                var start = i + FollowUpWords.Corrections.LengthAt(words, i);
                start += start < words.Count ? FollowUpWords.Openings.LengthAt(words, start) : 0;
                return start < words.Count
                    ? new Correction(message[words[start].Start..], message[words[denial].Start..words[i - 1].End], Asks(words[start]))
                    : null;
            }
        }

        return null;
    }

    private static bool Asks(MessageWord word) =>
        FollowUpWords.Asking.Contains(word.Text) || FollowUpWords.Verbs.Contains(word.Text) || FollowUpWords.Commands.Contains(word.Text);

    private static bool IsPause(string text, MessageWord first, MessageWord second) => text.AsSpan(first.End, second.Start - first.End).ContainsAny(Courtesies.Pauses);
}
