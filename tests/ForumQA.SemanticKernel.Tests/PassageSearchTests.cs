using ForumQA.Retrieval;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.SemanticKernel.Data;

namespace ForumQA.SemanticKernel.Tests;

/// <summary>Retrieval as the text search of a Kernel, in its newer and its older form.</summary>
public sealed class PassageSearchTests(SeedIndex index) : IClassFixture<SeedIndex>
{
    private const string Query = "managing data and water control";

    [Fact]
    public async Task A_result_is_a_passage_with_its_citation_as_name_and_link()
    {
        var kernel = index.Build();
        var search = kernel.Services.GetRequiredService<ITextSearch<Evidence>>();

        var results = await ReadAsync(await search.GetTextSearchResultsAsync(Query, new TextSearchOptions<Evidence> { Top = 3 }));

        var found = await ReadAsync(await search.GetSearchResultsAsync(Query, new TextSearchOptions<Evidence> { Top = 3 }));
        Assert.Equal(3, results.Count);
        Assert.All(results.Zip(found.Cast<Evidence>()), pair =>
        {
            var (result, evidence) = pair;
            var passage = evidence.Passage;
            Assert.Equal(SeedIndex.Find(kernel, passage.DocumentId).Text[passage.Start..passage.End], result.Value);
            Assert.StartsWith(evidence.DocumentTitle, result.Name, StringComparison.Ordinal);
            Assert.EndsWith($"({passage.DocumentId}, characters {passage.Start}-{passage.End})", result.Name, StringComparison.Ordinal);
            Assert.Equal(evidence.DocumentUri, result.Link);
        });
    }

    [Fact]
    public async Task Pages_follow_on_each_other_and_the_count_is_of_all()
    {
        var search = index.Build().Services.GetRequiredService<ITextSearch<Evidence>>();

        var all = await search.SearchAsync(Query, new TextSearchOptions<Evidence> { Top = 6, IncludeTotalCount = true });
        var texts = await ReadAsync(all);
        var paged = new List<string>();
        for (var skip = 0; skip < 6; skip += 2)
        {
            paged.AddRange(await ReadAsync(await search.SearchAsync(Query, new TextSearchOptions<Evidence> { Top = 2, Skip = skip })));
        }

        var beyond = await search.SearchAsync(Query, new TextSearchOptions<Evidence> { Skip = 10_000, IncludeTotalCount = true });
        Assert.Equal(6, texts.Distinct().Count());
        Assert.Equal(texts, paged);
        Assert.True(all.TotalCount > 6);
        Assert.Equal(all.TotalCount, beyond.TotalCount);
        Assert.Empty(await ReadAsync(beyond));
        Assert.Null((await search.SearchAsync(Query)).TotalCount);
    }

    [Fact]
    public async Task A_filter_keeps_the_passages_it_is_true_for()
    {
        var search = index.Build().Services.GetRequiredService<ITextSearch<Evidence>>();
        var options = new TextSearchOptions<Evidence>
        {
            Top = 100,
            IncludeTotalCount = true,
            Filter = evidence => evidence.Passage.DocumentId == "20th-forum-digital-future.md",
        };

        var results = await search.GetSearchResultsAsync("data", options);

        var found = await ReadAsync(results);
        Assert.NotEmpty(found);
        Assert.Equal(found.Count, results.TotalCount);
        Assert.All(found, evidence => Assert.Equal("20th-forum-digital-future.md", ((Evidence)evidence).Passage.DocumentId));
    }

    [Fact]
    public async Task The_older_interface_finds_the_same()
    {
        var services = index.Build().Services;
        var newer = services.GetRequiredService<ITextSearch<Evidence>>();
        var older = services.GetRequiredService<ITextSearch>();

        var expected = await newer.GetTextSearchResultsAsync(Query, new TextSearchOptions<Evidence> { Top = 4, Skip = 1, IncludeTotalCount = true });
        var actual = await older.GetTextSearchResultsAsync(Query, new TextSearchOptions { Top = 4, Skip = 1, IncludeTotalCount = true });

        Assert.Equal(expected.TotalCount, actual.TotalCount);
        Assert.Equal((await ReadAsync(expected)).Select(result => result.Name), (await ReadAsync(actual)).Select(result => result.Name));
        Assert.NotEmpty(await ReadAsync(await older.SearchAsync(Query)));
        Assert.All(await ReadAsync(await older.GetSearchResultsAsync(Query)), result => Assert.IsType<Evidence>(result));
    }

    [Fact]
    public async Task The_older_interface_filters_by_document()
    {
        var search = index.Build().Services.GetRequiredService<ITextSearch>();
        var options = new TextSearchOptions { Filter = new TextSearchFilter().Equality("DocumentId", "20th-forum-digital-future.md") };

        var results = await ReadAsync(await search.GetTextSearchResultsAsync("data", options));

        Assert.NotEmpty(results);
        Assert.All(results, result => Assert.Contains("(20th-forum-digital-future.md, ", result.Name, StringComparison.Ordinal));
    }

    private static async Task<List<T>> ReadAsync<T>(KernelSearchResults<T> results)
    {
        var list = new List<T>();
        await foreach (var result in results.Results)
        {
            list.Add(result);
        }

        return list;
    }
}
