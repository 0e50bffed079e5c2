using ForumQA.Ingestion;
using ForumQA.Storage;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace ForumQA.Tests.VectorData;

public sealed class DocumentedSampleTests
{
    [Fact]
    public async Task The_sample_runs_over_the_seeds_and_finds_the_water()
    {
        using var folder = new TemporaryFolder();
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Corpus:Path"] = Repository.Path("seeds"),
            ["Index:Path"] = folder["index.db"],
        }).Build();
        await using var services = new ServiceCollection().AddForumQA(configuration).BuildServiceProvider();
        using (var index = IndexStore.OpenOrCreate(folder["index.db"]))
        {
            await services.GetRequiredService<Indexer>().SynchronizeAsync(
                index, new IndexingRequest { Corpus = Repository.Path("seeds") }, progress: null, CancellationToken.None);
        }

        using var output = new StringWriter();
        await DocumentedSample.RunAsync(configuration, output);

        var lines = output.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.StartsWith("20th-forum-digital-future.md: ", lines[0], StringComparison.Ordinal);
        Assert.Contains("16th Beijing-Tokyo Forum", lines[1], StringComparison.Ordinal);
        Assert.Matches("^2020-16th-forum-digital-economy.md, characters [0-9]+ to [0-9]+: ", lines[4]);
        Assert.Contains("Liu Song", string.Join('\n', lines[4..]), StringComparison.Ordinal);
    }

    [Fact]
    public void The_documentation_has_the_sample_to_the_letter()
    {
        var source = File.ReadAllText(Repository.Path("tests", "ForumQA.Tests", "VectorData", "DocumentedSample.cs"));
        var start = source.IndexOf("// <sample>\n", StringComparison.Ordinal) + "// <sample>\n".Length;
        var sample = source[start..source.IndexOf("// </sample>", StringComparison.Ordinal)].TrimEnd()
            .Split('\n').Select(line => line.Length > 8 ? line[8..] : line);

        Assert.Contains($"```csharp\n{string.Join('\n', sample)}\n```", File.ReadAllText(Repository.Path("docs", "vector-store.md")), StringComparison.Ordinal);
    }
}
