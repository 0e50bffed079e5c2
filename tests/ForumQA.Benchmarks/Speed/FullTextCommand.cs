using System.Diagnostics;
using ForumQA.Models.Embedding;
using ForumQA.Retrieval;
using ForumQA.Storage;
using Microsoft.Extensions.Options;

namespace ForumQA.Benchmarks.Speed;

/// <summary>What the full-text leg costs beside the bare FTS5 query for any of the words on the same file, and whether it finds the same.</summary>
internal static class FullTextCommand
{
    private const int Questions = 200;
    private const int Candidates = 60;

    /// <param name="originals">A folder whose sentences the corpus is made of.</param>
    /// <param name="passages">How many, about.</param>
    /// <param name="seed">Of corpus and questions.</param>
    public static async Task<int> MeasureAsync(string originals, int passages, int seed)
    {
        using var folder = new SeededFolder();
        var corpus = new SeededCorpus(seed, originals);
        corpus.Write(folder.Corpus, passages, 20);
        using var store = IndexStore.OpenOrCreate(folder["index.db"]);
        await SpeedIndex.SynchronizeAsync(store, folder.Corpus, quick: false).ConfigureAwait(false);
        using var embedder = new CharacterGramEmbeddingGenerator();
        var retriever = new Retriever(store, embedder, Options.Create(new RetrievalOptions { CorrectSpelling = false }));
        using var snapshot = store.OpenSnapshot();
        var count = snapshot.Passages.Count();
        var asked = corpus.Questions(passages, 20, Questions).Select(question => retriever.Read(snapshot, question).Searched.Terms.SelectMany(term => term.Stems).Select(stem => stem.Stem).Distinct().ToList()).Where(stems => stems.Count > 0).ToList();
        var (bare, bounded, old, same, sameOld, first) = (new List<double>(), new List<double>(), new List<double>(), 0, 0, 0);

        // By turns, and once before to warm up, so that both meet the same machine.
        foreach (var stems in asked.Take(20).Concat(asked))
        {
            var (all, slow) = Time(() => snapshot.Words.Search(stems, Candidates));
            var (best, quick) = Time(() => snapshot.Words.SearchBounded(stems, count, Candidates));
            var rare = snapshot.Words.CountPassagesWith(stems).Where(stem => stem.Value * 10 < count).Select(stem => stem.Key).ToList();
            var (some, before) = Time(() => snapshot.Words.Search(rare.Count >= 3 ? rare : stems, Candidates));
            old.Add(before);
            sameOld += all.Select(row => row.Row).SequenceEqual(some.Select(row => row.Row)) ? 1 : 0;
            bare.Add(slow);
            bounded.Add(quick);
            same += all.Select(row => row.Row).SequenceEqual(best.Select(row => row.Row)) ? 1 : 0;
            first += all.Take(20).Select(row => row.Row).SequenceEqual(best.Take(20).Select(row => row.Row)) ? 1 : 0;
        }

        var total = bare.Count;
        Console.WriteLine($"{count} passages, {asked.Count} questions of {asked.Average(stems => stems.Count):0.0} words");
        Console.WriteLine($"bare FTS5: median {At(bare, .5):0.0} ms, p95 {At(bare, .95):0.0} ms");
        Console.WriteLine($"bounded:   median {At(bounded, .5):0.0} ms, p95 {At(bounded, .95):0.0} ms; {At(bounded, .5) / At(bare, .5):0.00} and {At(bounded, .95) / At(bare, .95):0.00} times");
        Console.WriteLine($"without words of a tenth of the passages: median {At(old, .5):0.0} ms, p95 {At(old, .95):0.0} ms; {At(old, .5) / At(bare, .5):0.00} and {At(old, .95) / At(bare, .95):0.00} times; the same {Candidates}: {sameOld / (double)total:0.000}");
        Console.WriteLine($"bounded: the same {Candidates} in the same order: {same / (double)total:0.000}; the same first 20: {first / (double)total:0.000}");
        return 0;
    }

    private static (IReadOnlyList<ScoredRow> Rows, double Milliseconds) Time(Func<IReadOnlyList<ScoredRow>> search)
    {
        var watch = Stopwatch.StartNew();
        var rows = search();
        return (rows, watch.Elapsed.TotalMilliseconds);
    }

    private static double At(List<double> times, double share) => times.Order().ElementAt((int)((times.Count - 1) * share));
}
