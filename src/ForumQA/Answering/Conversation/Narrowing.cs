namespace ForumQA.Answering.Conversation;

/// <summary>Asks for a part of a list that was given: "only the Japanese ones", "which of them spoke about AI?", "how many of those are companies?".</summary>
internal static class Narrowing
{
    private const int LongestAttribute = 5;

    private const string AnyNoun = "people";

    /// <summary>The question among the items of the list; null when none is asked.</summary>
    /// <param name="asked">The message as sent.</param>
    /// <param name="message">The message without courtesies.</param>
    /// <param name="earlier">The questions before it, oldest first.</param>
    /// <param name="name">Finds names.</param>
    public static AskedQuestion? Read(string asked, string message, IReadOnlyList<EarlierQuestion> earlier, Func<string, IReadOnlyList<NamedPhrase>> name)
    {
        if (ListedItems.Latest(earlier) is not { } list)
        {
            return null;
        }

        var words = MessageWord.Read(message);
        var opening = FollowUpWords.Openings.LengthAt(words, 0);
        words = [.. words.Skip(opening)];
        var question = OfThem(message, words, list) ?? OnlySome(message, words, list);
        if (question is null)
        {
            return null;
        }

        // Two of one name may be listed at two events.
        var of = earlier.Last(turn => ListedItems.Read(turn.Answer) is not null);
        var at = name(of.Question.Own).FirstOrDefault(phrase => phrase.Kind == PhraseKind.Event);
        return new AskedQuestion(asked) { Own = at is null || name(question).Any(phrase => phrase.Kind == PhraseKind.Event) ? question : $"{question} at {Reference.WithArticle(at)}", Among = list.Names };
    }

    /// <summary>Whether a message has a pronoun for several.</summary>
    public static bool PointsToSeveral(string message) => MessageWord.Read(message).Any(word => FollowUpWords.Plurals.Contains(word.Text));

    /// <summary>"Which of them spoke about AI": what stands behind "of them" is asked of each.</summary>
    private static string? OfThem(string message, IReadOnlyList<MessageWord> words, ListedItems list)
    {
        var of = words.ToList().FindIndex(word => FollowUpWords.AmongWords.Contains(word.Text));
        if (of is < 1 or > 4 || of + 1 >= words.Count || !FollowUpWords.Members.Contains(words[of + 1].Text) || !FollowUpWords.Selecting.Contains(words[of - 1].Text))
        {
            return null;
        }

        var isCounted = FollowUpWords.Amounts.Contains(words[of - 1].Text);
        var ask = isCounted ? "how many" : "which";
        var rest = words.Skip(of + 2).ToList();
        var isAuxiliary = rest.Count > 0 && FollowUpWords.Auxiliaries.Contains(rest[0].Text);

        // "Are any of them Japanese?", "which of them are Japanese": what they are like stands before what they are.
        var attribute = isAuxiliary ? rest.Skip(1).ToList() : of > 1 && FollowUpWords.Auxiliaries.Contains(words[0].Text) ? rest : [];
        return attribute.Count is > 0 and <= 2 && !FollowUpWords.ByWords.Contains(attribute[0].Text) && !FollowUpWords.Articles.Contains(attribute[0].Text)
            ? $"{ask} {Text(message, attribute)} {list.Noun ?? AnyNoun}"
            : rest.Count > 0 ? $"{ask} {list.Noun ?? AnyNoun} {Text(message, rest)}" : null;
    }

    /// <summary>"Only the Japanese ones", "just the companies".</summary>
    private static string? OnlySome(string message, IReadOnlyList<MessageWord> words, ListedItems list)
    {
        if (words.Count < 2 || !(FollowUpWords.Narrowings.Contains(words[0].Text) || FollowUpWords.Selected.Contains(words[^1].Text)))
        {
            return null;
        }

        var attribute = words.SkipWhile(word => FollowUpWords.Narrowings.Contains(word.Text) || FollowUpWords.Articles.Contains(word.Text) || FollowUpWords.Pointers.Contains(word.Text)).ToList();
        var isNamed = attribute.Count > 0 && (FollowUpWords.Selected.Contains(attribute[^1].Text) || attribute[^1].Text == list.Noun);
        attribute = isNamed ? attribute.SkipLast(1).ToList() : attribute;
        return attribute.Count is 0 or > LongestAttribute || attribute.Exists(word => FollowUpWords.Asking.Contains(word.Text)) ? null
            : FollowUpWords.ByWords.Contains(attribute[0].Text) ? $"which {list.Noun ?? AnyNoun} are {Text(message, attribute)}"
            : $"which {Text(message, attribute)} {list.Noun ?? AnyNoun}";
    }

    private static string Text(string message, List<MessageWord> words) => message[words[0].Start..words[^1].End];
}
