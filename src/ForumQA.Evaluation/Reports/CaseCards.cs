using System.Globalization;
using ForumQA.Answering;
using ForumQA.Evaluation.Cases;
using ForumQA.Evaluation.Running;
using ForumQA.Text;

namespace ForumQA.Evaluation.Reports;

/// <summary>Cases that failed, as the page shows them: the question, what was expected, what came, each quotation in its place.</summary>
internal sealed class CaseCards(Func<string, string?> findText)
{
    /// <summary>How much of the document is shown on each side of a quotation, in UTF-16 code units.</summary>
    private const int Context = 160;

    public List<object> Group(IReadOnlyList<JudgedCase> cases) =>
    [
        .. cases
            .Where(judged => judged.Score.Verdict != Verdict.Correct)
            .GroupBy(judged => judged.Score.Verdict)
            .OrderBy(group => group.Key)
            .Select(group => new
            {
                Anchor = group.Key.ToString(),
                Text = VerdictText.Of(group.Key),
                Count = group.Count(),
                Cases = group.Select(Card).ToList(),
            }),
    ];

    private object Card(JudgedCase judged) => new
    {
        judged.Case.Id,
        judged.Case.Question,
        Tags = judged.Case.Kind is { } kind ? judged.Case.Tags.Prepend(kind).ToList() : judged.Case.Tags,
        Searched = judged.Result.StandaloneQuestion == judged.Case.Question ? null : judged.Result.StandaloneQuestion,
        History = judged.Case.History.Concat(judged.Result.Before).Select(turn => new { turn.Question, turn.Answer }).ToList(),
        judged.Case.Answerable,
        judged.Score.Faults,
        judged.Case.Answers,
        Gold = judged.Case.Citations.Select((citation, i) => Gold(citation, judged.Score, i)).ToList(),
        judged.Result.Error,
        Refusal = judged.Score.Answered ? null : judged.Result.Reason ?? "No answer.",
        Score = judged.Result.Score?.ToString("0.000", CultureInfo.InvariantCulture),
        Sentences = judged.Result.Sentences.Select(sentence => new
        {
            sentence.Text,
            Numbers = string.Concat(sentence.Citations.Select(citation => $"[{citation.Number}]")),
            Doubtful = sentence.Support == Support.Supported ? null : sentence.Support.ToString().ToLowerInvariant(),
        }).ToList(),
        Citations = judged.Result.Citations.Select(Cited).ToList(),
    };

    private object Gold(GoldCitation citation, CaseScore score, int i)
    {
        var rank = score.GoldRanks.ElementAtOrDefault(i);
        var at = citation.Quotation is { } quotation ? findText(citation.Document)?.IndexOf(quotation, StringComparison.Ordinal) ?? -1 : -1;
        return new
        {
            citation.Document,
            Quotation = Quote(citation.Document, at, citation.Quotation ?? ""),
            Found = rank is null ? "not among the passages found" : $"in passage {rank} of those found",
            Cited = score.GoldCited.ElementAtOrDefault(i),
        };
    }

    private object Cited(Citation citation) => new
    {
        citation.Number,
        citation.DocumentId,
        citation.DocumentTitle,
        citation.Heading,
        Quotation = Quote(citation.DocumentId, citation.Start, citation.Quotation),
    };

    /// <summary>A quotation with the words around it, when it stands where it is said to.</summary>
    private object Quote(string documentId, int start, string quotation)
    {
        var text = findText(documentId);
        if (text is null || !Document.StandsAt(text, quotation, start))
        {
            return new { Before = "", Quoted = quotation, After = "" };
        }

        var end = start + quotation.Length;
        var (from, to) = Around(text, new TextSpan(start, end));
        return new
        {
            Before = (from > 0 ? "… " : "") + text[from..start],
            Quoted = quotation,
            After = text[end..to] + (to < text.Length ? " …" : ""),
        };
    }

    /// <summary>The span widened to whole words on both sides, within its block.</summary>
    private static (int From, int To) Around(string text, TextSpan span)
    {
        var from = Math.Max(span.Start - Context, 0);
        if (text.LastIndexOf('\n', Math.Max(span.Start - 1, 0)) is var line && line >= from)
        {
            from = line + 1;
        }
        else if (from > 0 && text.IndexOf(' ', from, span.Start - from) is var space and >= 0)
        {
            from = space + 1;
        }

        var to = Math.Min(span.End + Context, text.Length);
        if (text.IndexOf('\n', span.End, to - span.End) is var next and >= 0)
        {
            to = next;
        }
        else if (to < text.Length && text.LastIndexOf(' ', to - 1, to - span.End) is var last and >= 0)
        {
            to = last;
        }

        return (from, to);
    }
}
