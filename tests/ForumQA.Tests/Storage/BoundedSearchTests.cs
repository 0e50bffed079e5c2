using ForumQA.Storage;

namespace ForumQA.Tests.Storage;

/// <summary>Searching by the rare words first finds what searching by all of them finds.</summary>
public sealed class BoundedSearchTests : IDisposable
{
    private const int Passages = 600;
    private const int Limit = 20;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Finds_the_same_as_all_words_do()
    {
        var random = new Random(20261129);
        using var store = IndexStore.OpenOrCreate(_folder["index.db"]);
        store.Writer.Put([.. Enumerable.Range(0, Passages).Select(i => Rows(i, random))], [], "m", DateTimeOffset.UnixEpoch);
        using var snapshot = store.OpenSnapshot();
        for (var question = 0; question < 200; question++)
        {
            var stems = Enumerable.Range(0, 1 + random.Next(7)).Select(_ => Word(random)).Append("nowher").Distinct().ToList();

            Assert.Equal(snapshot.Words.Search(stems, Limit).Select(Rounded), snapshot.Words.SearchBounded(stems, Passages, Limit).Select(Rounded));
        }
    }

    [Fact]
    public void Rare_words_find_and_the_bound_is_what_the_common_ones_can_give()
    {
        var search = BoundedSearch.Of(new Dictionary<string, int> { ["common"] = 400, ["rare"] = 3, ["other"] = 90 }, 1000);

        Assert.Equal(["rare"], search.Rare);
        Assert.Equal(["other", "common"], search.Common);
        Assert.Equal(1.6 * (Math.Log(600.5 / 400.5) + Math.Log(910.5 / 90.5)), search.Bound, 6);
    }

    [Fact]
    public void A_word_in_most_passages_gives_next_to_nothing() =>
        Assert.InRange(BoundedSearch.Of(new Dictionary<string, int> { ["a"] = 1, ["b"] = 900 }, 1000).Bound, 0, 1e-5);

    private static (long, double) Rounded(ScoredRow row) => (row.Row, Math.Round(row.Score, 6));

    /// <summary>w0 in nearly every passage, w39 in hardly any.</summary>
    private static string Word(Random random) => $"w{(int)Math.Exp(random.NextDouble() * Math.Log(40))}";

    private static DocumentRows Rows(int number, Random random)
    {
        var text = string.Join(' ', Enumerable.Range(0, 10 + random.Next(30)).Select(_ => Word(random)));
        var id = $"{number:000}";
        return DocumentRows.Of(
            new Document { Id = id, Title = "T", Uri = id, Text = text },
            new SourceStamp("hash", 1, DateTime.UnixEpoch),
            [new Passage { Id = id, DocumentId = id, Ordinal = 0, Start = 0, End = text.Length, Text = text }]);
    }
}
