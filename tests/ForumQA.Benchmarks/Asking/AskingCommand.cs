using System.Diagnostics;
using System.Globalization;
using ForumQA.Answering;
using ForumQA.Evaluation.Cases;
using ForumQA.Models.Embedding;
using ForumQA.Onnx.Embedding;
using ForumQA.Retrieval;
using ForumQA.Storage;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Options;

namespace ForumQA.Benchmarks.Asking;

/// <summary>What a question costs that is asked in a process that has answered others: reading it, its passages and their sentences, by words alone and with the built-in model.</summary>
internal static class AskingCommand
{
    private const int Rounds = 5;

    /// <param name="corpus">A folder of documents.</param>
    /// <param name="cases">Questions for them, as <c>forumqa eval</c> takes them.</param>
    public static async Task<int> MeasureAsync(string corpus, string cases)
    {
        var questions = (await CaseFile.ReadAsync(cases, CancellationToken.None).ConfigureAwait(false)).Cases.Where(one => one.Before is null && one.History.Count == 0).Select(one => one.Question).ToList();
        using var grams = new CharacterGramEmbeddingGenerator();
        using var model = BuiltInModel.Create(Environment.ProcessorCount);
        using var words = await AskedIndex.OpenAsync(corpus, grams).ConfigureAwait(false);
        using var meaning = await AskedIndex.OpenAsync(corpus, model).ConfigureAwait(false);
        Console.WriteLine($"{questions.Count} questions, {words.Passages} passages");
        Console.WriteLine("| round | by | processor ms | median ms | 95th percentile ms | retrieval ms (median) | composing ms (median) | KiB allocated |");
        Console.WriteLine("|---|---|---|---|---|---|---|---|");

        // By turns, so that what else the machine does falls on both.
        for (var round = 1; round <= Rounds; round++)
        {
            Console.WriteLine($"| {round} | words | {await words.AskAsync(questions).ConfigureAwait(false)} |");
            Console.WriteLine($"| {round} | words and meaning | {await meaning.AskAsync(questions).ConfigureAwait(false)} |");
        }

        return 0;
    }

    /// <summary>An index in a temporary file, with what answers from it.</summary>
    private sealed class AskedIndex : IDisposable
    {
        private readonly string _path = Path.Combine(Path.GetTempPath(), $"forumqa-benchmark-{Guid.NewGuid():N}.db");
        private readonly IndexStore _store;
        private readonly Answerer _answerer;

        private AskedIndex(IEmbeddingGenerator<string, Embedding<float>> embedder)
        {
            _store = IndexStore.OpenOrCreate(_path);
            _answerer = new Answerer(_store, new Retriever(_store, embedder, Options.Create(new RetrievalOptions())), Options.Create(new AbstentionOptions()));
        }

        public int Passages => _store.Passages.Count();

        public static async Task<AskedIndex> OpenAsync(string corpus, IEmbeddingGenerator<string, Embedding<float>> embedder)
        {
            var index = new AskedIndex(embedder);
            await CorpusIndexing.SynchronizeAsync(index._store, corpus, embedder).ConfigureAwait(false);
            return index;
        }

        /// <summary>One question after the other. Processor time tells the work apart from what else the machine does.</summary>
        public async Task<string> AskAsync(List<string> questions)
        {
            var (processor, allocated) = (Environment.CpuUsage.TotalTime, GC.GetTotalAllocatedBytes());
            var (stages, totals) = (new List<StageTimes>(), new List<double>());
            foreach (var question in questions)
            {
                var started = Stopwatch.GetTimestamp();
                await foreach (var update in _answerer.AnswerAsync(new AnswerRequest(question), CancellationToken.None).ConfigureAwait(false))
                {
                    stages.AddRange(update is AnswerCompleted completed ? [completed.Answer.Times] : []);
                }

                totals.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
            }

            var spent = (Environment.CpuUsage.TotalTime - processor).TotalMilliseconds / questions.Count;
            var kibibytes = (GC.GetTotalAllocatedBytes() - allocated) / 1024.0 / questions.Count;
            return string.Create(
                CultureInfo.InvariantCulture,
                $"{spent:0.0} | {At(totals, 0.5):0.0} | {At(totals, 0.95):0.0} | {At(stages.Select(time => time.Retrieval), 0.5):0.0} | {At(stages.Select(time => time.Composing), 0.5):0.0} | {kibibytes:0}");
        }

        public void Dispose()
        {
            _store.Dispose();
            IndexStore.Discard(_path);
        }

        private static double At(IEnumerable<double> times, double share) => At(times.Select(time => (double?)time), share);

        private static double At(IEnumerable<double?> times, double share) => times.OfType<double>().Order().ToList() is { Count: > 0 } known ? known[(int)(share * (known.Count - 1))] : 0;
    }
}
