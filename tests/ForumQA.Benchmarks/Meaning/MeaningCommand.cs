using ForumQA.Answering;
using ForumQA.Benchmarks.Answers;
using ForumQA.Benchmarks.Learning;
using ForumQA.Onnx.Embedding;
using ForumQA.Retrieval;
using Half = ForumQA.Benchmarks.Answers.Half;

namespace ForumQA.Benchmarks.Meaning;

/// <summary><c>meaning --data FOLDER</c> measures the second reading, learned on either half and measured on the other; <c>--learn</c> writes its tables too, by the other tables as they are.</summary>
internal static class MeaningCommand
{
    public static int Run(string folder, string library, bool learn)
    {
        var data = new AnswerData(folder);
        using var embedder = new KeptEmbeddings(new OnnxEmbeddingGenerator(BuiltInModel.Describe(), Environment.ProcessorCount));
        using var pool = new PassagePool(data.Pool, Enumerable.Range(0, data.Pool.Paragraphs.Count), null, embedder);
        var words = AnswerabilityEstimator.Default;
        var rows = new MeaningRows(data, pool, embedder, SentenceRanker.Default, words);
        var (first, second, others) = (rows.ReadOwn(Half.First), rows.ReadOwn(Half.Second), rows.ReadOthers(LearnedOthers(data)));
        if (learn)
        {
            TableFiles.Write(library, Make(new TableFiles(folder, LearnedTables.Command), MeaningLearner.Learn([.. first, .. second, .. others], words)));
        }

        var held = rows.ReadOthers(data.Others.Where(pair => !AnswerData.LearnedOthers.Contains(pair.Key)).SelectMany(pair => pair.Value));
        MeaningReport.PrintHead();
        MeaningReport.Print("half 2, learned on half 1", [.. second, .. held], MeaningLearner.Learn([.. first, .. others], words), words);
        MeaningReport.Print("half 1, learned on half 2", [.. first, .. held], MeaningLearner.Learn([.. second, .. others], words), words);
        return 0;
    }

    /// <summary>The tables that ship.</summary>
    public static MeaningTables Learn(AnswerData data, MeaningRows rows, AnswerabilityEstimator words) =>
        MeaningLearner.Learn([.. rows.ReadOwn(Half.First), .. rows.ReadOwn(Half.Second), .. rows.ReadOthers(LearnedOthers(data))], words);

    public static IReadOnlyList<(TableKind Kind, LearnedTable Table)> Make(TableFiles files, MeaningTables tables) =>
    [
        (LearnedTables.MeaningOrder, files.Make(LearnedTables.MeaningOrder, tables.Order)),
        (LearnedTables.MeaningSubject, files.Make(LearnedTables.MeaningSubject, tables.Subject)),
        (LearnedTables.MeaningStated, files.Make(LearnedTables.MeaningStated, tables.Stated)),
    ];

    private static IReadOnlyList<string> LearnedOthers(AnswerData data) => [.. AnswerData.LearnedOthers.Order(StringComparer.Ordinal).SelectMany(name => data.Others[name])];
}
