using ForumQA.Text;

namespace ForumQA.Answering.Planning;

/// <summary>The rows of a table that have a value in the column that the question names beside it: "which services are tier 1?".</summary>
internal sealed class ColumnValuePlan : IAnswerPlan
{
    private const int MostRows = 24;

    public PlannedAnswer? Answer(PlanContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var words = context.Ranking.Question.Words.Select(word => word.Word).ToList();
        var asked = new AskedWords(context.Ranking.Question.Words, context.Form).Content;
        foreach (var header in context.Lines(context.NearDocuments).Where(line => line.Kind == LineKind.Row && context.LineSource.HeaderOf(line) is null))
        {
            var rows = context.LineSource.RowsUnder(header);
            foreach (var column in Enumerable.Range(1, header.Cells.Count - 1))
            {
                if (Find(words, header.Cells[column], rows, column) is not { } found || found.Rows.Count == rows.Count)
                {
                    continue;
                }

                // "Tier 1 services in Go": what else is asked narrows the rows further.
                var around = $"{header.Heading} {header.Text} {header.Sentences[0].Document.Title}";
                var rest = asked.Where(word => !found.Used.Contains(word.Folded) && !context.Form.ItemWords.Contains(word.Folded) && !AskedWords.Has(around, word)).ToList();
                var narrowed = found.Rows.FindAll(row => rest.TrueForAll(word => AskedWords.Has(row.Text, word)));
                if (narrowed.Count > 0)
                {
                    return new PlannedAnswer
                    {
                        Kind = context.Form.Kind == QuestionKind.Count ? QuestionKind.Count : QuestionKind.List,
                        Lead = context.Form.Kind == QuestionKind.Count ? $"{narrowed.Count} rows of \"{header.Sentences[0].Document.Title}\":" : null,
                        Sentences = context.LineSource.Quote(narrowed.Take(context.Count(MostRows))),
                    };
                }
            }
        }

        return null;
    }

    /// <summary>The rows whose cell stands right before or behind the name of its column in the question, and the words of both; null when none does.</summary>
    private static (List<DocumentLine> Rows, IReadOnlySet<string> Used)? Find(List<Word> question, string name, IReadOnlyList<DocumentLine> rows, int column)
    {
        var head = WordsOf(name);
        foreach (var value in rows.Select(row => WordsOf(row.Cells[column])).Where(value => value.Count > 0 && head.Count > 0).DistinctBy(value => string.Join(' ', value.Select(word => word.Folded))))
        {
            if (Stands(question, [.. head, .. value]) || Stands(question, [.. value, .. head]))
            {
                var found = rows.Where(row => WordsOf(row.Cells[column]).Select(word => word.Folded).SequenceEqual(value.Select(word => word.Folded))).ToList();
                return (found, head.Concat(value).SelectMany(word => question.Where(asked => asked.Stem == word.Stem)).Select(word => word.Folded).ToHashSet(StringComparer.Ordinal));
            }
        }

        return null;
    }

    private static bool Stands(List<Word> question, List<Word> run) =>
        Enumerable.Range(0, Math.Max(0, question.Count - run.Count + 1)).Any(at => run.Index().All(word => question[at + word.Index].Stem == word.Item.Stem));

    private static List<Word> WordsOf(string text) => [.. Tokenizer.Tokenize(text).Select(word => word.Word)];
}
