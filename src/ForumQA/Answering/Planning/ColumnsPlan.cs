using ForumQA.Text;

namespace ForumQA.Answering.Planning;

/// <summary>Two columns of a table side by side, where the question names both: "what has become dearer from 2024 to 2025?".</summary>
internal sealed class ColumnsPlan : IAnswerPlan
{
    private const int MostRows = 16;

    public PlannedAnswer? Answer(PlanContext context)
    {
        var words = context.Ranking.Question.Words.Select(word => word.Word.Folded).ToHashSet(StringComparer.Ordinal);
        foreach (var table in context.LineSource.Tables(context.NearDocuments))
        {
            var (header, rows) = table;
            var columns = Enumerable.Range(1, header.Cells.Count - 1).Where(i => Tokenizer.Tokenize(header.Cells[i]) is var cell && cell.Exists(word => !word.Word.IsStopWord) && cell.TrueForAll(word => words.Contains(word.Word.Folded))).ToList();
            if (columns.Count < 2)
            {
                continue;
            }

            var asked = new AskedWords(context.Ranking.Question.Words, context.Form).Content.Where(word => !columns.Exists(i => AskedWords.Has(header.Cells[i], word))).ToList();
            var named = rows.Where(row => asked.Exists(word => AskedWords.Has(row.Term, word))).ToList();

            // Another table may have the same years.
            var around = table.Around;
            var missing = asked.FindAll(word => !AskedWords.Has(around, word) && !named.Exists(row => AskedWords.Has(row.Text, word)) && !IsSaidOfAnything(word.Folded));

            // "The fee for adults, rowing only" of a table of what membership costs: a row that is called so by more words is meant.
            var most = named.Count == 0 ? 0 : named.Max(row => asked.Count(word => AskedWords.Has(row.Term, word)));
            if (missing.Count > 0 && !(missing.Count == 1 && most > 1))
            {
                continue;
            }

            named = named.FindAll(row => asked.Count(word => AskedWords.Has(row.Term, word)) == most);

            var changed = rows.Where(row => columns.Select(i => row.Cells[i]).Distinct(StringComparer.Ordinal).Count() > 1).ToList();
            var chosen = named.Count > 0 ? named : changed;
            if (chosen.Count > 0)
            {
                return new PlannedAnswer
                {
                    Kind = QuestionKind.Comparison,
                    Lead = named.Count > 0 || changed.Count == rows.Count ? null : $"{changed.Count} of {rows.Count} rows differ:",
                    Sentences = context.LineSource.Quote(chosen.Take(context.Count(MostRows))),
                };
            }
        }

        return null;
    }

    private static bool IsSaidOfAnything(string folded) =>
        FormPhrases.Default.Has("changing", folded) || FormPhrases.Default.Has("documents", folded) || FormPhrases.Default.Has("plain", folded);
}
