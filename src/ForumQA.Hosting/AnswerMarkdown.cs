using System.Globalization;
using System.Text;
using ForumQA.Answering;

namespace ForumQA.Hosting;

/// <summary>Writes answers as Markdown, each with its citations, for notes, mails and reports.</summary>
public static class AnswerMarkdown
{
    /// <summary>A conversation: a heading a question.</summary>
    /// <param name="answers">In the order of asking.</param>
    public static string Write(IEnumerable<Answer> answers) => string.Join("\n", answers.Select(Write));

    /// <summary>A question, its answer, and under it what the answer rests on.</summary>
    /// <param name="answer">The answer.</param>
    public static string Write(Answer answer)
    {
        ArgumentNullException.ThrowIfNull(answer);
        var text = new StringBuilder().Append(CultureInfo.InvariantCulture, $"## {Escape(answer.Question)}\n");
        if (answer.Lead is { } lead)
        {
            text.Append(CultureInfo.InvariantCulture, $"\n{string.Join("  \n", lead.ReplaceLineEndings("\n").Split('\n').Select(Escape))}\n");
        }

        AppendSentences(text, answer.Sentences);
        if (answer.Abstention is { Reason.Length: > 0 } abstention)
        {
            var what = answer.Status == AnswerStatus.NotFound ? "Not in these documents." : "This may not answer the question, or not all of it.";
            text.Append(CultureInfo.InvariantCulture, $"\n*{what} {Escape(abstention.Reason)}*\n");
        }

        foreach (var citation in answer.Citations)
        {
            text.Append(CultureInfo.InvariantCulture, $"\n[{citation.Number}] {Escape(Place(citation))}\n> {Escape(citation.Quotation)}\n");
        }

        return text.ToString();
    }

    private static void AppendSentences(StringBuilder text, IReadOnlyList<AnswerSentence> sentences)
    {
        string? group = null;
        foreach (var (sentence, i) in sentences.Select((sentence, i) => (sentence, i)))
        {
            if (sentence.Group is { } next)
            {
                text.Append(next == group ? "" : $"\n**{Escape(next)}**\n\n").Append("- ");
                group = next;
            }
            else
            {
                text.Append(i == 0 ? "\n" : " ");
            }

            text.Append(Escape(sentence.Text)).Append(' ').AppendJoin("", sentence.Citations.Select(citation => $"[{citation.Number}]"));
            text.Append(sentence.Support switch
            {
                Support.Partial => " (supported in part)",
                Support.Unsupported => " (not supported)",
                _ => "",
            });
            text.Append(sentence.Group is null ? "" : "\n");
        }

        if (sentences is [.., { Group: null }])
        {
            text.Append('\n');
        }
    }

    private static string Place(Citation citation) => string.Create(
        CultureInfo.InvariantCulture,
        $"{citation.DocumentTitle}{(citation.Heading is null || citation.Heading == citation.DocumentTitle ? "" : $" › {citation.Heading}")}{(citation.Page is { } page ? $", page {page}" : "")}, {citation.DocumentUri}, characters {citation.Start} to {citation.End}");

    /// <summary>One line in which nothing of the documents is taken for Markdown or HTML.</summary>
    private static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length);
        foreach (var letter in string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)))
        {
            escaped.Append("\\`*_[]<>#|".Contains(letter, StringComparison.Ordinal) ? "\\" : "").Append(letter);
        }

        return escaped.ToString();
    }
}
