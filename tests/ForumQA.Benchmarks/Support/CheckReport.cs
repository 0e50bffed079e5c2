using ForumQA.Answering.Checking;
using ForumQA.Benchmarks.Retrieval;
using ForumQA.Ingestion;
using ForumQA.Retrieval;
using Microsoft.Extensions.Options;

namespace ForumQA.Benchmarks.Support;

/// <summary>What checking a text says of QuoteSum's sentences and of the same with an error planted, when the sources have to be found among those of all of them.</summary>
internal static class CheckReport
{
    public static async Task PrintAsync(SupportData data, bool isLearnedHalf)
    {
        var texts = data.Sentences.SelectMany(sentence => sentence.Sources).Select(source => source.Text).Distinct().ToList();
        using var index = new BenchmarkIndex([.. texts.Select((text, i) => new RetrievalText(i, "", text))]);
        var checker = new TextChecker(index.Store, index.CreateRetriever(new RetrievalOptions()), new DocumentReaders(Options.Create(new IngestionOptions())));
        var sentences = data.Sentences.Where(sentence => SupportData.IsLearned(sentence.Question) == isLearnedHalf).ToList();
        Console.WriteLine($"\nChecking ({(isLearnedHalf ? "half learned from" : "half not learned from")}): {sentences.Count} sentences against an index of {texts.Count} sources, of {data.Sentences.Select(sentence => sentence.Question).Distinct().Count()} questions");
        Console.WriteLine($"| sentences | {string.Join(" | ", Enum.GetValues<ClaimVerdict>())} |\n|---|{string.Concat(Enumerable.Repeat("---|", Enum.GetValues<ClaimVerdict>().Length))}");
        await RowAsync("as people wrote them", [.. sentences.Select(sentence => sentence.Sentence.Text)]).ConfigureAwait(false);
        foreach (var kind in PlantedErrors.In(sentences).GroupBy(planted => planted.Kind))
        {
            await RowAsync($"with another {kind.Key}", [.. kind.Select(planted => planted.Wrong)]).ConfigureAwait(false);
        }

        async Task RowAsync(string name, IReadOnlyList<string> claims)
        {
            var verdicts = new List<ClaimVerdict>();
            foreach (var claim in claims)
            {
                // One sentence that the splitter takes for several is as good as its worst part.
                var result = await checker.CheckAsync(claim, cancellationToken: CancellationToken.None).ConfigureAwait(false);
                var worst = result.Claims.Where(part => part.Verdict != ClaimVerdict.NothingToCheck).Select(part => part.Verdict).DefaultIfEmpty(ClaimVerdict.NothingToCheck);
                verdicts.Add(worst.Contains(ClaimVerdict.Contradicted) ? ClaimVerdict.Contradicted : worst.Max());
            }

            Console.WriteLine($"| {name} ({claims.Count}) | {string.Join(" | ", Enum.GetValues<ClaimVerdict>().Select(verdict => verdicts.Count(one => one == verdict)))} |");
        }
    }
}
