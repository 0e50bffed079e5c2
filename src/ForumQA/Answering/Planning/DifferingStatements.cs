using System.Globalization;
using ForumQA.Answering.Verification;
using ForumQA.Retrieval;
using ForumQA.Text;

namespace ForumQA.Answering.Planning;

/// <summary>Finds where documents state different values for the same thing, and sets them side by side.</summary>
/// <remarks>
/// Two sentences speak of the same thing when they have nearly the same words but for their numbers, dates and names, and all that the question
/// asks about. What neither the question nor the rest of the sentences explains away is then a difference.
/// </remarks>
internal static class DifferingStatements
{
    /// <summary>Among so many of the best sentences another value is looked for.</summary>
    private const int SentencesRead = 24;

    /// <summary>From this share of common words on, numbers and names aside, two sentences say the same of something.</summary>
    private const double SameFrame = 0.6;

    /// <summary>Of the question's words, so many both must have.</summary>
    private const double LeastAsked = 0.6;

    private const int MostShown = 4;

    /// <summary>The statements that differ; null when the answer is not contradicted.</summary>
    /// <param name="context">The question and the index.</param>
    /// <param name="answer">The sentence that is the answer; null for the best one.</param>
    public static PlannedAnswer? Find(PlanContext context, CorpusSentence? answer)
    {
        var question = context.Ranking.Question;
        var others = context.Ranked(SentencesRead).ToList();
        if (others.Count == 0 || (answer is null && context.Answerability.Gap is AnswerGap.Kind or AnswerGap.OnlyNames))
        {
            return null;
        }

        var best = answer ?? others[0];

        var asked = Statement.Of(question.Text, startsSentence: false);
        var first = Statement.Of(best.Sentence.Text);
        var differing = new List<CorpusSentence> { best };
        foreach (var other in others.Where(other => other != best))
        {
            var second = Statement.Of(other.Sentence.Text);
            if (IsFrameOf(asked, first, second) && Differ(question.Kind, asked, first, second) && differing.TrueForAll(known => known.Document.Id != other.Document.Id || Differ(question.Kind, asked, Statement.Of(known.Sentence.Text), second)))
            {
                differing.Add(other);
            }
        }

        return differing.Count < 2 ? null : Plan(context.Form.Kind, [.. differing.Take(MostShown)]);
    }

    /// <summary>Statements side by side, each under its document and the document's date.</summary>
    public static PlannedAnswer Plan(QuestionKind kind, IReadOnlyList<CorpusSentence> sentences) => new()
    {
        Kind = kind,
        Lead = sentences.Select(sentence => sentence.Document.Id).Distinct().Count() > 1 ? "The documents differ on this:" : "The document states this differently at different places:",
        Sentences = [.. sentences.GroupBy(sentence => sentence.Document.Id).SelectMany(document => document.Select(sentence => new PlannedSentence(sentence, LabelOf(sentence.Document))))],
    };

    private static string LabelOf(Document document) => document.Metadata.TryGetValue("date", out var date) && date.Length > 0
        ? string.Create(CultureInfo.InvariantCulture, $"{document.Title} ({date})") : document.Title;

    /// <summary>Whether two sentences say something of the same kind about what is asked.</summary>
    private static bool IsFrameOf(Statement asked, Statement first, Statement second)
    {
        var (a, b) = (Frame(first), Frame(second));
        var common = a.Count(b.Contains);
        var (inFirst, inSecond) = (Shared(first), Shared(second));
        return common > 0 && common >= SameFrame * (a.Count + b.Count - common)
            && first.NegatedStems.Count == second.NegatedStems.Count

            // Both are about whom and what the question asks: "in 2019" is answered by no sentence on 2020.
            && inFirst.Count > 1 && inFirst.SetEquals(inSecond) && inFirst.Count >= LeastAsked * asked.Content.Length
            && asked.Quantities.All(quantity => first.Quantities.Any(quantity.IsStatedBy) == second.Quantities.Any(quantity.IsStatedBy));

        HashSet<string> Shared(Statement statement) => asked.Content.Select(Statement.StemOf).Where(statement.Stems.Contains).ToHashSet(StringComparer.Ordinal);

        // Without names: they are what may differ.
        static HashSet<string> Frame(Statement statement) => statement.Content.Where(word => !statement.Names.Contains(word) && !IsMonth(word)).Select(Statement.StemOf).ToHashSet(StringComparer.Ordinal);
    }

    private static bool Differ(AnswerKind kind, Statement asked, Statement first, Statement second) => kind switch
    {
        AnswerKind.Time => SameNames(asked, first, second) && DifferInNumber(first, second, IsDate) | DifferInMonth(first, second),
        AnswerKind.Count or AnswerKind.Amount or AnswerKind.Measure or AnswerKind.Share => SameNames(asked, first, second) && DifferInNumber(first, second, quantity => !IsDate(quantity)),
        AnswerKind.Person or AnswerKind.Place => DifferInName(asked, first, second) && Numbers(first).SetEquals(Numbers(second)),
        _ => false,
    };

    /// <summary>Each has one number of a kind, in one unit, and not the same.</summary>
    private static bool DifferInNumber(Statement first, Statement second, Func<Quantity, bool> isOfKind)
    {
        var (a, b) = (Of(first), Of(second));
        return a.Count == 1 && b.Count == 1 && a[0].Unit == b[0].Unit && !a[0].IsStatedBy(b[0]) && !b[0].IsStatedBy(a[0]);

        List<Quantity> Of(Statement statement) => [.. statement.Quantities.Where(quantity => !quantity.IsVague && isOfKind(quantity) && OrdinalNumber.Of(WordFolding.Fold(statement.Text.AsSpan()[quantity.Start..quantity.End].ToString())) is null)];
    }

    private static bool DifferInMonth(Statement first, Statement second)
    {
        var (a, b) = (first.Words.Where(IsMonth).Select(Statement.StemOf).ToHashSet(StringComparer.Ordinal), second.Words.Where(IsMonth).Select(Statement.StemOf).ToHashSet(StringComparer.Ordinal));
        return a.Count == 1 && b.Count == 1 && !a.SetEquals(b);
    }

    /// <summary>Besides whom the question names, each names somebody whom the other does not.</summary>
    private static bool DifferInName(Statement asked, Statement first, Statement second)
    {
        var (a, b) = (Names(asked, first), Names(asked, second));
        return a.Count > 0 && b.Count > 0 && !a.Overlaps(b);
    }

    private static bool SameNames(Statement asked, Statement first, Statement second) => Names(asked, first).SetEquals(Names(asked, second));

    private static HashSet<string> Names(Statement asked, Statement statement) => statement.Names.Where(name => !name.Word.HasDigit && !IsMonth(name))
        .Select(Statement.StemOf).Concat(statement.Subject is { } subject ? [Statement.StemOf(subject)] : []).Where(stem => !asked.Stems.Contains(stem)).ToHashSet(StringComparer.Ordinal);

    private static HashSet<double> Numbers(Statement statement) => statement.Quantities.Where(quantity => !quantity.IsVague).Select(quantity => quantity.Values[0]).ToHashSet();

    private static bool IsDate(Quantity quantity) => quantity is { Unit: null, Values: [>= 1 and <= 2199 and var value, ..] } && value == Math.Floor(value) && value is <= 31 or >= 1000;

    private static bool IsMonth(Token word) => MonthName.Is(word.Word.Folded) && word.IsCapitalized;
}
