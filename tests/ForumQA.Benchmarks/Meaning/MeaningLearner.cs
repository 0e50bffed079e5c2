using ForumQA.Answering;
using ForumQA.Answering.Meaning;
using ForumQA.Benchmarks.Answers;
using ForumQA.Retrieval;

namespace ForumQA.Benchmarks.Meaning;

/// <summary>The three tables of the second reading.</summary>
internal sealed record MeaningTables(IReadOnlyList<string> Order, IReadOnlyList<string> Subject, IReadOnlyList<string> Stated)
{
    public MeaningModels Make() => new(new LinearModel<OrderFeature>(Order), new LinearModel<MeaningFeature>(Subject), new LinearModel<MeaningFeature>(Stated));
}

/// <summary>Learns the second reading from questions read a second time.</summary>
internal static class MeaningLearner
{
    /// <summary>To refuse what the documents answer costs more than to doubt about another subject: balanced, twice as many are refused by meaning as by words alone.</summary>
    private const double CostOfRefusing = 2;

    /// <param name="questions">What is learned from.</param>
    /// <param name="words">What words say of a ranking.</param>
    public static MeaningTables Learn(IReadOnlyList<ReadQuestion> questions, AnswerabilityEstimator words)
    {
        var order = Learners.LearnRanking<OrderFeature>([.. questions.Where(question => question.Right.Contains(true)).Select(question => (
            question.Compared.Sentences.Select((sentence, i) => new[] { (float)sentence.Score, (float)question.Cosines[i] }).ToArray(), question.Right))]).ToLines();
        var ordering = new LinearModel<OrderFeature>(order);
        var weight = ordering[OrderFeature.Cosine] / ordering[OrderFeature.Words];
        var read = questions.Select(question => (Question: question, Row: Read(question, weight, words).Select(value => (float)value).ToArray())).ToList();
        return new MeaningTables(
            order,
            Learn(read, CostOfRefusing, kind => kind switch { QuestionKind.Answered => true, QuestionKind.OtherSubject => false, _ => null }),
            Learn(read, 1, kind => kind switch { QuestionKind.Answered => true, QuestionKind.OtherSubject => null, _ => false }));
    }

    /// <summary>The features of a question, its sentences ordered anew.</summary>
    public static double[] Read(ReadQuestion question, double weight, AnswerabilityEstimator words)
    {
        var ordered = question.Compared.Order(question.Cosines, weight);
        return question.Compared.Read(question.Cosines, ordered.Sentences[0], words.Estimate(ordered));
    }

    /// <summary>Answered questions weigh as much as the others, or more.</summary>
    private static IReadOnlyList<string> Learn(List<(ReadQuestion Question, float[] Row)> read, double weight, Func<QuestionKind, bool?> isPositive)
    {
        var rows = read.Select(one => (one.Row, Is: isPositive(one.Question.Kind))).Where(one => one.Is is not null).ToList();
        var balance = rows.Count(row => row.Is == true) / (double)rows.Count(row => row.Is == false);
        return Learners.LearnLogistic<MeaningFeature>([.. rows.Select(row => (row.Row, row.Is!.Value, row.Is.Value ? weight : balance))]).ToLines();
    }
}
