using ForumQA.Answering;
using ForumQA.Benchmarks.Meaning;
using ForumQA.Onnx.Embedding;
using ForumQA.Retrieval;

namespace ForumQA.Benchmarks.Answers;

/// <summary><c>answers --data FOLDER [--meaning] [--only sentences|abstention|shipped]</c> prints how well sentences are ranked and questions refused.</summary>
internal static class AnswersCommand
{
    public static int Measure(string folder, string? only, bool byMeaning)
    {
        var data = new AnswerData(folder);
        using var embedder = byMeaning ? new KeptEmbeddings(BuiltInModel.Create(Environment.ProcessorCount, KeptEmbeddings.SentencesRead)) : null;
        using var folders = embedder is not null ? new FolderSets(embedder, passages: null) : null;
        using var learner = new AnswerLearner(data, passages: null, embedder, folders?.All);
        var shipped = (Ranker: SentenceRanker.Default, Estimator: (Func<SentenceRanking, Answerability>)(ranking => AnswerabilityEstimator.For(ranking).Estimate(ranking)));
        if (only == "shipped")
        {
            SentenceReport.PrintShipped(learner, shipped.Ranker);
            AbstentionReport.PrintShipped(learner, shipped.Ranker, shipped.Estimator);
            return 0;
        }

        // Questions that are not compared by meaning go by words.
        using var words = byMeaning ? new AnswerLearner(data) : null;
        var first = (words ?? learner).Learn(Half.First) with { ByMeaning = byMeaning ? learner.Learn(Half.First) : null };
        var second = (words ?? learner).Learn(Half.Second) with { ByMeaning = byMeaning ? learner.Learn(Half.Second) : null };
        if (only != "abstention")
        {
            SentenceReport.Print(learner, first, second, shipped.Ranker);
        }

        if (only != "sentences")
        {
            AbstentionReport.Print(learner, first, second, shipped.Ranker, shipped.Estimator);
        }

        return 0;
    }
}
