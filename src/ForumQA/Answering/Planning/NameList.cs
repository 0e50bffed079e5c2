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
    public static IReadOnlyList<NamedItem> Of(PlanContext context, MentionKind kind)
    {
        var scope = context.Scope;
        var asked = scope.People.Concat(scope.Organizations).Concat(scope.Events).Select(name => name.Key).ToHashSet(StringComparer.Ordinal);
        var names = context.Snapshot.Mentions.Names(kind)
            .Where(name => !asked.Contains(name.Key) && context.MayList(name.Name) && name.Documents.Any(context.Sentences.Allows) && IsWithin(context, name)).ToList();
        var narrow = names.FindAll(name => IsCalled(name, context.Form.ItemWord));
        return [.. (narrow.Count > 0 ? narrow : names).Take(MostNames).Select(name => Show(context, name, names)).OfType<NamedItem>()
            .OrderBy(item => item.Sentence.Document.Id, StringComparer.Ordinal).ThenBy(item => item.Sentence.Sentence.Start)];
    }

    /// <summary>The word right before what a list names, such as "Japanese" in "which Japanese companies"; null when there is none. Texts say it of few.</summary>
    /// <param name="context">The question and the index.</param>
    public static string? AttributeOf(PlanContext context) =>
        AttributeTerm(context) is { } term ? context.Ranking.Question.Text[context.Ranking.Question.Terms[term].Token.Start..context.Ranking.Question.Terms[term].Token.End] : null;

    private static int? AttributeTerm(PlanContext context)
    {
        var question = context.Ranking.Question;
        var item = question.Words.FirstOrDefault(word => word.Word.Folded == context.Form.ItemWord);
        var found = context.Topic.Where(i => item.Length > 0 && question.Terms[i].Token.End + 1 == item.Start).Take(1).ToList();
        return found.Count > 0 ? found[0] : null;
    }

    /// <summary>"Which universities", "which professors": whether the name or the role has the very word.</summary>
    private static bool IsCalled(MentionedName name, string? itemWord) => itemWord is not null && !FormPhrases.Default.Has("general", itemWord)
        && name.Details.Prepend(name.Name).SelectMany(text => Tokenizer.Tokenize(text)).Any(word => word.Word.Stem == Tokenizer.WordOf(itemWord).Stem);

    private static bool IsWithin(PlanContext context, MentionedName name)
    {
        var scope = context.Scope;
        if (scope.Organizations.Count > 0 && name.Kind == MentionKind.Person
            && !scope.Organizations.Any(organization => name.Details.Any(detail => Mentions(detail, organization))))
        {
            return false;
        }

        // "At both the 16th and the 17th": at each of them; who a retelling names besides need not have been there.
        return scope.Events.Count > 0
            ? scope.Events.All(@event => EventReader.DocumentsOf(context.Snapshot, @event, withRetellings: false).Any(name.Documents.Contains))
            : scope.Documents.Count == 0 || scope.Documents.Any(name.Documents.Contains);
    }

    private static bool Mentions(string detail, MentionedName organization) =>
        organization.Aliases.Prepend(organization.Name).Any(form => detail.Contains(form, StringComparison.OrdinalIgnoreCase));

    private static NamedItem? Show(PlanContext context, MentionedName name, IReadOnlyList<MentionedName> among)
    {
        var by = context.Scope.People.Count > 0 ? context.Scope.People.SelectMany(context.Sentences.Mentioning).ToHashSet() : null;
        var sentences = context.Sentences.Mentioning(name)
            .Where(sentence => (context.Scope.Documents.Count == 0 || context.Scope.Documents.Contains(sentence.Document.Id)) && by?.Contains(sentence) != false).ToList();
        var label = Introduction.Label(name, among);
        var attribute = AttributeTerm(context);
        var topic = context.Topic.Where(i => i != attribute && context.Ranking.Question.Terms[i].Word.Folded != context.Form.ItemWord).ToList();
        if (topic.Count == 0)
        {
            var introduction = Introduction.Of(context, name);
            var shown = introduction is not null && sentences.Contains(introduction) ? introduction : sentences.FirstOrDefault();
            return shown is null ? null : new NamedItem(label, shown);
        }

        var best = sentences.MaxBy(sentence => context.RelevanceOf(sentence, topic));
        return best is not null && context.RelevanceOf(best, topic) >= Relevant ? new NamedItem(label, best) : null;
    }
}

/// <summary>An item of a list of names.</summary>
/// <param name="Label">What it is called.</param>
/// <param name="Sentence">The sentence that shows it.</param>
internal sealed record NamedItem(string Label, CorpusSentence Sentence);
