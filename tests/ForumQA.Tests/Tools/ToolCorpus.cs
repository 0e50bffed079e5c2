using System.Text.Json;
using ForumQA.Ingestion;
using ForumQA.Storage;
using ForumQA.Tools;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace ForumQA.Tests.Tools;

/// <summary>A small corpus with its index, and the tools over it as a host of them composes them.</summary>
public sealed class ToolCorpus : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly ServiceProvider _services;

    public ToolCorpus()
    {
        _folder.Write("corpus/town/harbour.md", """
            ---
            title: The harbour
            uri: https://lindale.example/harbour
            ---

            ## Opening

            Ada Quill opened the new harbour of Lindale on 4 May 1921. The harbour has three docks [one of them dry].

            ## Lighthouse

            The lighthouse of Lindale is 42 metres high. Its keeper in 1930 was Tom Birch.
            """);
        _folder.Write("corpus/bakery.txt", "The bakery in Market Street sells rye bread on Tuesdays. Its oven was built by Rosa Klein in 1888.");
        _folder.Write("corpus/long.txt", string.Join("\n\n", Enumerable.Range(0, 300).Select(i => $"Remark {i} of the clerk concerns the ferry \U0001F6A2 and its timetable.")));
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Corpus:Path"] = _folder["corpus"],
            ["Index:Path"] = _folder["index.db"],
        });
        _services = new ServiceCollection().AddForumQA(configuration.Build()).BuildServiceProvider();
        Functions = ForumQATools.Create(_services);
    }

    public IReadOnlyList<AIFunction> Functions { get; }

    public IServiceProvider Services => _services;

    public async Task IndexAsync()
    {
        using var store = IndexStore.OpenOrCreate(_folder["index.db"]);
        await _services.GetRequiredService<Indexer>().SynchronizeAsync(
            store, new IndexingRequest { Corpus = _folder["corpus"] }, progress: null, CancellationToken.None);
    }

    public Document Find(string documentId) => _services.GetRequiredService<IndexStore>().Documents.Find(documentId)!;

    /// <summary>Calls a function as a model does: with arguments in JSON.</summary>
    public async Task<string> CallAsync(string function, string arguments, CancellationToken cancellationToken = default)
    {
        var values = JsonSerializer.Deserialize<Dictionary<string, object?>>(arguments);
        return Assert.IsType<string>(await Functions.Single(tool => tool.Name == function).InvokeAsync(new AIFunctionArguments(values), cancellationToken));
    }

    public void Dispose()
    {
        _services.Dispose();
        _folder.Dispose();
    }
}
