using System.Text.RegularExpressions;
using ForumQA.Retrieval;
using ForumQA.Text;
using ForumQA.Text.Mentions;

namespace ForumQA.Answering.Planning;

/// <summary>Of a question in another language than the documents: what they say of those whom it names and of the event whose number it has.</summary>
internal static partial class ForeignNames
{
    private const int MostShown = 3;

    /// <summary>What a sentence is worth that has a number, where one is asked for.</summary>
    private const double NumberWanted = 3;

    /// <summary>The sentences; null when it names nobody and nothing that the documents know.</summary>
    /// <param name="context">The question and the index.</param>
    public static PlannedAnswer? Find(PlanContext context)
    {
        var scope = context.Scope;
        IReadOnlyList<MentionedName> events = scope.Events.Count > 0 ? scope.Events : Numbered(context);
        var of = scope.People.Concat(scope.Organizations).SelectMany(context.Sentences.Mentioning).Distinct().ToList();
        var at = events.SelectMany(context.Sentences.Mentioning).Distinct().ToList();
        var both = of.FindAll(sentence => at.Contains(sentence));
        var found = both.Count > 0 ? both : of.Count > 0 ? of : at;
        if (found.Count == 0)
        {
            return null;
        }

        var asksNumber = context.Ranking.Question.Kind is AnswerKind.Time or AnswerKind.Count or AnswerKind.Amount or AnswerKind.Measure or AnswerKind.Share;
        var chosen = Centrality.Choose(found, MostShown, sentence => (1 + context.RelevanceOf(sentence)) * (asksNumber && HasNumber(sentence.Sentence) ? NumberWanted : 1));
        return chosen.Count == 0 ? null : new PlannedAnswer
        {
            Kind = QuestionKind.Fact,
            Sentences = [.. chosen.InDocumentOrder().Select(sentence => new PlannedSentence(sentence))],
        };
    }

    /// <summary>"第17届论坛", "das 17. Forum": numbered events of whatever name.</summary>
    private static List<MentionedName> Numbered(PlanContext context)
    {
        var numbers = Ordinals().Matches(context.Ranking.Question.Text).Select(match => match.Groups[1].Value).ToHashSet(StringComparer.Ordinal);
        return numbers.Count == 0 ? [] :
            [.. context.Snapshot.Mentions.Names(MentionKind.Event).Where(@event => @event.Documents.Any(context.Sentences.Allows)
                && OrdinalNumber.Of(@event.Name.Split(' ')[0].ToLowerInvariant()) is { } number && numbers.Contains(number))];
    }

    private static bool HasNumber(SentenceProfile sentence) =>
        sentence.Words.Any(word => (word.Word.HasDigit && OrdinalNumber.Of(word.Word.Folded) is null) || MonthName.Is(word.Word.Folded));

    [GeneratedRegex(@"(?:第\s*|\b)([0-9]{1,3})\s*(?:届|回|次|\.(?=\s)|º|ª|°|e\b|o\b)", RegexOptions.CultureInvariant)]
    private static partial Regex Ordinals();
}
