using ForumQA.Answering;
using ForumQA.Retrieval;

namespace ForumQA.Benchmarks.Answers;

/// <summary><c>answers --data FOLDER [--only sentences|abstention]</c> prints how well sentences are ranked and questions refused; <c>learn --data FOLDER --to src/ForumQA</c> learns the models the library ships.</summary>
internal static class AnswersCommand
{
    public static int Measure(string folder, string? only)
    {
        var data = new AnswerData(folder);
        using var full = new PassagePool(data.Pool, Enumerable.Range(0, data.Pool.Paragraphs.Count));
        var learner = new AnswerLearner(data, full);
        var shipped = (Ranker: SentenceRanker.Default, Estimator: AnswerabilityEstimator.Default);
        var first = learner.Learn(Half.First);
        var second = learner.Learn(Half.Second);
        if (only != "abstention")
        {
            SentenceReport.Print(data, full, first, second, shipped.Ranker);
        }

        if (only != "sentences")
        {
            AbstentionReport.Print(data, full, first, second, shipped.Ranker, shipped.Estimator);
        }

        return 0;
    }

    public static int Learn(string folder, string library)
    {
        var data = new AnswerData(folder);
        using var full = new PassagePool(data.Pool, Enumerable.Range(0, data.Pool.Paragraphs.Count));
        var models = new AnswerLearner(data, full).Learn(Half.Both);
        Write(Path.Combine(library, "Retrieval", "sentence-ranker.tsv"), models.Ranker, "Ranks sentences by the likelihood that they hold the answer.");
        Write(Path.Combine(library, "Answering", "subject.tsv"), models.Subject, "Log odds that the documents speak of what is asked.");
        Write(Path.Combine(library, "Answering", "stated.tsv"), models.Stated, "Log odds that the answer is stated, given that the documents speak of what is asked.");
        return 0;
    }

    private static void Write(string file, IReadOnlyList<string> lines, string purpose) =>
        File.WriteAllText(file, $"# {purpose} Learned from SQuAD 2.0 and XQuAD with: dotnet run -c Release --project tests/ForumQA.Benchmarks -- learn\n# feature, weight of the standardised feature, mean, standard deviation\n{string.Join('\n', lines)}\n");
}
