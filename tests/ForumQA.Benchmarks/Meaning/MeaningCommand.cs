using ForumQA.Answering;
using ForumQA.Benchmarks.Answers;
using ForumQA.Benchmarks.Learning;
using ForumQA.Onnx.Embedding;
using ForumQA.Retrieval;
using Half = ForumQA.Benchmarks.Answers.Half;

namespace ForumQA.Benchmarks.Meaning;

/// <summary><c>meaning --data FOLDER</c> measures the second reading on the half that it was not learned from; <c>--learn</c> learns its tables alone and writes them.</summary>
internal static class MeaningCommand
{
    public static int Run(string folder, string library, bool learn)
    {
        var data = new AnswerData(folder);
        using var embedder = new KeptEmbeddings(new OnnxEmbeddingGenerator(BuiltInModel.Describe(), Environment.ProcessorCount));
        using var pool = new PassagePool(data.Pool, Enumerable.Range(0, data.Pool.Paragraphs.Count), null, embedder);
        var rows = new MeaningRows(data, pool, embedder);
        if (learn)
        {
            TableFiles.Write(library, Make(new TableFiles(folder, LearnedTables.Command), Learn(data, rows, SentenceRanker.Default, AnswerabilityEstimator.Default)));
            return 0;
        }

        using var answers = new AnswerLearner(data);
        var words = new[] { Half.First, Half.Second }.ToDictionary(half => half, answers.Learn);
        MeaningReport.PrintHead();
        foreach (var (learned, held) in new[] { (Half.First, Half.Second), (Half.Second, Half.First) })
        {
            var (ranker, estimator) = (words[learned].MakeRanker(), words[learned].MakeEstimator());
            var tables = MeaningLearner.Learn(rows.Read(learned, LearnedOthers(data), ranker, estimator), estimator);
            var heldOthers = data.Others.Where(pair => !AnswerData.LearnedOthers.Contains(pair.Key)).SelectMany(pair => pair.Value).ToList();
            MeaningReport.Print($"{held}, learned on {learned}", rows.Read(held, heldOthers, ranker, estimator), tables, estimator);
        }

        return 0;
    }

    /// <summary>The tables that ship, in the order of <see cref="LearnedTables"/>.</summary>
    public static MeaningTables Learn(AnswerData data, MeaningRows rows, SentenceRanker ranker, AnswerabilityEstimator words) =>
        MeaningLearner.Learn(rows.Read(Half.Both, LearnedOthers(data), ranker, words), words);

    public static IReadOnlyList<(TableKind Kind, LearnedTable Table)> Make(TableFiles files, MeaningTables tables) =>
    [
        (LearnedTables.MeaningOrder, files.Make(LearnedTables.MeaningOrder, tables.Order)),
        (LearnedTables.MeaningSubject, files.Make(LearnedTables.MeaningSubject, tables.Subject)),
        (LearnedTables.MeaningStated, files.Make(LearnedTables.MeaningStated, tables.Stated)),
    ];

    private static IReadOnlyList<string> LearnedOthers(AnswerData data) => [.. AnswerData.LearnedOthers.Order(StringComparer.Ordinal).SelectMany(name => data.Others[name])];
}
