using ForumQA.Answering;
using ForumQA.Benchmarks.Answers;
using ForumQA.Benchmarks.Meaning;
using ForumQA.Onnx.Embedding;
using ForumQA.Onnx.Reading;
using ForumQA.Retrieval;
using Half = ForumQA.Benchmarks.Answers.Half;

namespace ForumQA.Benchmarks.Reading;

/// <summary>
/// <c>reading --data FOLDER --reader FOLDER [--passages 4] [--one-in 1] [--shipped] [--to FOLDER]</c> prints what a trained reader adds to the product's scores, on articles that neither
/// learned from, and writes what its numbers are worth.
/// </summary>
internal static class ReadingCommand
{
    /// <summary>What questions about other subjects have for an article, in one of two groups.</summary>
    public const string FirstOthers = "others 0";

    private const int OtherQuestions = 217;

    public static int Measure(string folder, string model, int passages, int oneIn, bool isShipped, string? to)
    {
        var data = new AnswerData(folder);
        using var embedder = new KeptEmbeddings(new OnnxEmbeddingGenerator(BuiltInModel.Describe(), Environment.ProcessorCount));
        using var learner = new AnswerLearner(data, passages: null, embedder);
        var (ranker, estimate) = isShipped
            ? (SentenceRanker.Default, ranking => AnswerabilityEstimator.For(ranking).Estimate(ranking))
            : Learn(data, learner);
        using var reader = ReaderFolder.Open(model, threads: 1);
        var asking = new ReadQuestions(learner.Full, ranker, estimate, reader, passages);
        var held = data.Dev.Questions.Where(question => Half.Second.Has(question.Article)).Where((_, i) => i % oneIn == 0).ToList();
        var others = data.Others.Where(pair => !AnswerData.LearnedOthers.Contains(pair.Key)).SelectMany(pair => AnswerData.Sample(pair.Value, OtherQuestions, new Random(3))).Where((_, i) => i % oneIn == 0);
        var read = held.Select(question => asking.Read(question, question.IsAnswerable ? QuestionFate.Answered : QuestionFate.NearMiss))
            .Concat(held.Where(question => question.IsAnswerable).Select(question => asking.Read(question, QuestionFate.Removed)))
            .Concat(others.Select((text, i) => asking.Read(new SetQuestion(text, $"others {i % 2}", -1, []), QuestionFate.OtherSubject)))
            .OfType<ReadQuestion>().ToList();
        Console.WriteLine($"{read.Count} questions, {asking.Passages} passages read, {asking.Spent.TotalMilliseconds / asking.Passages:F1} ms each");
        ReadingReport.Print(read);
        if (to is not null)
        {
            var tables = ReadingLearner.Learn(read);
            foreach (var (name, lines) in new[] { ("read-sentence", tables.Sentence), ("read-subject", tables.Subject), ("read-stated", tables.Stated) })
            {
                File.WriteAllLines(Path.Combine(to, name + ".tsv"), lines);
            }
        }

        return 0;
    }

    private static (SentenceRanker Ranker, Func<SentenceRanking, Answerability> Estimate) Learn(AnswerData data, AnswerLearner learner)
    {
        using var words = new AnswerLearner(data);
        var models = words.Learn(Half.First) with { ByMeaning = learner.Learn(Half.First) };
        return (models.MakeRanker(), models.MakeEstimator());
    }
}
