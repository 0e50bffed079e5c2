using System.Text;
using ForumQA.Text;

namespace ForumQA.Answering.Conversation;

/// <summary>Puts names in the place of what points back to them: "he", "that company", "the second one".</summary>
/// <param name="phrases">Finds names.</param>
/// <param name="names">What is known of names.</param>
internal sealed class Reference(PhraseReader phrases, INameKnowledge names)
{
    /// <summary>Fewer sentences are none that are counted up and one that says how many.</summary>
    private const int FewestCounted = 3;

    /// <summary>More are a list, which nobody means one by one.</summary>
    private const int MostActors = 4;

    /// <summary>A question with the names of what it points to.</summary>
    /// <param name="question">The question.</param>
    /// <param name="earlier">The questions before it, oldest first; at least one.</param>
    /// <param name="isResolved">Whether anything was replaced.</param>
    public string Resolve(string question, IReadOnlyList<EarlierQuestion> earlier, out bool isResolved)
    {
        var words = MessageWord.Read(question);
        var resolved = new StringBuilder();
        var copied = 0;
        string? listed = null;
        for (var i = 0; i < words.Count;)
        {
            var (length, name) = AtPlace(words, i, earlier);

            // "The second one, what did he say?"
            listed ??= length > 0 ? name : null;
            (length, name) = length > 0 ? (length, name) : listed is not null && FollowUpWords.Persons.Contains(words[i].Text) ? (1, listed) : At(words, i, earlier, question);
            if (length > 0)
            {
                resolved.Append(question, copied, words[i].Start - copied).Append(name);
                copied = words[i + length - 1].End;
            }

            i += Math.Max(1, length);
        }

        isResolved = copied > 0;
        return resolved.Append(question, copied, question.Length - copied).ToString();
    }

    /// <summary>The place of a pronoun for a thing, among the words; null when there is none, or it points to something in the same question.</summary>
    public static int? FindThing(IReadOnlyList<MessageWord> words)
    {
        for (var i = 0; i < words.Count; i++)
        {
            var isLast = i == words.Count - 1;
            var before = i > 0 ? words[i - 1].Text : "";
            var points = (FollowUpWords.Things.Contains(words[i].Text) || FollowUpWords.Plurals.Contains(words[i].Text)) && words[i].Text switch
            {
                "there" => isLast && !FollowUpWords.Auxiliaries.Contains(before),
                "that" or "das" => isLast || FollowUpWords.Auxiliaries.Contains(before),
                "es" => false,
                _ => true,
            };
            if (points)
            {
                return i;
            }
        }

        return null;
    }

    /// <summary>What a question is about: what stands behind its last "about".</summary>
    public static (int Start, int End)? TopicOf(string question)
    {
        var words = MessageWord.Read(question);
        var about = words.ToList().FindLastIndex(word => FollowUpWords.Abouts.Contains(word.Text));
        return about > 0 && about < words.Count - 1 ? (words[about + 1].Start, words[^1].End) : null;
    }

    /// <summary>"The second one", "the third speaker": of a list that was given.</summary>
    private (int Length, string Name) AtPlace(IReadOnlyList<MessageWord> words, int i, IReadOnlyList<EarlierQuestion> earlier)
    {
        foreach (var (phrase, place) in FollowUpWords.Places)
        {
            var length = phrase.LengthAt(words, i);
            if (length == 0)
            {
                continue;
            }

            // "The first forum" names something; "the first" alone points back.
            var named = i + length < words.Count && FollowUpWords.Nouns.Any(noun => noun.Kind is PhraseKind.Person or PhraseKind.Organisation && noun.Words.Contains(words[i + length].Text)) ? 1 : 0;
            if (named > 0 || i + length == words.Count || FollowUpWords.Verbs.Contains(words[i + length].Text) || FollowUpWords.Selected.Contains(words[i + length - 1].Text))
            {
                var listed = Listed(earlier);
                var at = place < 0 ? listed.Count - 1 : place;
                return listed.Count > 1 && at < listed.Count ? (length + named, listed[at]) : (0, "");
            }
        }

        return (0, "");
    }

    private (int Length, string Name) At(IReadOnlyList<MessageWord> words, int i, IReadOnlyList<EarlierQuestion> earlier, string question)
    {
        // "Compare that with the 16th": whatever the last question named, on the same subject.
        if (i > 0 && FollowUpWords.Comparing.Contains(words[i - 1].Text) && FollowUpWords.Things.Contains(words[i].Text)
            && names.Respell(earlier[^1].Question.Own) is var last && phrases.Read(last).Where(phrase => phrase.Kind != PhraseKind.Other).ToList() is { Count: > 0 } compared)
        {
            var topic = TopicOf(last) is { } about && !compared.Exists(phrase => phrase.Start >= about.Start) ? " about " + last[about.Start..about.End] : "";
            return (1, string.Join(compared[^1].Kind == PhraseKind.Event ? " at " : " and ", compared.Select(WithArticle)) + topic);
        }

        if (i + 1 < words.Count && FollowUpWords.Pointers.Contains(words[i].Text)
            && FollowUpWords.Nouns.FirstOrDefault(noun => noun.Words.Contains(words[i + 1].Text)) is { Words: not null } noun
            && (words[i].Text != "the" || i + 2 == words.Count)
            && Latest(noun.Kind, earlier) is { } pointed)
        {
            return (2, pointed);
        }

        if (FollowUpWords.Persons.Contains(words[i].Text) && !HasNameBefore(question, words[i].Start, PhraseKind.Person) && (Latest(PhraseKind.Person, earlier) ?? OnlyName(earlier)) is { } person)
        {
            var isPossessive = words[i].Text is "his" or "hers" || (words[i].Text == "her" && i + 1 < words.Count && !FollowUpWords.ByWords.Contains(words[i + 1].Text));
            return (1, isPossessive ? person + "'s" : person);
        }

        // "Who is that?" behind an answer that names somebody.
        if (i == words.Count - 1 && i > 1 && FollowUpWords.Whos.Contains(words[0].Text) && FollowUpWords.Auxiliaries.Contains(words[1].Text) && FollowUpWords.Pointers.Contains(words[i].Text)
            && Latest(PhraseKind.Person, earlier) is { } pointedAt)
        {
            return (1, pointedAt);
        }

        if (FollowUpWords.Plurals.Contains(words[i].Text) && !HasNameBefore(question, words[i].Start, PhraseKind.Organisation) && Actors(earlier) is { } actor)
        {
            return (1, words[i].Text is "their" ? actor + "'s" : actor);
        }

        // "Who organised it?" after "When was the 20th forum held?". Of other things a name is no more than a part: "the lighthouse of Lindale".
        return words[i].Text is "it" or "its" && !HasNameBefore(question, words[i].Start, PhraseKind.Event) && TopicOf(earlier[^1].Question.Own) is null
            && Find(names.Respell(earlier[^1].Question.Own), PhraseKind.Event) is { } it
                ? (1, words[i].Text == "its" ? it + "'s" : it)
                : (0, "");
    }

    /// <summary>Whom "they" are: an organisation or country that was asked about, else the two who were named last.</summary>
    private string? Actors(IReadOnlyList<EarlierQuestion> earlier)
    {
        var question = names.Respell(earlier[^1].Question.Own);
        if ((Find(question, PhraseKind.Organisation) ?? Find(question, PhraseKind.Country)) is { } actor)
        {
            return actor;
        }

        var people = ListedItems.Read(earlier[^1].Answer)?.Names
            ?? [.. earlier.TakeLast(2).Select(turn => Find(names.Respell(turn.Question.Own), PhraseKind.Person) ?? Find(turn.Answer ?? "", PhraseKind.Person)).OfType<string>().Distinct(StringComparer.Ordinal)];
        return people.Count is > 1 and <= MostActors ? string.Join(" and ", people) : null;
    }

    /// <summary>The name of a kind that was mentioned last: in a question before in its answer, where it is what the question is about.</summary>
    private string? Latest(PhraseKind kind, IReadOnlyList<EarlierQuestion> earlier) => earlier.Reverse()
        .Select(turn => WhoWasAskedFor(turn, kind) ?? SpokenOf(turn, kind) ?? Find(names.Respell(turn.Question.Text), kind) ?? (turn.Answer is { } answer ? Find(answer, kind) : null))
        .FirstOrDefault(name => name is not null);

    /// <summary>"Who joined Ann?" is answered by another name, and that one is spoken of from then on.</summary>
    private string? WhoWasAskedFor(EarlierQuestion turn, PhraseKind kind)
    {
        var question = names.Respell(turn.Question.Own);
        return kind == PhraseKind.Person && turn.Answer is { } answer && MessageWord.Read(question) is [var first, var second, ..] && FollowUpWords.Whos.Contains(first.Text) && !FollowUpWords.Auxiliaries.Contains(second.Text) && Find(question, kind) is { } asked
            ? phrases.Read(answer).FirstOrDefault(phrase => phrase.Kind == kind && !asked.Contains(phrase.Text, StringComparison.Ordinal) && !phrase.Text.Contains(asked, StringComparison.Ordinal))?.Text
            : null;
    }

    /// <summary>The only name in the last question, whatever it names: "Biscuit", who is a cat; null when there is none or more.</summary>
    private string? OnlyName(IReadOnlyList<EarlierQuestion> earlier) =>
        phrases.Read(names.Respell(earlier[^1].Question.Own)).Where(phrase => phrase.Kind is PhraseKind.Other or PhraseKind.Organisation).ToList() is [var only] ? only.Text : null;

    /// <summary>"What did he say about Merkel?" is about her, whom the answer may name in full.</summary>
    private string? SpokenOf(EarlierQuestion turn, PhraseKind kind)
    {
        var question = names.Respell(turn.Question.Own);
        if (kind != PhraseKind.Person || TopicOf(question) is not { } topic)
        {
            return null;
        }

        var subject = question[topic.Start..topic.End].Trim(' ', '?', '.');
        return phrases.Read(turn.Answer ?? "").FirstOrDefault(phrase => phrase.Kind == kind && (phrase.Text == subject || phrase.Text.EndsWith(' ' + subject, StringComparison.Ordinal)))?.Text;
    }

    private string? Find(string text, PhraseKind kind)
    {
        var named = phrases.Read(text);
        if (named.FirstOrDefault(phrase => phrase.Kind == kind) is not { } found)
        {
            return null;
        }

        // Two people may have one name: "Liu Song of Alibaba" is not the other Liu Song.
        var company = kind == PhraseKind.Person
            ? named.FirstOrDefault(next => next.Kind == PhraseKind.Organisation && next.Start > found.End && text[found.End..next.Start] == " of ")
            : null;
        return company is null ? WithArticle(found) : text[found.Start..company.End];
    }

    /// <summary>Those that the last question puts side by side, else those that were listed last, each once.</summary>
    private IReadOnlyList<string> Listed(IReadOnlyList<EarlierQuestion> earlier)
    {
        var asked = Names(names.Respell(earlier[^1].Question.Own));
        return asked.Count > 1 ? asked
            : ListedItems.Latest(earlier)?.Names
            ?? (earlier[^1].Answer is not { } answer ? asked
                : Names(answer) is { Count: > 1 } named ? named
                : Items([.. SentenceSplitter.Split(answer).Select(sentence => sentence.Of(answer).ToString().TrimEnd('.'))]));

        List<string> Names(string text)
        {
            var found = phrases.Read(text).Where(phrase => phrase.Kind is not (PhraseKind.Other or PhraseKind.Year)).ToList();
            var kind = found.FirstOrDefault()?.Kind;
            return [.. found.Where(phrase => phrase.Kind == kind).Select(WithArticle).Distinct(StringComparer.Ordinal)];
        }
    }

    /// <summary>Without the sentence that counts up the others: "There are three reasons", before the three of them.</summary>
    private static IReadOnlyList<string> Items(IReadOnlyList<string> sentences) =>
        sentences.Count >= FewestCounted && MessageWord.Read(sentences[0]).Any(word => CardinalNumber.Of(word.Text) == sentences.Count - 1) ? [.. sentences.Skip(1)] : sentences;

    private bool HasNameBefore(string question, int position, PhraseKind kind) =>
        phrases.Read(question).Any(phrase => phrase.End <= position && phrase.Kind == kind);

    /// <summary>"The 17th forum", but "Toshiba".</summary>
    public static string WithArticle(NamedPhrase phrase) => OrdinalNumber.IsDigits(MessageWord.Read(phrase.Text)[0].Text) ? "the " + phrase.Text : phrase.Text;
}
