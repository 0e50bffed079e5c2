using System.Globalization;
using ForumQA.Answering.Conversation;
using ForumQA.Text.Mentions;

namespace ForumQA.Answering.Planning;

/// <summary>Whether those named are one: what each is called and does, and how many the documents know.</summary>
internal static class IdentityPlan
{
    private const int MostShown = 5;

    /// <summary>The answer; null when that is not asked, or nobody is named.</summary>
    /// <param name="context">The question and the index.</param>
    public static PlannedAnswer? Find(PlanContext context)
    {
        var words = context.Ranking.Question.Words;
        var asks = words.Zip(words.Skip(1)).Any(pair => FollowUpWords.Sames.Contains(pair.First.Word.Folded)
            && FollowUpWords.Nouns.Any(noun => noun.Kind is PhraseKind.Person or PhraseKind.Organisation && noun.Words.Contains(pair.Second.Word.Folded)));
        var named = context.Scope.People.Count > 0 ? context.Scope.People : Members(context);
        if (!asks || named.Count == 0)
        {
            return null;
        }

        var shown = named.Take(MostShown).ToList();
        var planned = shown.Count > 1
            ? [.. shown.Select(name => (Name: name, Sentence: Introduction.Of(context, name))).Where(item => item.Sentence is not null)
                .Select(item => new PlannedSentence(item.Sentence!, Introduction.Label(item.Name, shown)))]
            : OfEachDocument(context, shown[0]);
        return planned.Count == 0 ? null : new PlannedAnswer
        {
            Kind = QuestionKind.YesNo,
            Lead = shown.Count > 1
                ? string.Create(CultureInfo.InvariantCulture, $"The documents tell {planned.Count} apart and do not say that they are one:")
                : $"The documents know one {shown[0].Name}:",
            Sentences = planned,
        };
    }

    /// <summary>Of an organisation, those whom the documents call its own.</summary>
    private static List<MentionedName> Members(PlanContext context) => context.Scope.Organizations.Count == 0 ? [] :
        [.. context.Snapshot.Mentions.Names(MentionKind.Person).Where(person => person.Documents.Any(context.Sentences.Allows)
            && context.Scope.Organizations.Any(organization => person.Details.Any(detail => organization.Aliases.Prepend(organization.Name).Any(form => detail.Contains(form, StringComparison.OrdinalIgnoreCase)))))];

    private static List<PlannedSentence> OfEachDocument(PlanContext context, MentionedName name) =>
        [.. context.Sentences.Mentioning(name).GroupBy(sentence => sentence.Document.Id).Take(MostShown)
            .Select(document => document.FirstOrDefault(sentence => name.Details.Any(detail => sentence.Sentence.Text.Contains(detail, StringComparison.Ordinal))) ?? document.First())
            .Select(sentence => new PlannedSentence(sentence, sentence.Document.Title))];
}
