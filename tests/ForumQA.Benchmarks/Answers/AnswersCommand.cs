using ForumQA.Answering;
using ForumQA.Retrieval;

namespace ForumQA.Benchmarks.Answers;

/// <summary><c>answers --data FOLDER [--only sentences|abstention|shipped]</c> prints how well sentences are ranked and questions refused.</summary>
internal static class AnswersCommand
{
    public static int Measure(string folder, string? only)
    {
        var data = new AnswerData(folder);
        using var learner = new AnswerLearner(data);
        var shipped = (Ranker: SentenceRanker.Default, Estimator: AnswerabilityEstimator.Default);
        if (only == "shipped")
        {
            SentenceReport.PrintShipped(data, learner.Full, shipped.Ranker);
            AbstentionReport.PrintShipped(data, learner.Full, shipped.Ranker, shipped.Estimator);
            return 0;
        }

        var first = learner.Learn(Half.First);
        var second = learner.Learn(Half.Second);
        if (only != "abstention")
        {
            SentenceReport.Print(data, learner.Full, first, second, shipped.Ranker);
        }

        if (only != "sentences")
        {
            AbstentionReport.Print(data, learner.Full, first, second, shipped.Ranker, shipped.Estimator);
        }

        return 0;
    }
}
