using ForumQA.Ingestion;
using ForumQA.Storage;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.SemanticKernel;

namespace ForumQA.Tests.SemanticKernel;

/// <summary>A real index over <c>seeds/</c> in a folder of its own, and Kernels that answer from it.</summary>
public sealed class SeedIndex : IAsyncLifetime, IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly List<Kernel> _kernels = [];

    public async Task InitializeAsync()
    {
        await using var services = new ServiceCollection().AddForumQA(Configure()).BuildServiceProvider();
        using var store = IndexStore.OpenOrCreate(_folder["index.db"]);
        await services.GetRequiredService<Indexer>().SynchronizeAsync(store, new IndexingRequest { Corpus = Repository.Path("seeds") }, null, CancellationToken.None);
    }

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose()
    {
        foreach (var kernel in _kernels)
        {
            (kernel.Services as IDisposable)?.Dispose();
        }

        _folder.Dispose();
    }

    /// <summary>The configuration with this corpus and index, and with other values besides.</summary>
    public IConfiguration Configure(params (string Key, string Value)[] more) => new ConfigurationBuilder().AddInMemoryCollection(
        new[] { ("Corpus:Path", Repository.Path("seeds")), ("Index:Path", _folder["index.db"]) }.Concat(more)
            .Select(pair => KeyValuePair.Create(pair.Item1, (string?)pair.Item2))).Build();

    /// <summary>A Kernel with ForumQA.</summary>
    /// <param name="prepare">What comes before, such as a model and filters.</param>
    public Kernel Build(Action<IKernelBuilder>? prepare = null)
    {
        var builder = Kernel.CreateBuilder();
        prepare?.Invoke(builder);
        var kernel = builder.AddForumQA(Configure()).Build();
        _kernels.Add(kernel);
        return kernel;
    }

    public static Document Find(Kernel kernel, string documentId) => kernel.Services.GetRequiredService<IndexStore>().Documents.Find(documentId)!;
}
