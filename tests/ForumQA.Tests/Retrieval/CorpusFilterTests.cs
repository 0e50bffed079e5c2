using ForumQA.Retrieval;
using ForumQA.Tests.Models;

namespace ForumQA.Tests.Retrieval;

public sealed class CorpusFilterTests : IDisposable
{
    private const string Question = "What did the minister say about water?";

    private readonly RetrievalIndex _index = new();

    public CorpusFilterTests()
    {
        Put("a/17.md", "17th", "Beijing", "The minister said that water is scarce.", "The minister spoke of water and rice.");
        Put("a/18.md", "18th", "Tōkyō", "The minister of trade said little about water.");
        Put("b/18.md", "18th", "Beijing", "Of water the minister of science said nothing at all.", "Rice is grown in water.", "The minister saw no robots.");
    }

    [Fact]
    public async Task Searches_only_the_documents_that_are_named()
    {
        Assert.Equal(["a/18.md"], await FindAsync(new CorpusFilter { Documents = ["a/18.md"] }));
        Assert.Equal(["a/17.md", "a/18.md"], await FindAsync(new CorpusFilter { Documents = ["a/18.md", "a/17.md", "a/18.md"] }));
    }

    [Theory]
    [InlineData("event", "18th", "a/18.md", "b/18.md")]
    [InlineData("EVENT", "18TH", "a/18.md", "b/18.md")]
    [InlineData("place", "TŌKYŌ", "a/18.md")]
    [InlineData("place", "Tōky")]
    [InlineData("planet", "Earth")]
    public async Task Searches_only_the_documents_that_have_the_metadata(string name, string value, params string[] expected)
    {
        Assert.Equal(expected, await FindAsync(new CorpusFilter { Metadata = new Dictionary<string, string> { [name] = value } }));
    }

    [Fact]
    public async Task Searches_only_what_passes_every_condition()
    {
        var metadata = new Dictionary<string, string> { ["event"] = "18th", ["place"] = "beijing" };

        Assert.Equal(["b/18.md"], await FindAsync(new CorpusFilter { Metadata = metadata }));
        Assert.Empty(await FindAsync(new CorpusFilter { Metadata = metadata, Documents = ["a/18.md"] }));
    }

    [Fact]
    public async Task A_filter_that_sets_nothing_narrows_nothing()
    {
        Assert.Equal(
            (await _index.SearchAsync(Question)).Select(found => (found.Passage.Id, found.Score)),
            (await _index.SearchAsync(Question, filter: new CorpusFilter())).Select(found => (found.Passage.Id, found.Score)));
    }

    [Fact]
    public async Task Names_the_document_that_is_not_in_the_index()
    {
        var error = await Assert.ThrowsAsync<ForumQAException>(() => FindAsync(new CorpusFilter { Documents = ["a/17.md", "c.md"] }));

        Assert.Equal("document-unknown", error.Code);
        Assert.Contains("'c.md'", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Finds_as_many_passages_as_asked_for_though_others_match_better()
    {
        for (var i = 0; i < 120; i++)
        {
            Put($"better/{i}.md", "19th", "Seoul", $"What the minister did say about water, number {i}.");
        }

        var filter = new CorpusFilter { Documents = ["b/18.md"] };

        Assert.Equal(3, (await _index.SearchAsync(Question, filter: filter)).Count);
        Assert.Equal(2, (await _index.SearchAsync(Question, filter: filter, limit: 2)).Count);
        Assert.Equal(110, (await _index.SearchAsync(Question, limit: 110)).Count);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(201)]
    public async Task Refuses_a_limit_out_of_range(int limit)
    {
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => _index.SearchAsync(Question, limit: limit));
    }

    [Fact]
    public async Task Holds_the_vectors_to_the_filter_too()
    {
        using var embedder = new FakeEmbedder();
        using var index = new RetrievalIndex(embedder, "abc", "abcd", "zzz abc", "qqq", "abc");

        var found = await index.SearchAsync("aabbcc", filter: new CorpusFilter { Documents = ["1", "2", "4"] });

        Assert.Equal(["1", "2", "4"], found.Select(evidence => evidence.Passage.DocumentId).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_document_that_is_replaced_loses_its_old_metadata()
    {
        Put("a/18.md", "20th", "Tokyo", "The minister of trade said little about water.");

        Assert.Equal(["b/18.md"], await FindAsync(new CorpusFilter { Metadata = new Dictionary<string, string> { ["event"] = "18th" } }));
        Assert.Empty(_index.Store.Check());
    }

    public void Dispose() => _index.Dispose();

    private void Put(string id, string name, string place, params string[] passages) =>
        _index.Put(id, "-", new Dictionary<string, string> { ["Event"] = name, ["Place"] = place }, passages);

    private async Task<IEnumerable<string>> FindAsync(CorpusFilter filter) =>
        (await _index.SearchAsync(Question, filter: filter)).Select(found => found.Passage.DocumentId).Distinct().Order(StringComparer.Ordinal);
}
