namespace ForumQA.Answering.Conversation;

/// <summary>Parts a message that asks for several things: "When was it held and who hosted it?".</summary>
internal static class RequestSplitter
{
    /// <summary>A message that asks for more is left whole: it is a list of questions, and no answer to read at once.</summary>
    private const int MostRequests = 4;

    /// <summary>So many words behind "which" or "how" may stand before its verb: "which of the four boats are".</summary>
    private const int VerbWithin = 6;

    /// <summary>The requests in the order of the message, at least one; the message itself where it asks for one thing, or for more than can be answered at once.</summary>
    /// <param name="message">The message.</param>
    public static IReadOnlyList<string> Split(string message)
    {
        ArgumentNullException.ThrowIfNull(message);
        var words = MessageWord.Read(message);
        if (SameOfTwo(message, words) is { } pair)
        {
            return pair;
        }

        var starts = new List<int>();
        var isTelling = false;
        for (var i = 0; i < words.Count; i++)
        {
            if (i == 0 || words[i].OpensSentence)
            {
                var opening = SkipWrappers(words, i);

                // What comes before or between two questions belongs to one of them.
                if (!IsRequest(words, opening, isSentence: true) && !IsTelling(words, i, opening))
                {
                    return [message];
                }

                starts.Add(i);
                isTelling = IsTelling(words, i, opening);
            }
            else if (Joint(message, words, i) is { } next && next - starts[^1] > 1
                && (IsRequest(words, next, isSentence: false) || (isTelling && next < words.Count - 1 && FollowUpWords.Asking.Contains(words[next].Text))))
            {
                starts.Add(next);
            }
        }

        return starts.Count is < 2 or > MostRequests ? [message] : [.. starts.Select((start, i) => TextOf(message, words, start, i + 1 < starts.Count ? starts[i + 1] : words.Count))];
    }

    /// <summary>"When and where was it held?": the same asked twice; null when it is not.</summary>
    private static IReadOnlyList<string>? SameOfTwo(string message, IReadOnlyList<MessageWord> words) =>
        words.Count > 4 && FollowUpWords.Asking.Contains(words[0].Text) && FollowUpWords.Joints.Contains(words[1].Text)
            && FollowUpWords.Asking.Contains(words[2].Text) && FollowUpWords.Verbs.Contains(words[3].Text) && !words.Any(word => word.OpensSentence)
            ? [$"{message[words[0].Start..words[0].End]} {message[words[3].Start..]}", message[words[2].Start..]]
            : null;

    /// <summary>"Tell me when it is and what it costs": questions as clauses of a request.</summary>
    private static bool IsTelling(IReadOnlyList<MessageWord> words, int start, int opening) =>
        opening > start && FollowUpWords.Asking.Contains(words[opening].Text) && opening + 1 < words.Count && !FollowUpWords.Verbs.Contains(words[opening + 1].Text);

    /// <summary>The place behind what joins two requests: "and", a comma, both; null when nothing does.</summary>
    private static int? Joint(string message, IReadOnlyList<MessageWord> words, int i)
    {
        var next = i;
        while (next < words.Count && FollowUpWords.Joints.Contains(words[next].Text))
        {
            next++;
        }

        var isApart = message.AsSpan(words[i - 1].End, words[i].Start - words[i - 1].End).Contains(',');
        return next < words.Count && (next > i || isApart) ? next : null;
    }

    private static int SkipWrappers(IReadOnlyList<MessageWord> words, int start)
    {
        var at = start;
        while (at < words.Count && Math.Max(FollowUpWords.Wrappers.LengthAt(words, at), FollowUpWords.Joints.LengthAt(words, at)) is > 0 and var length)
        {
            at += length;
        }

        return at;
    }

    /// <summary>Whether a question or a command begins here, rather than a clause: "what does it cost", but not "what it costs".</summary>
    private static bool IsRequest(IReadOnlyList<MessageWord> words, int at, bool isSentence)
    {
        if (at >= words.Count - 1)
        {
            // "... and why?"
            return at == words.Count - 1 && at > 0 && FollowUpWords.Asking.Contains(words[at].Text);
        }

        var (first, second) = (words[at].Text, words[at + 1].Text);
        if (FollowUpWords.Commands.Contains(first))
        {
            return isSentence || FollowUpWords.CommandObjects.Contains(second);
        }

        if (FollowUpWords.Auxiliaries.Contains(first))
        {
            return isSentence || FollowUpWords.Articles.Contains(second) || FollowUpWords.Askers.Contains(second)
                || FollowUpWords.Persons.Contains(second) || FollowUpWords.Plurals.Contains(second) || FollowUpWords.Things.Contains(second);
        }

        if (!FollowUpWords.Asking.Contains(first))
        {
            return false;
        }

        if (FollowUpWords.Verbs.Contains(second) || FollowUpWords.Contractions.Contains(first))
        {
            return true;
        }

        // "Who hosted it", but not "who they are".
        if (FollowUpWords.Whos.Contains(first))
        {
            return !FollowUpWords.Persons.Contains(second) && !FollowUpWords.Plurals.Contains(second) && !FollowUpWords.Articles.Contains(second) && !FollowUpWords.Askers.Contains(second);
        }

        // "How many came", but not "how many there are".
        if (FollowUpWords.Manies.LengthAt(words, at) > 0)
        {
            return words.Skip(at + 2).TakeWhile(word => !word.OpensSentence).All(word => !FollowUpWords.Askers.Contains(word.Text) || word.Text == words[at + 2].Text);
        }

        // "Which boats are", "how much does", "what fee do": the verb comes before whoever does it.
        var isNoun = FollowUpWords.Choosing.Contains(first) || FollowUpWords.Amounts.Contains(second);
        return isNoun && !FollowUpWords.Articles.Contains(second) && !FollowUpWords.Persons.Contains(second) && !FollowUpWords.Plurals.Contains(second) && !FollowUpWords.Askers.Contains(second)
            && words.Skip(at + 2).Take(VerbWithin).TakeWhile(word => !word.OpensSentence && !FollowUpWords.Askers.Contains(word.Text)).Any(word => FollowUpWords.Auxiliaries.Contains(word.Text));
    }

    /// <summary>A request without the joint behind it, a question with its mark.</summary>
    private static string TextOf(string message, IReadOnlyList<MessageWord> words, int start, int end)
    {
        var last = end - 1;
        while (end < words.Count && last > start && FollowUpWords.Joints.Contains(words[last].Text))
        {
            last--;
        }

        var text = message[words[start].Start..words[last].End];
        var opening = SkipWrappers(words, start);
        var isQuestion = opening >= words.Count || (!FollowUpWords.Commands.Contains(words[opening].Text) && IsRequest(words, opening, isSentence: true));
        return isQuestion ? text + "?" : text;
    }
}
