using ForumQA.Answering;
using ForumQA.Ingestion;
using ForumQA.Storage;
using ForumQA.Tests.Models;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace ForumQA.Tests.Answering.Generation;

/// <summary>A small corpus, its index, the library composed as shells do, and a scripted model over HTTP.</summary>
internal sealed class ModelCorpus : IAsyncDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly Dictionary<string, string?> _settings;
    private readonly Lazy<ServiceProvider> _services;

    private ModelCorpus(ScriptedModelServer server, TimeProvider time, IEnumerable<(string Key, string Value)> settings)
    {
        Server = server;
        Write("harbour.md", """
            # The harbour of Lindale

            Ada Quill opened the new harbour of Lindale on 4 May 1921. The harbour has three docks, and one of them is dry.

            ## Lighthouse

            The lighthouse of Lindale is 42 metres high. Its keeper in 1930 was Tom Birch.
            """);
        Write("bakery.md", """
            # The bakery

            The bakery in Market Street sells rye bread on Tuesdays. Its oven was built by Rosa Klein in 1888.
            """);
        _settings = new Dictionary<string, string?>
        {
            ["Corpus:Path"] = _folder["corpus"],
            ["Index:Path"] = _folder["index.db"],
            ["Chat:Endpoint"] = server.Endpoint.ToString(),
            ["Chat:Model"] = "model-1",
            ["Chat:Retries"] = "0",
        };
        foreach (var (key, value) in settings)
        {
            _settings[key] = value;
        }

        _services = new Lazy<ServiceProvider>(() => new ServiceCollection().AddSingleton(time)
            .AddForumQA(new ConfigurationBuilder().AddInMemoryCollection(_settings).Build()).BuildServiceProvider());
    }

    public ScriptedModelServer Server { get; }

    public Answerer Answerer => Get<Answerer>();

    public string IndexFile => _folder["index.db"];

    /// <summary>A corpus that is indexed already.</summary>
    public static Task<ModelCorpus> CreateAsync(params (string Key, string Value)[] settings) => CreateAsync(TimeProvider.System, settings);

    /// <summary>The same, waiting for the model by a clock of the test's own.</summary>
    public static async Task<ModelCorpus> CreateAsync(TimeProvider time, params (string Key, string Value)[] settings)
    {
        var corpus = new ModelCorpus(await ScriptedModelServer.StartAsync(), time, settings);
        await corpus.IndexAsync();
        return corpus;
    }

    public T Get<T>()
        where T : notnull => _services.Value.GetRequiredService<T>();

    public string Write(string name, string text) => _folder.Write(Path.Combine("corpus", name), text);

    public async Task IndexAsync()
    {
        using var store = IndexStore.OpenOrCreate(IndexFile);
        var request = new IndexingRequest { Corpus = Get<IOptions<CorpusOptions>>().Value.FullPath };
        await Get<Indexer>().SynchronizeAsync(store, request, null, CancellationToken.None);
    }

    public Task<Answer> AskAsync(string question, params ConversationTurn[] history) => AskAsync(new AnswerRequest(question) { History = history });

    public async Task<Answer> AskAsync(AnswerRequest request) => ((AnswerCompleted)(await UpdatesAsync(request))[^1]).Answer;

    public async Task<List<AnswerUpdate>> UpdatesAsync(AnswerRequest request) =>
        await Answerer.AnswerAsync(request, CancellationToken.None).ToListAsync();

    public async ValueTask DisposeAsync()
    {
        if (_services.IsValueCreated)
        {
            await _services.Value.DisposeAsync();
        }

        await Server.DisposeAsync();
        _folder.Dispose();
    }
}
