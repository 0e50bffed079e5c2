using ForumQA.Answering.Reading;
using ForumQA.Benchmarks.Answers;
using ForumQA.Retrieval;

namespace ForumQA.Benchmarks.Reading;

/// <summary>The three tables that say what a reader's numbers are worth.</summary>
internal sealed record ReadingTables(IReadOnlyList<string> Sentence, IReadOnlyList<string> Subject, IReadOnlyList<string> Stated)
{
    public ReadingModels ToModels() => new(
        new LinearModel<ReadSentenceFeature>(Sentence), new LinearModel<ReadAnswerFeature>(Subject), new LinearModel<ReadAnswerFeature>(Stated));
}

/// <summary>Learns them from questions that neither the reader nor the product's tables were learned from.</summary>
internal static class ReadingLearner
{
    public static ReadingTables Learn(IReadOnlyList<ReadQuestion> questions)
    {
        var sentence = Learners.LearnRanking<ReadSentenceFeature>(
            [.. questions.Where(question => question.IsRight.Contains(true)).Select(question => (RowsOf(question), question.IsRight.ToArray()))]).ToLines();
        var model = new LinearModel<ReadSentenceFeature>(sentence);
        var rows = questions.Select(question => (question.Fate, Row: AnswerRow(question, model))).ToLookup(row => row.Fate, row => row.Row);
        return new ReadingTables(
            sentence,
            Learners.LearnLogistic<ReadAnswerFeature>(Weigh(rows, QuestionFate.OtherSubject), least: 0).ToLines(),
            Learners.LearnLogistic<ReadAnswerFeature>(Weigh(rows, QuestionFate.NearMiss, QuestionFate.Removed), least: 0).ToLines());
    }

    /// <summary>What a question is told by, its sentences ranked by a model.</summary>
    public static float[] AnswerRow(ReadQuestion question, LinearModel<ReadSentenceFeature> model) =>
        [.. ReadFeatures.Of(question.Sentences, ScoresOf(question, model), question.Estimate).Select(value => (float)value)];

    /// <summary>The scores of a question's sentences.</summary>
    public static IReadOnlyList<double> ScoresOf(ReadQuestion question, LinearModel<ReadSentenceFeature> model) =>
        [.. ReadFeatures.Of(question.Sentences).Select(features => model.Score(features))];

    private static float[][] RowsOf(ReadQuestion question) => [.. ReadFeatures.Of(question.Sentences).Select(features => features.Select(value => (float)value).ToArray())];

    /// <summary>Answered weigh as much as unanswered, and the kinds of unanswered as much as each other.</summary>
    private static List<(float[] Row, bool IsPositive, double Weight)> Weigh(ILookup<QuestionFate, float[]> rows, params QuestionFate[] others)
    {
        var answered = rows[QuestionFate.Answered].ToList();
        return
        [
            .. answered.Select(row => (row, true, 1.0)),
            .. others.SelectMany(other => rows[other].Select(row => (row, false, answered.Count / (double)others.Length / rows[other].Count()))),
        ];
    }
}
