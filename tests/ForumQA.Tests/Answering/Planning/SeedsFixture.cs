using ForumQA.Answering;
using ForumQA.Ingestion;
using ForumQA.Models.Embedding;
using ForumQA.Retrieval;
using ForumQA.Storage;
using Microsoft.Extensions.Options;

namespace ForumQA.Tests.Answering.Planning;

/// <summary>The corpus that everyone starts with, indexed once.</summary>
public class SeedsFixture : IAsyncLifetime, IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly CharacterGramEmbeddingGenerator _embedder = new();
    private IndexStore _store = null!;
    private Answerer _answerer = null!;

    /// <summary>The folder of the documents, from the root of the repository.</summary>
    protected virtual string Corpus => "seeds";

    internal Answerer Answerer => _answerer;

    internal IReadOnlyList<IndexedDocument> Documents => _store.Documents.List();

    internal IndexSnapshot OpenSnapshot() => _store.OpenSnapshot();

    public async Task InitializeAsync()
    {
        var chunking = Options.Create(new ChunkingOptions());
        _store = IndexStore.OpenOrCreate(_folder["index.db"]);
        var indexer = new Indexer(new DocumentReaders(Options.Create(new IngestionOptions())), new Chunker(chunking), chunking, _embedder, TimeProvider.System);
        await indexer.SynchronizeAsync(_store, new IndexingRequest { Corpus = Repository.Path(Corpus.Split('/')) }, null, CancellationToken.None);
        _answerer = new Answerer(_store, new Retriever(_store, _embedder, Options.Create(new RetrievalOptions())), Options.Create(new AbstentionOptions()));
    }

    public Task<Answer> AskAsync(string question, CorpusFilter? filter = null) => AskAsync(new AnswerRequest(question) { Filter = filter });

    public async Task<Answer> AskAsync(AnswerRequest request)
    {
        var last = await _answerer.AnswerAsync(request, CancellationToken.None).LastAsync();
        var answer = ((AnswerCompleted)last).Answer;

        // Whatever the kind of answer, what it quotes stands where it says.
        Assert.All(answer.Citations, citation =>
            Assert.Equal(citation.Quotation, _store.Documents.Find(citation.DocumentId)!.Text[citation.Start..citation.End]));
        return answer;
    }

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose()
    {
        _embedder.Dispose();
        _store?.Dispose();
        _folder.Dispose();
        GC.SuppressFinalize(this);
    }
}
