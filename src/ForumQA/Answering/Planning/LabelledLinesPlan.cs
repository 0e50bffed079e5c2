using ForumQA.Text;

namespace ForumQA.Answering.Planning;

/// <summary>The lines that a document labels as what is asked for: "Decision: ..." for "what was decided?".</summary>
internal sealed class LabelledLinesPlan : IAnswerPlan
{
    /// <summary>From this share of the subject's weight on, a line speaks of it.</summary>
    private const double Relevant = 0.5;

    private const int Usual = 20;

    public PlannedAnswer? Answer(PlanContext context)
    {
        var terms = context.Ranking.Question.Terms;
        var asked = context.Ranking.Question.Words.Select(word => (word.Word.Folded, Label: FormPhrases.Default.LabelOf(word.Word.Folded)))
            .Where(word => word.Label is not null).ToList();
        if (asked.Count == 0)
        {
            return null;
        }

        var rest = context.Topic.Where(i => !asked.Exists(word => word.Folded == terms[i].Word.Folded)).ToList();
        var lines = context.Lines(context.NearDocuments)
            .Where(line => line.Term.Length > 0 && line.Kind != LineKind.Row && asked.Exists(word => FormPhrases.Default.LabelOf(FirstWord(line.Term)) == word.Label))
            .Where(line => context.RelevanceOf(line.Sentences[0], rest) >= Relevant)
            .Take(context.Count(Usual)).ToList();
        return lines.Count == 0 ? null : new PlannedAnswer
        {
            Kind = QuestionKind.List,
            Sentences = [.. lines.SelectMany(line => line.Sentences.Select(sentence => new PlannedSentence(sentence, IsOneDocument(lines) ? null : sentence.Document.Title)))],
        };
    }

    private static bool IsOneDocument(List<DocumentLine> lines) => lines.Select(line => line.Sentences[0].Document.Id).Distinct().Count() == 1;

    private static string FirstWord(string term) => Tokenizer.Tokenize(term) is [var first, ..] ? first.Word.Folded : "";
}
