namespace ForumQA.Answering.Conversation;

/// <summary>Asks whether two who were named are one: "same person?", "is that the same company as before?".</summary>
/// <param name="phrases">Finds names.</param>
/// <param name="names">What is known of names.</param>
internal sealed class SameOne(PhraseReader phrases, INameKnowledge names)
{
    private const int TurnsCompared = 2;

    /// <summary>The question with those named who are compared; null when that is not asked.</summary>
    /// <param name="asked">The message as sent.</param>
    /// <param name="message">The message without courtesies.</param>
    /// <param name="earlier">The questions before it, oldest first; at least one.</param>
    public AskedQuestion? Read(string asked, string message, IReadOnlyList<EarlierQuestion> earlier)
    {
        var words = MessageWord.Read(message);
        var same = words.ToList().FindIndex(word => FollowUpWords.Sames.Contains(word.Text));
        if (same < 0 || same + 1 >= words.Count
            || FollowUpWords.Nouns.FirstOrDefault(noun => noun.Kind is PhraseKind.Person or PhraseKind.Organisation && noun.Words.Contains(words[same + 1].Text)) is not { Words: not null } asksFor)
        {
            return null;
        }

        var own = Of(names.Respell(message), asksFor.Kind);
        var before = earlier.TakeLast(TurnsCompared).SelectMany(turn => Of(turn.Answer ?? "", asksFor.Kind).Take(1).DefaultIfEmpty(Of(names.Respell(turn.Question.Own), asksFor.Kind).FirstOrDefault())).OfType<string>();
        var compared = own.Concat(own.Count > 1 ? [] : before).Distinct(StringComparer.Ordinal).ToList();

        // "Ann Lee of Acme and Ann Lee": everybody of the name.
        compared.RemoveAll(name => compared.Exists(other => other.Length < name.Length && name.StartsWith(other, StringComparison.Ordinal)));
        return compared.Count == 0 ? null : new AskedQuestion(asked) { Own = $"{string.Join(" and ", compared)}: the same {words[same + 1].Text}?" };
    }

    private List<string> Of(string text, PhraseKind kind)
    {
        var named = phrases.Read(text);
        return [.. named.Where(phrase => phrase.Kind == kind).Select(phrase =>
            named.FirstOrDefault(next => kind == PhraseKind.Person && next.Kind == PhraseKind.Organisation && next.Start > phrase.End && text[phrase.End..next.Start] is " of " or " from ") is { } company
                ? text[phrase.Start..company.End] : phrase.Text)];
    }
}
