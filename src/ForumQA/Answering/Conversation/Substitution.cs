using ForumQA.Text;

namespace ForumQA.Answering.Conversation;

/// <summary>Puts a phrase into an earlier question in the place of one of the same kind.</summary>
internal static class Substitution
{
    // Whoever can say or do something may take the place of another who can.
    private static readonly PhraseKind[] Actors = [PhraseKind.Person, PhraseKind.Organisation, PhraseKind.Country];

    /// <summary>The question with the phrase in it; null when it has none of the kind.</summary>
    /// <param name="question">The earlier question.</param>
    /// <param name="named">Its phrases.</param>
    /// <param name="fragment">What was said now.</param>
    /// <param name="phrases">The phrases of that, at least one.</param>
    public static string? Of(string question, IReadOnlyList<NamedPhrase> named, string fragment, IReadOnlyList<NamedPhrase> phrases)
    {
        ArgumentNullException.ThrowIfNull(named);
        ArgumentNullException.ThrowIfNull(phrases);
        var kind = phrases[0].Kind;

        // "And of Germany?" after "What does Gao Bo think of Silicon Valley?": the same word stands before both.
        var opening = fragment[..phrases[0].Start].Trim();
        var isNarrowing = MessageWord.Read(opening) is [var first, ..] && FollowUpWords.ByWords.Contains(first.Text);
        var old = named.FirstOrDefault(phrase => isNarrowing && !IsDate(phrase.Kind, kind)
                && question[..phrase.Start].TrimEnd().EndsWith(' ' + opening, StringComparison.OrdinalIgnoreCase))
            ?? named.FirstOrDefault(phrase => phrase.Kind == kind)
            ?? (Actors.Contains(kind) ? named.FirstOrDefault(phrase => Actors.Contains(phrase.Kind)) : null);
        if (old is null)
        {
            return null;
        }

        if (Ordinal(old) is { } oldOrdinal && Ordinal(phrases[0]) is { } ordinal)
        {
            return question[..(old.Start + oldOrdinal.Start)] + ordinal.Text + question[(old.Start + oldOrdinal.End)..];
        }

        // "Liu Song of Alibaba" is one: his company goes with him.
        var last = named.FirstOrDefault(next => kind == PhraseKind.Person && question[Math.Min(old.End, next.Start)..next.Start] == " of ") ?? old;
        return question[..old.Start] + fragment[phrases[0].Start..phrases[^1].End] + question[last.End..];
    }

    /// <summary>"In 2020" takes no place of "in Japan".</summary>
    private static bool IsDate(PhraseKind first, PhraseKind second) => (first == PhraseKind.Year) != (second == PhraseKind.Year);

    /// <summary>Whether a name of one kind may take the place of one of another.</summary>
    public static bool AreAlike(PhraseKind first, PhraseKind second) => first == second || (Actors.Contains(first) && Actors.Contains(second));

    private static MessageWord? Ordinal(NamedPhrase phrase)
    {
        foreach (var word in MessageWord.Read(phrase.Text))
        {
            if (OrdinalNumber.IsDigits(word.Text))
            {
                return word with { Text = phrase.Text[word.Start..word.End] };
            }
        }

        return null;
    }
}
