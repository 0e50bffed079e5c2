using ForumQA.Answering;
using ForumQA.Answering.Verification;
using ForumQA.Benchmarks.Answers;
using ForumQA.Benchmarks.Meaning;
using ForumQA.Benchmarks.Retrieval;
using ForumQA.Benchmarks.Support;
using ForumQA.Onnx.Embedding;
using ForumQA.Retrieval;
using Microsoft.Extensions.AI;
using Half = ForumQA.Benchmarks.Answers.Half;

namespace ForumQA.Benchmarks.Learning;

/// <summary>
/// <c>learn --data FOLDER</c> learns every table of the library, each by features that use those before it, and the tables of the sample;
/// <c>learn --check [--data FOLDER]</c> learns them again and tells whether they came out the same: without data, from the sample.
/// </summary>
internal static class LearnCommand
{
    private const string SampleCommand = "dotnet run -c Release --project tests/ForumQA.Benchmarks -- learn";

    /// <summary>Sums differ in their last digits between processors, and a weight close to nothing may be kept by one and dropped by the other.</summary>
    private const double Tolerance = 0.035;

    private static readonly string SampleTables = Path.Combine("tests", "ForumQA.Benchmarks", "Sample");

    /// <param name="data">The folder of the sets; null for the sample alone.</param>
    /// <param name="library">Where the tables of the library are.</param>
    /// <param name="isCheck">Whether to compare and write nothing.</param>
    public static int Run(string? data, string library, bool isCheck)
    {
        // First everything, then the files: what fails half-way changes nothing.
        var learned = new List<(string Folder, IReadOnlyList<(TableKind Kind, LearnedTable Table)> Tables)>();
        if (data is not null)
        {
            learned.Add((library, Learn(data, LearnedTables.Command, BuiltInModel.Create(Environment.ProcessorCount, KeptEmbeddings.SentencesRead), withFolders: true)));
        }

        if (data is null || !isCheck)
        {
            using var sample = new SampleData();
            learned.Add((SampleTables, Learn(sample.Folder, SampleCommand, new SampleEmbeddings(), withFolders: false)));
        }

        var same = true;
        foreach (var (folder, tables) in learned)
        {
            same &= Compare(folder, tables);
            if (!isCheck)
            {
                TableFiles.Write(folder, tables);
            }
        }

        if (isCheck && !same)
        {
            Console.Error.WriteLine($"The tables are not what this code learns. When the features were meant to change, run and commit: {LearnedTables.Command}");
        }

        return isCheck && !same ? 1 : 0;
    }

    /// <param name="data">The folder of the sets.</param>
    /// <param name="command">What the manifests say was run.</param>
    /// <param name="generator">Makes the vectors; disposed of.</param>
    /// <param name="withFolders">Whether the questions over folders are learned from as well, by meaning.</param>
    private static List<(TableKind Kind, LearnedTable Table)> Learn(string data, string command, IEmbeddingGenerator<string, Embedding<float>> generator, bool withFolders)
    {
        var files = new TableFiles(data, command, withFolders);
        using var embedder = new KeptEmbeddings(generator);
        var (byWords, byMeaning) = (LearnPassages(data), LearnPassages(data, embedder));
        var rankers = (new PassageRanker(new LinearModel<PassageFeature>(byWords)), new PassageRanker(new LinearModel<PassageFeature>(byMeaning)));
        var sets = new AnswerData(data);
        using var folders = withFolders ? new FolderSets(embedder, rankers) : null;
        var (words, meaning) = (LearnAnswers(new AnswerLearner(sets, rankers)), LearnAnswers(new AnswerLearner(sets, rankers, embedder, folders?.All)));
        return
        [
            (LearnedTables.Passages, files.Make(LearnedTables.Passages, byWords)),
            (LearnedTables.Sentences, files.Make(LearnedTables.Sentences, words.Ranker)),
            (LearnedTables.Subject, files.Make(LearnedTables.Subject, words.Subject)),
            (LearnedTables.Stated, files.Make(LearnedTables.Stated, words.Stated)),
            (LearnedTables.PassagesByMeaning, files.Make(LearnedTables.PassagesByMeaning, byMeaning)),
            (LearnedTables.SentencesByMeaning, files.Make(LearnedTables.SentencesByMeaning, meaning.Ranker)),
            (LearnedTables.SentencesReadClosely, files.Make(LearnedTables.SentencesReadClosely, meaning.Closely!.Ranker)),
            (LearnedTables.QuestionTokens, files.Make(LearnedTables.QuestionTokens, meaning.Closely.Tokens)),
            (LearnedTables.SubjectByMeaning, files.Make(LearnedTables.SubjectByMeaning, meaning.Subject)),
            (LearnedTables.StatedByMeaning, files.Make(LearnedTables.StatedByMeaning, meaning.Stated)),
            (LearnedTables.AnsweredByMeaning, files.Make(LearnedTables.AnsweredByMeaning, meaning.Answered!)),
            (LearnedTables.Support, files.Make(LearnedTables.Support, LearnSupport(data))),
        ];
    }

    private static AnswerModels LearnAnswers(AnswerLearner learner)
    {
        using (learner)
        {
            return learner.Learn(Half.Both);
        }
    }

    private static IReadOnlyList<string> LearnPassages(string data, KeptEmbeddings? embedder = null)
    {
        var squad = RetrievalSet.ReadSquad(data, articles: false);
        using var index = new BenchmarkIndex(squad.Texts, embedder);
        var questions = LearningSet.Read(squad, index, LearningSet.Has);
        return embedder is null
            ? PassageRankerLearner.Format(PassageRankerLearner.Learn(questions))
            : PassageRankerLearner.LearnByMeaning([.. questions, .. LearningSet.Read(embedder.Hide(squad), index, LearningSet.Has).Where((_, i) => i % AnswerLearner.HiddenOneIn == 0)]);
    }

    /// <summary>Twice: which quotation is the best of a claim is told by the model, the first time by the rules alone.</summary>
    private static IReadOnlyList<string> LearnSupport(string data)
    {
        var set = new SupportData(data);
        SupportJudge.Use(LinearModel<SupportFeature>.Of((SupportFeature.Coverage, 1)));
        SupportJudge.Use(new LinearModel<SupportFeature>(SupportRows.Learn(set, SupportData.IsLearned).ToLines()));
        return SupportRows.Learn(set, SupportData.IsLearned).ToLines();
    }

    private static bool Compare(string folder, IReadOnlyList<(TableKind Kind, LearnedTable Table)> tables)
    {
        var same = true;
        foreach (var (kind, table) in tables)
        {
            var differences = TableFiles.Read(folder, kind) is { } old ? old.DifferencesFrom(table, Tolerance, kind.Slack) : ["there was no such table, or one without a manifest"];
            same &= differences.Count == 0;
            Console.WriteLine($"{Path.Combine(folder, kind.File)}: {(differences.Count == 0 ? "the same" : string.Join("\n    ", differences.Prepend($"{differences.Count} differences")))}");
        }

        return same;
    }
}
