using ForumQA.Retrieval;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.SemanticKernel.Data;

namespace ForumQA.Tests.SemanticKernel;

/// <summary>Retrieval as the text search of a Kernel.</summary>
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
        Assert.All(results.Zip(found), pair =>
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
        Assert.All(found, evidence => Assert.Equal("20th-forum-digital-future.md", evidence.Passage.DocumentId));
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
