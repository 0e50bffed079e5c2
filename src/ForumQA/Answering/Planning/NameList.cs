using ForumQA.Text;
using ForumQA.Text.Mentions;

namespace ForumQA.Answering.Planning;

/// <summary>Finds all people, organisations and so on within the scope of a question.</summary>
internal static class NameList
{
    /// <summary>Names shown unless another number is asked for.</summary>
    public const int Usual = 30;

    /// <summary>From this share of the subject's weight on, a sentence speaks of it.</summary>
    private const double Relevant = 0.55;

    private const int MostNames = 400;

    /// <summary>The names in the order of documents and text, each with the sentence that shows it.</summary>
    /// <param name="context">The question and the index.</param>
    /// <param name="kind">What is listed.</param>
    /// <param name="attribute">What they are narrowed to by the word before them; it is no part of the subject.</param>
    public static IReadOnlyList<NamedItem> Of(PlanContext context, MentionKind kind, NameAttribute? attribute)
    {
        var scope = context.Scope;
        var asked = scope.People.Concat(scope.Organizations).Concat(scope.Events).Select(name => name.Key).ToHashSet(StringComparer.Ordinal);
        var names = context.Snapshot.Mentions.Names(kind)
            .Where(name => !asked.Contains(name.Key) && context.MayList(name.Name) && name.Documents.Any(context.Sentences.Allows) && IsWithin(context, name)).ToList();
        var narrow = kind switch
        {
            MentionKind.Organization => OrganizationsOf(context, names),
            MentionKind.Place => PlacesOf(context, names),
            MentionKind.Event => EventsOf(context, names),
            _ => names,
        };
        var called = narrow.FindAll(name => IsCalled(name, context.Form.ItemWords));
        return [.. (called.Count > 0 ? called : narrow).Take(MostNames).Select(name => Show(context, name, names, attribute)).OfType<NamedItem>()
            .InDocumentOrder(item => item.Sentence)];
    }

    /// <summary>Whether the role of a person names an organisation.</summary>
    public static bool IsOf(MentionedName person, MentionedName organization) =>
        person.Details.Any(detail => organization.Aliases.Prepend(organization.Name).Any(form => detail.Contains(form, StringComparison.OrdinalIgnoreCase)));

    /// <summary>"Which universities", "which vice presidents": whether the name or the role has the very words.</summary>
    private static bool IsCalled(MentionedName name, IReadOnlyList<string> itemWords) => itemWords.Count > 0 && !FormPhrases.Default.Has("general", itemWords[^1])
        && name.Details.Prepend(name.Name).Any(text =>
        {
            var words = Tokenizer.Tokenize(text);
            return itemWords.All(item => words.Exists(word => word.Word.Stem == Tokenizer.WordOf(item).Stem));
        });

    /// <summary>Without parts of organisations and second names of the same; of companies, companies alone; where it is asked who took part, whoever sent somebody.</summary>
    private static List<MentionedName> OrganizationsOf(PlanContext context, List<MentionedName> names)
    {
        var whole = names.FindAll(name => !IsPart(name) && !names.Exists(other => IsShortFor(name, other)));
        var fitting = context.Form.ItemWord is { } item && FormPhrases.Default.Has("companies", item) ? whole.FindAll(name => !HasWordOf(name, MentionLexicon.NotCompanies)) : whole;
        if (!context.Form.AsksForParticipants)
        {
            return fitting;
        }

        var people = context.Snapshot.Mentions.Names(MentionKind.Person).Where(person => IsWithin(context, person)).ToList();
        var represented = fitting.FindAll(name => people.Exists(person => IsOf(person, name)));
        return represented.Count > 0 ? represented : fitting;
    }

    /// <summary>"Which Acme forums": those whose name has the word.</summary>
    private static List<MentionedName> EventsOf(PlanContext context, List<MentionedName> names)
    {
        var called = context.Topic.Where(i => IsPartOfEvent(context, i)).Select(i => context.Ranking.Question.Terms[i].Word.Folded).ToList();
        return names.FindAll(name => called.TrueForAll(word => HasWord(name, word)));
    }

    /// <summary>Whether a list of events is asked for by a word that names some.</summary>
    public static bool IsPartOfEvent(PlanContext context, int term) => context.Form.Items == ItemKind.Events
        && context.Snapshot.Mentions.Names(MentionKind.Event).Any(name => HasWord(name, context.Ranking.Question.Terms[term].Word.Folded));

    private static bool HasWord(MentionedName name, string folded) => Tokenizer.Tokenize(name.Name).Any(word => word.Word.Folded == folded);

    private static List<MentionedName> PlacesOf(PlanContext context, List<MentionedName> names) => context.Form.ItemWord switch
    {
        "countries" or "country" or "nations" => names.FindAll(name => MentionLexicon.Countries.Contains(name.Key)),
        "cities" or "city" => names.FindAll(name => MentionLexicon.Cities.Contains(name.Key)),
        _ => names,
    };

    private static bool IsPart(MentionedName name) =>
        name.Key.Split(' ') is [var first, "of", ..] && MentionLexicon.PartsOfOrganizations.Contains(first);

    private static bool HasWordOf(MentionedName name, IReadOnlySet<string> words) => name.Key.Split(' ').Any(words.Contains);

    /// <summary>"Torch Center" is short for "Torch High Technology Industry Development Center": the same first and last word, and nothing else.</summary>
    private static bool IsShortFor(MentionedName name, MentionedName other)
    {
        var (shorter, longer) = (name.Key.Split(' '), other.Key.Split(' '));
        return shorter.Length == 2 && longer.Length > 2 && shorter[0] == longer[0] && shorter[1] == longer[^1];
    }

    private static bool IsWithin(PlanContext context, MentionedName name)
    {
        var scope = context.Scope;
        if (scope.Organizations.Count > 0 && name.Kind == MentionKind.Person && !scope.Organizations.Any(organization => IsOf(name, organization)))
        {
            return false;
        }

        if (scope.Events.Count == 0)
        {
            return scope.Documents.Count == 0 || scope.Documents.Any(name.Documents.Contains);
        }

        // "At both the 16th and the 17th": at each of them; who a retelling names besides need not have been there.
        return context.AsksForEither ? scope.Events.Any(IsAt) : scope.Events.All(IsAt);

        bool IsAt(MentionedName @event) => EventReader.DocumentsOf(context.Snapshot, @event, withRetellings: false).Any(name.Documents.Contains);
    }

    private static NamedItem? Show(PlanContext context, MentionedName name, IReadOnlyList<MentionedName> among, NameAttribute? attribute)
    {
        var label = Introduction.Label(name, among);
        var of = context.Scope.People.Concat(context.Scope.Organizations).ToList();
        if (name.Kind == MentionKind.Event && of.Count > 0)
        {
            // "At which forums did Toshiba speak?": those whose documents have it.
            var documents = EventReader.DocumentsOf(context.Snapshot, name, withRetellings: false);
            var theirs = of.SelectMany(context.Sentences.Mentioning).FirstOrDefault(sentence => documents.Contains(sentence.Document.Id));
            return theirs is null ? null : new NamedItem(name, label, theirs);
        }

        var by = context.Scope.People.Count > 0 ? context.Scope.People.SelectMany(context.Sentences.Mentioning).ToHashSet() : null;
        var sentences = context.Sentences.Mentioning(name)
            .Where(sentence => (context.Scope.Documents.Count == 0 || context.Scope.Documents.Contains(sentence.Document.Id)) && by?.Contains(sentence) != false).ToList();
        var topic = context.Topic.Where(i => i != attribute?.Term && !IsPartOfEvent(context, i) && !context.Form.ItemWords.Contains(context.Ranking.Question.Terms[i].Word.Folded)).ToList();
        if (topic.Count == 0)
        {
            var introduction = Introduction.Of(context, name);
            var shown = introduction is not null && sentences.Contains(introduction) ? introduction : sentences.FirstOrDefault();
            return shown is null ? null : new NamedItem(name, label, shown);
        }

        var best = sentences.MaxBy(sentence => context.RelevanceOf(sentence, topic));
        return best is not null && context.RelevanceOf(best, topic) >= Relevant ? new NamedItem(name, label, best) : null;
    }
}

/// <summary>An item of a list of names.</summary>
/// <param name="Name">The name.</param>
/// <param name="Label">What it is called.</param>
/// <param name="Sentence">The sentence that shows it.</param>
internal sealed record NamedItem(MentionedName Name, string Label, CorpusSentence Sentence);
