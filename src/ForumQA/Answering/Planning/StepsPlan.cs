using ForumQA.Retrieval;
using ForumQA.Text;

namespace ForumQA.Answering.Planning;

/// <summary>How something is done: the numbered steps under the heading or the sentence that names it, in order.</summary>
internal sealed class StepsPlan : IAnswerPlan
{
    /// <summary>From this share of the subject's weight on, a list of steps is about it.</summary>
    private const double Relevant = 0.6;

    /// <summary>The share of what the title does not say that must stand right over the steps.</summary>
    private const double LeastNamed = 0.5;

    private const double TitleCredit = 0.7;

    /// <summary>Where nothing stands right over the steps, so many words of the question must be what the document is for.</summary>
    private const int FewestOfTitle = 3;

    /// <summary>A document's first lines say what it is for.</summary>
    private const int OpeningLines = 2;

    private const double StepCredit = 0.6;

    public PlannedAnswer? Answer(PlanContext context)
    {
        if (!context.Form.AsksForSteps || !context.HasTopic)
        {
            return null;
        }

        var best = context.NearDocuments.SelectMany(id => Lists(context.LineSource.Of(id)))
            .Select(list => (List: list, Relevance: RelevanceOf(context, list)))
            .Where(found => found.Relevance >= Relevant)
            .OrderByDescending(found => found.Relevance)
            .FirstOrDefault();
        return best.List is null ? null : new PlannedAnswer
        {
            Kind = QuestionKind.List,
            Sentences = [.. best.List.Steps.SelectMany(step => step.Sentences).Select(sentence => new PlannedSentence(sentence))],
        };
    }

    private static IEnumerable<StepList> Lists(IReadOnlyList<DocumentLine> lines)
    {
        for (var i = 0; i < lines.Count; i++)
        {
            if (lines[i].Kind != LineKind.Step || (i > 0 && lines[i - 1].Kind == LineKind.Step && lines[i - 1].Block == lines[i].Block))
            {
                continue;
            }

            // Text between two steps, such as a line of code, belongs to the step before it.
            var steps = lines.Skip(i).TakeWhile(line => line.Kind == LineKind.Step && line.Block == lines[i].Block).ToList();
            if (steps.Count > 1)
            {
                var lead = i > 0 && lines[i - 1].Heading == lines[i].Heading ? lines[i - 1].Sentences[^1].Sentence.Text : "";
                var opening = string.Join(' ', lines.TakeWhile(line => line.Kind == LineKind.Text && line.Sentences[0].Sentence.Start < steps[0].Sentences[0].Sentence.Start).Take(OpeningLines).Select(line => line.Text));
                yield return new StepList(lead, $"{steps[0].Sentences[0].Document.Title} {opening}", steps);
            }
        }
    }

    private static double RelevanceOf(PlanContext context, StepList list)
    {
        var matcher = context.Ranking.Matcher;
        var terms = context.Ranking.Question.Terms;
        var named = matcher.Match(Tokenizer.Tokenize($"{list.Steps[0].Heading.Split(" › ")[^1]} {list.Lead}"));
        var title = matcher.Match(Tokenizer.Tokenize(list.Opening));
        var steps = matcher.Match(list.Steps.SelectMany(step => Tokenizer.Tokenize(step.Text)));
        var total = context.Topic.Sum(i => terms[i].Weight);

        // What is done must stand over the steps: steps that only use a thing are not about it.
        var own = context.Topic.Where(i => title[i] < TermMatcher.Present || named[i] >= TermMatcher.Present).ToList();
        return total <= 0 || (!own.Exists(i => named[i] >= TermMatcher.Present) && (own.Count > 0 || context.Topic.Count < FewestOfTitle)) || own.Sum(i => terms[i].Weight * named[i]) < LeastNamed * own.Sum(i => terms[i].Weight) ? 0
            : context.Topic.Sum(i => terms[i].Weight * Math.Max(named[i], Math.Max(TitleCredit * title[i], StepCredit * steps[i]))) / total;
    }

    /// <param name="Lead">The sentence right over the steps.</param>
    /// <param name="Opening">The title and the first lines, which say what the document is for.</param>
    /// <param name="Steps">In order.</param>
    private sealed record StepList(string Lead, string Opening, IReadOnlyList<DocumentLine> Steps);
}
