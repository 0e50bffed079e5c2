using ForumQA.Mentions;

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
        var names = context.Snapshot.Mentions.Names(kind).Where(name => !asked.Contains(name.Key) && IsWithin(context, name)).Take(MostNames).ToList();
        return [.. names.Select(name => Show(context, name, names)).OfType<NamedItem>()];
    }

    private static bool IsWithin(PlanContext context, MentionedName name)
    {
        var scope = context.Scope;
        if (scope.Organizations.Count > 0 && name.Kind == MentionKind.Person
            && !scope.Organizations.Any(organization => name.Details.Any(detail => Mentions(detail, organization))))
        {
            return false;
        }

        // "At both the 16th and the 17th": at each of them.
        return scope.Events.Count > 1
            ? scope.Events.All(@event => EventReader.DocumentsOf(context.Snapshot, @event).Any(name.Documents.Contains))
            : scope.Documents.Count == 0 || scope.Documents.Any(name.Documents.Contains);
    }

    private static bool Mentions(string detail, MentionedName organization) =>
        organization.Aliases.Prepend(organization.Name).Any(form => detail.Contains(form, StringComparison.OrdinalIgnoreCase));

    private static NamedItem? Show(PlanContext context, MentionedName name, IReadOnlyList<MentionedName> among)
    {
        var sentences = context.Sentences.Mentioning(name).Where(sentence => context.Scope.Documents.Count == 0 || context.Scope.Documents.Contains(sentence.Document.Id)).ToList();
        var label = Introduction.Label(name, among);
        if (!context.HasTopic)
        {
            var introduction = Introduction.Of(context, name);
            var shown = introduction is not null && sentences.Contains(introduction) ? introduction : sentences.FirstOrDefault();
            return shown is null ? null : new NamedItem(label, shown);
        }

        var best = sentences.MaxBy(context.RelevanceOf);
        return best is not null && context.RelevanceOf(best) >= Relevant ? new NamedItem(label, best) : null;
    }
}

/// <summary>An item of a list of names.</summary>
/// <param name="Label">What it is called.</param>
/// <param name="Sentence">The sentence that shows it.</param>
internal sealed record NamedItem(string Label, CorpusSentence Sentence);
