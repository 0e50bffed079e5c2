using ForumQA.Text;

namespace ForumQA.Answering.Conversation;

/// <summary>Tells what a message lacks to be a question on its own.</summary>
/// <param name="phrases">Reads the names in it.</param>
/// <param name="names">What is known of names.</param>
internal sealed class QuestionGaps(PhraseReader phrases, INameKnowledge names)
{
    private const int LongestFragment = 6;

    // "Which companies took part?" says what it wants; "How many took part?" does not.
    private const int ContentOfWholeQuestion = 3;

    // "How long does the delivery take?": a part of a thing, and what is asked of it.
    private const int ContentOfPart = 3;

    /// <summary>"In how many countries", "which company", "only the Japanese ones": the rest of a question that was asked before.</summary>
    public bool IsRestOfQuestion(string body, IReadOnlyList<MessageWord> words, IReadOnlyList<ContentWord> content) =>
        words.Count is > 1 and <= LongestFragment
        && content.Count is 1 or 2
        && (FollowUpWords.Asking.Contains(words[0].Text) || FollowUpWords.ByWords.Contains(words[0].Text) || FollowUpWords.Narrowings.Contains(words[0].Text))
        && !words.Any(word => FollowUpWords.Verbs.Contains(word.Text))
        && phrases.Read(body).Count == 0;

    /// <summary>"How long does the delivery take?" after "What is Hema?" and "Who created it?": the thing that two questions were about is likely meant still, when no document has the word for itself.</summary>
    public bool IsPartOfThing(string body, IReadOnlyList<MessageWord> words, IReadOnlyList<ContentWord> content, AskedQuestion before) =>
        before.Carried.Count > 0
        && content.Count <= ContentOfPart
        && words.Take(2).Any(word => FollowUpWords.Asking.Contains(word.Text))
        && words.Zip(words.Skip(1)).Any(pair => FollowUpWords.Articles.Contains(pair.First.Text) && !StopWordList.Contains(pair.Second.Text) && !names.IsWord(pair.Second.Text))
        && phrases.Read(body).Count == 0;

    /// <summary>"And what did Japan say?": whether a question that has no pronoun still lacks what it is about.</summary>
    public bool NeedsSubject(string body, IReadOnlyList<ContentWord> content, bool isJoined, AskedQuestion before, bool ofNames = false)
    {
        var named = phrases.Read(body);
        var telling = content.Where(word => !named.Any(name => word.Start >= name.Start && word.End <= name.End) && !FollowUpWords.VagueVerbs.Contains(word.Folded)).ToList();
        if (ofNames)
        {
            return telling.Count == 0;
        }

        if (named.Count == 0)
        {
            return isJoined ? content.Count < ContentOfWholeQuestion : content.Count == 0;
        }

        var subject = ContentWord.Read(before.Text).Where(word => !IsNameIn(before.Text, word) && !FollowUpWords.VagueVerbs.Contains(word.Folded)).Select(word => word.Stem).ToHashSet(StringComparer.Ordinal);
        return isJoined && telling.Count == 0 && subject.Count > 0 && names.SpeakOf(named[0].Text, subject);
    }

    /// <summary>"The 17th?", "and Japan?": nothing but what is to stand in the place of something.</summary>
    public bool IsFragment(string body, IReadOnlyList<MessageWord> words, bool isJoined)
    {
        if (words.Count > LongestFragment || FollowUpWords.Asking.Contains(words[0].Text) || FollowUpWords.Commands.Contains(words[0].Text)
            || words.Any(word => FollowUpWords.Verbs.Contains(word.Text)) || ContentWord.Read(body).Count == 0
            || words.Any(word => FollowUpWords.Asking.Contains(word.Text)))
        {
            return false;
        }

        if (isJoined)
        {
            return true;
        }

        var isNarrowing = FollowUpWords.ByWords.Contains(words[0].Text);
        var first = words.SkipWhile(word => FollowUpWords.ByWords.Contains(word.Text) || FollowUpWords.Articles.Contains(word.Text)).Select(word => word.Start).DefaultIfEmpty(-1).First();
        return phrases.Read(body).FirstOrDefault(phrase => phrase.Start == first) is { } phrase
            && (isNarrowing || phrase.Kind is PhraseKind.Event or PhraseKind.Year || body.TrimEnd().EndsWith('?') || body.TrimEnd().EndsWith('？'));
    }

    /// <summary>"And by whom?", "how many?", "when was that?": an asking word and nothing that it is about.</summary>
    public static bool IsBareAsking(IReadOnlyList<MessageWord> words) =>
        words.Count <= LongestFragment
        && words.Take(2).Any(word => FollowUpWords.Asking.Contains(word.Text))
        && words.All(word => StopWordList.Contains(word.Text) || FollowUpWords.Asking.Contains(word.Text) || FollowUpWords.Verbs.Contains(word.Text)
            || FollowUpWords.Things.Contains(word.Text) || FollowUpWords.Nouns.Any(noun => noun.Kind == PhraseKind.Year && noun.Words.Contains(word.Text)) || FollowUpWords.Amounts.Contains(word.Text))
        && words.All(word => !FollowUpWords.Persons.Contains(word.Text));

    /// <summary>"What else did she say?": what was said is not said again.</summary>
    public static bool AsksForMore(IReadOnlyList<MessageWord> words) =>
        words.Take(4).Any(word => FollowUpWords.OtherWords.Contains(word.Text)) && !FollowUpWords.Someone.Contains(words[0].Text);

    private bool IsNameIn(string text, ContentWord word) => phrases.Read(names.Respell(text)).Any(name => word.Start >= name.Start && word.End <= name.End);
}
