using ForumQA.Retrieval;
using ForumQA.Text;

namespace ForumQA.Answering.Planning;

/// <summary>The rows of a table or the items of a list that have what is asked, where others of it have not: "which plots are vacant?".</summary>
internal sealed class MatchingLinesPlan : IAnswerPlan
{
    private const int MostLines = 24;

    public PlannedAnswer? Answer(PlanContext context)
    {
        if (!context.HasTopic || context.Form.ItemWord is null || context.Ranking.Question.IsIdeographic)
        {
            return null;
        }

        return IsSaid(context) ? null
            : context.NearDocuments.Select(id => Find(context, context.LineSource.Of(id))).FirstOrDefault(answer => answer is not null);
    }

    /// <summary>Whether a sentence says it all: that needs no list, unless one is asked for.</summary>
    internal static bool IsSaid(PlanContext context) => !context.Ranking.Question.Words.Any(word => FormPhrases.Default.Has("tables", word.Word.Folded))
        && context.Ranked(1).FirstOrDefault() is { } best && context.LineSource.Of(best) is { Kind: LineKind.Text or LineKind.Step } && context.Topic.All(i => best.Sentence.Matches[i] >= TermMatcher.Present);

    private static PlannedAnswer? Find(PlanContext context, IReadOnlyList<DocumentLine> lines)
    {
        var items = lines.Where(line => line.Kind == LineKind.Bullet || line.IsOfEntry || context.LineSource.HeaderOf(line) is not null).ToList();
        if (items.Count == 0)
        {
            return null;
        }

        var matcher = context.Ranking.Matcher;
        var own = items.ConvertAll(line => matcher.Match(Tokenizer.Tokenize(line.Text)));
        var over = Tokenizer.Tokenize(string.Join(' ', items.Select(line => $"{line.Heading} {context.LineSource.HeaderOf(line)?.Text}").Distinct().Prepend(items[0].Sentences[0].Document.Title)));
        var around = matcher.Match(over);
        var asked = context.Topic.Where(i => !context.Form.ItemWords.Contains(context.Ranking.Question.Terms[i].Word.Folded) && (!IsIn(around, i) || own.Exists(line => IsIn(line, i)))).ToList();

        // Where all of the subject is in lines, the noun that is asked for must tell whose they are: "plots" of the plot list.
        var noun = Tokenizer.WordOf(context.Form.ItemWord!).Stem;
        if (asked.Count == 0 || (asked.Count == context.Topic.Count && !over.Exists(word => word.Word.Stem == noun)))
        {
            return null;
        }

        var found = items.Where((line, at) => asked.TrueForAll(i => IsIn(own[at], i)) && MayBeOne(context, line)).ToList();
        return found.Count < 2 || found.Count == items.Count ? null : new PlannedAnswer
        {
            Kind = context.Form.Kind == QuestionKind.Count ? QuestionKind.Count : QuestionKind.List,
            Lead = context.Form.Kind == QuestionKind.Count ? $"{found.Count} lines of \"{found[0].Sentences[0].Document.Title}\":" : null,
            Sentences = context.LineSource.Quote(found.Take(context.Count(MostLines))),
        };

        // What somebody says, or a line without a name, is nobody.
        static bool MayBeOne(PlanContext context, DocumentLine line) => context.Form.Items != ItemKind.People
            || (line.Sentences.Count == 1 && context.Snapshot.Mentions.InDocument(line.Sentences[0].Document.Id).Any(mention => mention.Kind == Text.Mentions.MentionKind.Person && mention.SentenceStart == line.Sentences[0].Sentence.Start));

        bool IsIn(double[] matches, int i) => matches[i] >= TermMatcher.Present && context.Ranking.Question.Terms[i].Stems.Count > 0;
    }
}
