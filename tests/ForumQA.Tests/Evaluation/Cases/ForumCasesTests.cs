using ForumQA.Evaluation.Cases;
using ForumQA.Ingestion;
using Microsoft.Extensions.Options;

namespace ForumQA.Tests.Evaluation.Cases;

/// <summary>The eval set that comes with the product, against the corpus that comes with it.</summary>
public sealed class ForumCasesTests
{
    private static readonly string[] Kinds =
    [
        "single-fact", "who-said", "figure", "date", "list", "comparison", "two-document", "paraphrase", "misspelt", "follow-up", "zh", "ja",
        "other-subject", "near-miss", "false-premise", "right-person-wrong-fact",
    ];

    [Fact]
    public async Task Every_gold_quotation_stands_verbatim_in_the_seeds_as_they_are_read()
    {
        var texts = await ReadSeedsAsync();
        var file = await CaseFile.ReadAsync(Repository.Path("evals", "forum.jsonl"), CancellationToken.None);

        var gold = file.Locate(texts.GetValueOrDefault);

        Assert.All(gold.SelectMany(evidence => evidence.Items), item => Assert.Single(item.Spans));
        Assert.All(file.Cases.SelectMany(c => c.Citations), citation => Assert.Contains(citation.Quotation!, texts[citation.Document], StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_set_has_every_kind_of_case_and_enough_of_both_sorts()
    {
        var cases = (await CaseFile.ReadAsync(Repository.Path("evals", "forum.jsonl"), CancellationToken.None)).Cases;

        Assert.True(cases.Count(c => c.Answerable) >= 120);
        Assert.True(cases.Count(c => !c.Answerable) >= 50);
        Assert.Empty(Kinds.Except(cases.SelectMany(c => c.Tags)));
        Assert.All(Enum.GetValues<CaseHalf>(), half => Assert.InRange(cases.Count(c => c.Half == half), cases.Count * 2 / 5, cases.Count * 3 / 5));
    }

    private static async Task<Dictionary<string, string>> ReadSeedsAsync()
    {
        var readers = new DocumentReaders(Options.Create(new IngestionOptions()));
        var texts = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var file in CorpusFolder.List(Repository.Path("seeds"), CancellationToken.None).Files)
        {
            texts[file.DocumentId] = (await readers.ReadFileAsync(file.DocumentId, file.FullPath, CancellationToken.None)).Text;
        }

        return texts;
    }
}
