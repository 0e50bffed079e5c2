using System.Text.RegularExpressions;
using ForumQA.Text;

namespace ForumQA.Answering.Planning;

/// <summary>How to reach somebody: the line with the number or the address that stands with the name, the role or the heading; that there is none where others have one.</summary>
internal sealed partial class ContactPlan : IAnswerPlan
{
    /// <summary>From this share of the subject's weight on, a line is about it.</summary>
    private const double Relevant = 0.6;

    /// <summary>Lines after a name that are still the entry's.</summary>
    private const int Reach = 6;

    private const double HeadingCredit = 0.95;

    private const double EntryCredit = 0.9;

    private const double TitleCredit = 0.6;

    private const int MostLines = 3;

    /// <summary>Up to so many documents are all looked through: a line with a number may have little else of the question.</summary>
    private const int MostDocuments = 50;

    public PlannedAnswer? Answer(PlanContext context)
    {
        var words = context.Ranking.Question.Words;
        var means = words.Any(word => FormPhrases.Default.Has("email", word.Word.Folded)) ? Email()
            : words.Any(word => FormPhrases.Default.Has("phone", word.Word.Folded)) ? Phone()
            : null;
        if (means is null)
        {
            return null;
        }

        var terms = context.Ranking.Question.Terms;
        var subject = Enumerable.Range(0, terms.Count).Where(i => !context.Form.Has(terms[i].Word) && !IsMeans(terms[i].Word.Folded)).ToList();
        if (subject.Count == 0)
        {
            return null;
        }

        var all = context.Snapshot.Documents.Count() <= MostDocuments ? context.Snapshot.Documents.List().Select(document => document.Id) : [];
        var lines = context.Lines(context.NearDocuments.Concat(all).Distinct(StringComparer.Ordinal)).ToList();
        var found = lines.Index().Where(line => means.IsMatch(line.Item.Text)).Select(line => (Line: line.Item, Relevance: RelevanceOf(context, lines, line.Index, subject)))
            .Where(line => line.Relevance >= Relevant).OrderByDescending(line => line.Relevance).ToList();
        if (found.Count > 0)
        {
            return new PlannedAnswer
            {
                Kind = QuestionKind.Fact,
                Sentences = context.LineSource.Quote(found.Where(line => line.Relevance >= found[0].Relevance - 1e-9).Take(MostLines).Select(line => line.Line)),
            };
        }

        // Nobody's address stands in words about something else.
        var isSomebody = subject.Exists(i => terms[i].IsName) || context.Scope.People.Count > 0;
        var isNamed = isSomebody && lines.Exists(line => Share(context, subject, context.Ranking.Matcher.Match(Tokenizer.Tokenize($"{line.Text} {line.Heading}"))) >= Relevant);
        return isNamed && (AsksWhatItIs(context) || lines.Exists(line => means.IsMatch(line.Text)))
            ? new PlannedAnswer { Kind = QuestionKind.Fact, Doubt = $"The documents name {Named(context, subject)}, but give no {(means == Email() ? "e-mail address" : "phone number")} there." }
            : null;
    }

    /// <summary>"What's Ada Quill's e-mail address?", but not "what does she say about e-mail?": nothing but the means and whose they are.</summary>
    private static bool AsksWhatItIs(PlanContext context) => context.Topic.All(i =>
        context.Ranking.Question.Terms[i] is var term && (term.IsName || IsMeans(term.Word.Folded)));

    private static bool IsMeans(string folded) => FormPhrases.Default.Has("email", folded) || FormPhrases.Default.Has("phone", folded) || FormPhrases.Default.Has("reaching", folded);

    private static string Named(PlanContext context, List<int> subject)
    {
        var tokens = subject.Select(i => context.Ranking.Question.Terms[i].Token).OrderBy(token => token.Start).ToList();
        return context.Ranking.Question.Text[tokens[0].Start..tokens[^1].End];
    }

    /// <summary>How much of the subject stands on the line, over it or in the lines before it that belong to it.</summary>
    private static double RelevanceOf(PlanContext context, List<DocumentLine> lines, int at, List<int> subject)
    {
        var line = lines[at];
        var matcher = context.Ranking.Matcher;
        var own = matcher.Match(Tokenizer.Tokenize(Negation().Replace(line.Text, "")));
        var heading = matcher.Match(Tokenizer.Tokenize(line.Heading));
        var title = matcher.Match(Tokenizer.Tokenize(line.Sentences[0].Document.Title));
        var entry = matcher.Match(Enumerable.Range(1, Reach).Select(back => at - back).TakeWhile(i => i >= 0 && lines[i].Block == line.Block && lines[i].Sentences[0].Document.Id == line.Sentences[0].Document.Id && !Phone().IsMatch(lines[i].Text[Math.Min(lines[i].Text.Length, lines[i].Term.Length)..]) | lines[i].Term.Length > 0)
            .Where(_ => line.Kind == LineKind.Text).SelectMany(i => Tokenizer.Tokenize(lines[i].Text)));
        return Share(context, subject, [.. subject.Select(i => Math.Max(Math.Max(own[i], HeadingCredit * heading[i]), Math.Max(EntryCredit * entry[i], TitleCredit * title[i])))], isOfSubject: true);
    }

    private static double Share(PlanContext context, List<int> subject, double[] matches, bool isOfSubject = false)
    {
        var terms = context.Ranking.Question.Terms;
        return subject.Select((i, at) => terms[i].Weight * (isOfSubject ? matches[at] : matches[i])).Sum() / subject.Sum(i => terms[i].Weight);
    }

    // "Works only, not bookings".
    [GeneratedRegex(@"\b(?:not|no|except)\s+(?:for\s+)?[\w-]+", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Negation();

    [GeneratedRegex(@"[\w.+-]+@[\w-]+\.[\w.-]+", RegexOptions.CultureInvariant)]
    private static partial Regex Email();

    [GeneratedRegex(@"(?<![\w.,:/-])\+?\(?\d[\d ()/-]{5,}\d(?![\w:])", RegexOptions.CultureInvariant)]
    private static partial Regex Phone();
}
