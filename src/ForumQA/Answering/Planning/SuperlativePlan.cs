using System.Globalization;
using System.Text.RegularExpressions;

namespace ForumQA.Answering.Planning;

/// <summary>The row of a table that has the most or the least of something: "which is the cheapest".</summary>
internal sealed partial class SuperlativePlan : IAnswerPlan
{
    private const int SentencesLookedAt = 40;

    /// <summary>How many words a sentence must have that put things in order.</summary>
    private const int LeastRanks = 3;

    /// <summary>From this share of the subject's weight on, a sentence speaks of it.</summary>
    private const double Relevant = 0.6;

    public PlannedAnswer? Answer(PlanContext context)
    {
        var words = context.Ranking.Question.Words;
        if (Superlatives.Of(words) is not { } asked)
        {
            return null;
        }

        var content = new AskedWords(words, context.Form).Content.Where(word => Superlatives.Find(word.Folded) is null && !Superlatives.IsPart(word.Folded)).ToList();
        foreach (var table in context.LineSource.Tables(context.NearDocuments))
        {
            var (header, rows) = table;
            var column = Column(header, asked, content, rows);
            if (column is not { } at || content.Count == 0 || !content.TrueForAll(word => AskedWords.Has(table.Around, word)))
            {
                continue;
            }

            var values = rows.Select(row => (Row: row, Value: NumberIn(row.Cells[at]))).Where(row => row.Value is not null).ToList();
            if (values.Count < 2)
            {
                continue;
            }

            var best = asked.WantsMost ? values.Max(row => row.Value) : values.Min(row => row.Value);
            return new PlannedAnswer
            {
                Kind = QuestionKind.Fact,
                Lead = string.Create(CultureInfo.InvariantCulture, $"{(asked.WantsMost ? "The most" : "The least")} in \"{header.Cells[at]}\" of {values.Count} rows:"),
                Sentences = context.LineSource.Quote(values.Where(row => row.Value == best).Select(row => row.Row)),
                Doubt = values.Count < rows.Count ? $"Not every row has a number in \"{header.Cells[at]}\"." : null,
            };
        }

        return Ranked(context);
    }

    /// <summary>A sentence that ranks what is asked about: "the first is A, followed by B".</summary>
    private static PlannedAnswer? Ranked(PlanContext context)
    {
        var terms = context.Ranking.Question.Terms;
        var subject = context.Topic.Where(i => Superlatives.Find(terms[i].Word.Folded) is null && !FormPhrases.Default.Has("ranking", terms[i].Word.Folded) && !context.Form.ItemWords.Contains(terms[i].Word.Folded)).ToList();
        var ranked = subject.Count == 0 ? null : context.Ranked(SentencesLookedAt)
            .Where(sentence => sentence.Sentence.Words.Select(word => word.Word.Folded).Distinct().Count(word => FormPhrases.Default.Has("ranking", word)) >= LeastRanks)
            .FirstOrDefault(sentence => context.RelevanceOf(sentence, subject) >= Relevant);
        return ranked is null ? null : new PlannedAnswer { Kind = context.Form.Kind, Sentences = [new PlannedSentence(ranked)] };
    }

    /// <summary>The column that a superlative compares: one that the question names, else one that goes with the word, as prices do with "cheapest".</summary>
    private static int? Column(DocumentLine header, Superlative asked, List<Text.Word> content, IReadOnlyList<DocumentLine> rows)
    {
        for (var i = 1; i < header.Cells.Count; i++)
        {
            var cell = header.Cells[i];
            var isNamed = content.Exists(word => AskedWords.Has(cell, word));
            if ((isNamed || asked.Columns.Any(word => AskedWords.Has(cell, Text.Tokenizer.WordOf(word)))) && rows.Any(row => NumberIn(row.Cells[i]) is not null))
            {
                return i;
            }
        }

        return null;
    }

    private static double? NumberIn(string cell) =>
        Number().Match(cell) is { Success: true } match && double.TryParse(match.Value.Replace(",", "", StringComparison.Ordinal), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;

    [GeneratedRegex(@"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?", RegexOptions.CultureInvariant)]
    private static partial Regex Number();
}
