namespace ForumQA.Answering.Conversation;

/// <summary>Completes a question from the questions before it: ellipsis, pronouns and corrections.</summary>
/// <param name="names">What is known of names.</param>
/// <param name="phrases">Finds them.</param>
internal sealed class FollowUp(INameKnowledge names, PhraseReader phrases)
{
    private const int MostCarried = 8;

    private readonly PhraseReader _phrases = phrases;
    private readonly Reference _references = new(phrases, names);
    private readonly Others _others = new(phrases, names);
    private readonly QuestionGaps _gaps = new(phrases, names);
    private readonly SameOne _same = new(phrases, names);

    /// <summary>Creates one.</summary>
    /// <param name="names">What is known of names.</param>
    public FollowUp(INameKnowledge names)
        : this(names, new PhraseReader(names))
    {
    }

    /// <summary>The question that can be searched for on its own.</summary>
    /// <param name="asked">The message as sent.</param>
    /// <param name="message">The message without courtesies.</param>
    /// <param name="earlier">The questions to the documents before it, oldest first.</param>
    public AskedQuestion Complete(string asked, string message, IReadOnlyList<EarlierQuestion> earlier)
    {
        ArgumentNullException.ThrowIfNull(earlier);
        if (earlier.Count == 0)
        {
            return Alone(asked, message);
        }

        return Correct(asked, message, earlier)
            ?? _same.Read(asked, message, earlier)
            ?? _others.Read(asked, message, earlier)
            ?? Narrowing.Read(asked, message, earlier, text => _phrases.Read(names.Respell(text)))
            ?? Continue(asked, message, earlier, isJoined: false);
    }

    /// <summary>"Why", "when", "by whom" asked of an earlier question.</summary>
    public static AskedQuestion Ask(string asked, string ask, AskedQuestion before)
    {
        var words = MessageWord.Read(before.Own);
        var auxiliary = words.Take(4).ToList().FindIndex(word => FollowUpWords.Auxiliaries.Contains(word.Text));
        var isBare = FollowUpWords.Asking.Contains(MessageWord.Read(ask)[^1].Text) && MessageWord.Read(ask).Count == 1 && FollowUpWords.Contents.Contains(MessageWord.Read(ask)[0].Text);

        // "Why did she say about water?" is nothing that anybody asks.
        var asksWhat = words.Count > 0 && FollowUpWords.Contents.Contains(words[0].Text) && auxiliary > 0 && FollowUpWords.Doing.Contains(words[auxiliary].Text);
        return auxiliary >= 0 && words.Count > auxiliary + 1 && !isBare && !asksWhat && (auxiliary == 0 || FollowUpWords.Asking.Contains(words[0].Text) || FollowUpWords.ByWords.Contains(words[0].Text))
            ? before with { Asked = asked, Own = $"{ask} {before.Own[words[auxiliary].Start..]}", Length = AnswerLength.Normal, SkipSaid = [], MostSentences = null, Preface = null }
            : Carry(asked, ask + "?", before, _ => true);
    }

    /// <summary>"No, I meant Liu Song of Alibaba": null when it takes nothing back.</summary>
    private AskedQuestion? Correct(string asked, string message, IReadOnlyList<EarlierQuestion> earlier)
    {
        if ((Correction.Read(message) ?? NameInstead(message)) is not { } correction)
        {
            return null;
        }

        if (correction.IsQuestion)
        {
            return Continue(asked, correction.Meant, earlier, isJoined: true);
        }

        var before = correction.Begun is { } begun ? Continue(asked, begun, earlier, isJoined: false) : earlier[^1].Question;
        var wrong = ContentWord.Read(correction.Wrong ?? "").Select(word => word.Stem).ToHashSet(StringComparer.Ordinal);
        var taken = ContentWord.Read(before.Own).Where(word => wrong.Contains(word.Stem)).ToList();
        return taken.Count == 0
            ? Replace(asked, correction.Meant, before)
            : before with
            {
                Asked = asked,
                Own = before.Own[..taken[0].Start] + WithoutArticle(correction.Meant) + before.Own[taken[^1].End..],
                SkipSaid = [],
                MostSentences = null,
                Preface = null,
                Move = ConversationMove.None,
            };
    }

    /// <summary>"Sorry Ann Lee", without a pause: nothing but a name behind the word that takes back.</summary>
    private Correction? NameInstead(string message)
    {
        var words = MessageWord.Read(message);
        var length = FollowUpWords.Corrections.LengthAt(words, 0);
        if (length == 0 || length == words.Count)
        {
            return null;
        }

        var meant = names.Respell(message[words[length].Start..]);
        return _phrases.Read(meant) is [{ Start: 0 } phrase, ..] && MessageWord.Read(meant[phrase.End..]).Count == 0 ? new Correction(meant, null, IsQuestion: false) : null;
    }

    private AskedQuestion Continue(string asked, string message, IReadOnlyList<EarlierQuestion> earlier, bool isJoined)
    {
        var before = earlier[^1].Question;
        var words = MessageWord.Read(message);
        var opening = FollowUpWords.Openings.LengthAt(words, 0);
        opening = opening == words.Count ? 0 : opening;
        isJoined |= opening > 0;
        var body = _references.Resolve(names.Respell(message[(words.Count == 0 ? 0 : words[opening].Start)..]), earlier, out var isResolved);
        words = MessageWord.Read(body);
        if (words.Count == 0)
        {
            return Alone(asked, message);
        }

        if (_gaps.IsFragment(body, words, isJoined))
        {
            return Replace(asked, body, before);
        }

        if (WhichInstead(words, body, before) is { } which)
        {
            return before with { Asked = asked, Own = which, Length = AnswerLength.Normal, SkipSaid = [], MostSentences = null, Preface = null, Move = ConversationMove.None };
        }

        if (QuestionGaps.IsBareAsking(words) && WhenOrWhere(words, body, earlier[^1]) is { } ofEvent)
        {
            return Alone(asked, ofEvent);
        }

        if (QuestionGaps.IsBareAsking(words))
        {
            var verb = words.ToList().FindIndex(word => FollowUpWords.Verbs.Contains(word.Text));
            var end = verb > 0 ? words[verb - 1].End : words[^1].End;
            return Ask(asked, body[..end], before);
        }

        if (Reference.FindThing(words) is { } thing)
        {
            return CarryThing(asked, isResolved ? body : message, body, words, thing, before);
        }

        var content = ContentWord.Read(body);
        if (!isResolved && (_gaps.IsRestOfQuestion(body, words, content) || _gaps.NeedsSubject(body, content, isJoined, before)))
        {
            return Carry(asked, message, before, UnlessReplaced(body, before));
        }

        // "And what did they say?" after "Who spoke about ageing?": on the same subject.
        if (isResolved && Narrowing.PointsToSeveral(message) && Reference.TopicOf(body) is null && _gaps.NeedsSubject(body, content, isJoined: false, before, ofNames: true))
        {
            return Carry(asked, body, before, UnlessReplaced(body, before));
        }

        if (!isResolved && _gaps.IsPartOfThing(body, words, content, before))
        {
            return Carry(asked, message, before, _ => true);
        }

        var alone = Alone(asked, isResolved ? body : message);
        return QuestionGaps.AsksForMore(words) ? alone with { SkipSaid = earlier[^1].Said } : alone;
    }

    /// <summary>"Which company?" after "Who spoke about privacy?".</summary>
    private static string? WhichInstead(IReadOnlyList<MessageWord> words, string body, AskedQuestion before)
    {
        var asked = MessageWord.Read(before.Own);
        var first = FollowUpWords.Openings.LengthAt(asked, 0);
        return words.Count == 2 && FollowUpWords.Contents.Contains(words[0].Text) && FollowUpWords.Nouns.Any(noun => noun.Words.Contains(words[1].Text))
            && asked.Count > first + 2 && FollowUpWords.Someone.Contains(asked[first].Text)
                ? $"{body[..words[1].End]} {before.Own[asked[first + 1].Start..]}"
                : null;
    }

    /// <summary>"When was that?" after what somebody said: when and where the event was at which it was said.</summary>
    private string? WhenOrWhere(IReadOnlyList<MessageWord> words, string body, EarlierQuestion before)
    {
        var asked = MessageWord.Read(before.Question.Own);
        var ask = words.FirstOrDefault(word => FollowUpWords.TimesAndPlaces.Contains(word.Text));
        return ask.Text is null || asked.Count == 0 || FollowUpWords.TimesAndPlaces.Contains(asked[0].Text) ? null
            : (_phrases.Read(names.Respell(before.Question.Own)).FirstOrDefault(phrase => phrase.Kind == PhraseKind.Event)
                ?? _phrases.Read(before.Answer ?? "").FirstOrDefault(phrase => phrase.Kind == PhraseKind.Event)) is { } @event ? $"{body[ask.Start..ask.End]} was {Reference.WithArticle(@event)}?" : null;
    }

    /// <summary>Puts a phrase in the place of one of its kind, or beside the earlier question.</summary>
    private AskedQuestion Replace(string asked, string fragment, AskedQuestion before)
    {
        fragment = names.Respell(fragment).TrimEnd(' ', '?', '.', '!', '？', '。');
        var fresh = before with { Asked = asked, SkipSaid = [], Length = AnswerLength.Normal, MostSentences = null, Preface = null, Move = ConversationMove.None };
        var spelled = names.Respell(before.Own);
        var phrases = _phrases.Read(fragment);
        if (phrases.Count > 0 && Substitution.Of(spelled, _phrases.Read(spelled), fragment, phrases) is { } replaced)
        {
            return fresh with { Own = replaced };
        }

        if (phrases.Count == 0 && Reference.TopicOf(spelled) is { } topic)
        {
            var words = MessageWord.Read(fragment);
            var start = words.Count > 1 && FollowUpWords.Abouts.Contains(words[0].Text) ? words[1].Start : 0;
            return fresh with { Own = $"{spelled[..topic.Start]}{fragment[start..]}{spelled[topic.End..]}" };
        }

        // "In 2020?" narrows what was asked; another subject is asked about in its place.
        return phrases.Count > 0 && phrases[0].Kind is PhraseKind.Year or PhraseKind.Event
            ? fresh with { Own = $"{spelled.TrimEnd(' ', '?', '.', '？')} {fragment}?" }
            : Carry(asked, fragment, before, _ => true);
    }

    private AskedQuestion CarryThing(string asked, string own, string body, IReadOnlyList<MessageWord> words, int thing, AskedQuestion before)
    {
        var isSubject = thing > 0 && FollowUpWords.Abouts.Contains(words[thing - 1].Text);
        if (isSubject && Reference.TopicOf(before.Own) is { } topic)
        {
            return Alone(asked, body[..words[thing].Start] + before.Own[topic.Start..topic.End] + body[words[thing].End..]);
        }

        return Carry(asked, own, before, UnlessReplaced(body, before));
    }

    private static AskedQuestion Carry(string asked, string own, AskedQuestion before, Func<ContentWord, bool> isKept)
    {
        var stems = ContentWord.Read(own).Select(word => word.Stem).ToHashSet(StringComparer.Ordinal);
        var carried = ContentWord.Read(before.Text).Where(word => isKept(word) && !stems.Contains(word.Stem) && !FollowUpWords.VagueVerbs.Contains(word.Folded))
            .DistinctBy(word => word.Stem).Take(MostCarried).Select(word => word.Text);
        return new AskedQuestion(asked) { Own = own.TrimEnd(), Carried = [.. carried] };
    }

    private static AskedQuestion Alone(string asked, string message) => new(asked) { Own = message.TrimEnd() };

    /// <summary>All words of the earlier question but the names in whose place there are others now.</summary>
    private Func<ContentWord, bool> UnlessReplaced(string body, AskedQuestion before)
    {
        var own = _phrases.Read(body);
        var replaced = _phrases.Read(names.Respell(before.Text)).Where(name => own.Any(other => Substitution.AreAlike(name.Kind, other.Kind))).ToList();
        return word => !replaced.Any(name => word.Start >= name.Start && word.End <= name.End);
    }

    private static string WithoutArticle(string text)
    {
        var words = MessageWord.Read(text);
        return words.Count > 1 && FollowUpWords.Articles.Contains(words[0].Text) ? text[words[1].Start..] : text;
    }
}
