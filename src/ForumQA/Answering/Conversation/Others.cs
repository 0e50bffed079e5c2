namespace ForumQA.Answering.Conversation;

/// <summary>Asks for others than those that were named: "who else spoke about privacy?", "anyone else?".</summary>
/// <param name="phrases">Finds names.</param>
/// <param name="names">What is known of names.</param>
internal sealed class Others(PhraseReader phrases, INameKnowledge names)
{
    private const int FarthestBack = 4;

    /// <summary>The question without those named; null when no others are asked for.</summary>
    /// <param name="asked">The message as sent.</param>
    /// <param name="message">The message without courtesies.</param>
    /// <param name="earlier">The questions before it, oldest first; at least one.</param>
    public AskedQuestion? Read(string asked, string message, IReadOnlyList<EarlierQuestion> earlier)
    {
        var words = MessageWord.Read(message).ToList();
        var opening = FollowUpWords.Openings.LengthAt(words, 0);
        var at = words.FindIndex(opening, word => FollowUpWords.OtherWords.Contains(word.Text));
        if (at < 1 || at - opening > 2 || !FollowUpWords.Someone.Contains(words[at - 1].Text))
        {
            return null;
        }

        var before = earlier[^1];
        var spelled = names.Respell(before.Question.Own);
        var rest = words.Skip(at + 1).ToList();
        var said = rest.TrueForAll(word => FollowUpWords.VagueVerbs.Contains(word.Text) || FollowUpWords.Things.Contains(word.Text) || FollowUpWords.SoWords.Contains(word.Text) || FollowUpWords.Abouts.Contains(word.Text));
        var own = said ? Again(spelled) : $"{(FollowUpWords.Selecting.Contains(words[at - 1].Text) && words[at - 1].Text is not "who" ? "which" : "who")} {message[rest[0].Start..]}";
        if (own is null)
        {
            return null;
        }

        own = own.TrimEnd(' ', '?', '.');
        var isScoped = phrases.Read(names.Respell(own)).Any(phrase => phrase.Kind == PhraseKind.Event) || Reference.TopicOf(own) is not null;
        var scope = isScoped ? null : Event(earlier);
        return new AskedQuestion(asked)
        {
            Own = scope is null ? own + "?" : $"{own} at {scope}?",
            Without = [.. earlier.TakeLast(FarthestBack).Where(turn => turn == before || turn.Question.Own == before.Question.Own).SelectMany(Named).Distinct(StringComparer.Ordinal)],
            SkipSaid = before.Said,
        };
    }

    /// <summary>The earlier question, asked of anybody.</summary>
    private string? Again(string question)
    {
        var asksWho = MessageWord.Read(question) is [{ Text: "who" }, ..];
        var person = phrases.Read(question).FirstOrDefault(phrase => phrase.Kind is PhraseKind.Person or PhraseKind.Organisation or PhraseKind.Country);
        return asksWho ? question
            : Reference.TopicOf(question) is { } topic ? $"who spoke about {question[topic.Start..topic.End]}"
            : phrases.Read(question).FirstOrDefault(phrase => phrase.Kind == PhraseKind.Event) is { } at ? $"who spoke at {Reference.WithArticle(at)}"
            : person is null ? null : "who spoke";
    }

    private IEnumerable<string> Named(EarlierQuestion turn) =>
        (ListedItems.Read(turn.Answer)?.Names ?? People(turn.Answer ?? "")).Concat(People(names.Respell(turn.Question.Own)));

    private IEnumerable<string> People(string text) => phrases.Read(text).Where(phrase => phrase.Kind == PhraseKind.Person).Select(phrase => phrase.Text);

    private string? Event(IReadOnlyList<EarlierQuestion> earlier) => earlier.Reverse().Take(FarthestBack)
        .SelectMany(turn => new[] { names.Respell(turn.Question.Own), turn.Answer ?? "" })
        .SelectMany(phrases.Read).Where(phrase => phrase.Kind == PhraseKind.Event).Select(Reference.WithArticle).FirstOrDefault();
}
