using ForumQA.Ingestion;
using ForumQA.Storage;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.SemanticKernel;

namespace ForumQA.SemanticKernel.Tests;

/// <summary>A real index over <c>seeds/</c> in a folder of its own, and Kernels that answer from it.</summary>
public sealed class SeedIndex : IAsyncLifetime
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("forumqa-kernel-");
    private readonly List<Kernel> _kernels = [];

    public async Task InitializeAsync()
    {
        await using var services = new ServiceCollection().AddForumQA(Configure([])).BuildServiceProvider();
        using var store = IndexStore.OpenOrCreate(Path.Combine(_folder.FullName, "index.db"));
        await services.GetRequiredService<Indexer>().SynchronizeAsync(store, new IndexingRequest { Corpus = Seeds() }, null, CancellationToken.None);
    }

    public Task DisposeAsync()
    {
        foreach (var kernel in _kernels)
        {
            (kernel.Services as IDisposable)?.Dispose();
        }

        _folder.Delete(recursive: true);
        return Task.CompletedTask;
    }

    /// <summary>The configuration with this corpus and index, and with other values besides.</summary>
    public IConfiguration Configure(params IEnumerable<KeyValuePair<string, string?>> more) => new ConfigurationBuilder().AddInMemoryCollection(
    [
        KeyValuePair.Create<string, string?>("Corpus:Path", Seeds()),
        KeyValuePair.Create<string, string?>("Index:Path", Path.Combine(_folder.FullName, "index.db")),
        .. more,
    ]).Build();

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

    private static string Seeds()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "ForumQA.sln")))
            {
                return Path.Combine(folder.FullName, "seeds");
            }
        }

        throw new InvalidOperationException("The tests run outside the repository.");
    }
}
