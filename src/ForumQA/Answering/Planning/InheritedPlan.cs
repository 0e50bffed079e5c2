using ForumQA.Retrieval;
using ForumQA.Text;

namespace ForumQA.Answering.Planning;

/// <summary>The line that has with its headings, its title and the names of its columns all that is asked, where the best sentence lacks a part: an item need not repeat what stands over it.</summary>
internal sealed class InheritedPlan : IAnswerPlan
{
    /// <summary>The share of the subject's weight that a line and what stands over it must have.</summary>
    private const double LeastCovered = 0.8;

    /// <summary>How much more that is than of the best sentence.</summary>
    private const double Ahead = 0.2;

    /// <summary>A longer line of text is a paragraph, which says itself what it is about.</summary>
    private const int ShortLine = 120;

    private const double HeadingCredit = 0.9;

    private const double TitleCredit = 0.75;

    /// <summary>With more lines as good as the best, it is not known which is meant.</summary>
    private const int MostLines = 3;

    public PlannedAnswer? Answer(PlanContext context)
    {
        var scope = context.Scope;
        if (scope.People.Count + scope.Organizations.Count + scope.Events.Count > 0 || context.Topic.Count < 2 || context.Ranking.Question.IsIdeographic || context.Ranked(1).FirstOrDefault() is not { } best)
        {
            return null;
        }

        var terms = context.Ranking.Question.Terms;
        var total = context.Topic.Sum(i => terms[i].Weight);
        var over = new Dictionary<(string, string, string), double[]>();
        var read = context.Lines(context.NearDocuments)
            .Where(line => line.Kind == LineKind.Row ? context.LineSource.HeaderOf(line) is not null : line.Kind != LineKind.Text || line.Term.Length > 0 || line.Text.Length <= ShortLine)
            .SelectMany(line => line.Sentences.Select(sentence => (Line: line, Sentence: sentence, Covered: Covered(line, sentence))))
            .ToList();
        var found = read.Where(item => item.Covered >= LeastCovered * total && Offers(context.Ranking.Question, item.Sentence)).ToList();
        if (found.Count == 0)
        {
            return null;
        }

        var most = found.Max(item => item.Covered);
        var bests = read.Where(item => item.Sentence == best).Select(item => item.Covered).DefaultIfEmpty(0).Max();
        var lines = found.Where(item => item.Covered >= most - 1e-9).Select(item => item.Line).Distinct().ToList();
        return most < bests + (Ahead * total) || lines.Count > MostLines ? null : new PlannedAnswer
        {
            Kind = context.Form.Kind,
            Lead = context.Form.Kind == QuestionKind.YesNo ? "The documents say:" : null,
            Sentences = context.LineSource.Quote(lines),
            Doubt = "The documents have this only in part in one line and in part over it, and may mean something else.",
        };

        double Covered(DocumentLine line, CorpusSentence sentence)
        {
            var header = context.LineSource.HeaderOf(line)?.Text ?? "";
            var key = (sentence.Document.Id, line.Heading, header);
            if (!over.TryGetValue(key, out var above))
            {
                var heading = context.Ranking.Matcher.Match(Tokenizer.Tokenize($"{line.Heading} {header}"));
                var title = context.Ranking.Matcher.Match(Tokenizer.Tokenize(sentence.Document.Title));
                over[key] = above = [.. heading.Zip(title, (one, other) => Math.Max(HeadingCredit * one, TitleCredit * other))];
            }

            var own = sentence.Sentence.Matches;
            return context.Topic.Any(i => own[i] >= TermMatcher.Present) ? context.Topic.Sum(i => terms[i].Stems.Count == 0 ? 0 : terms[i].Weight * Math.Max(own[i], above[i])) : 0;
        }
    }

    private static bool Offers(Question question, CorpusSentence sentence) => AnswerOffer.Of(question, sentence.Sentence).Offers(question.Kind);
}
