using ForumQA.Answering;
using ForumQA.Embedding;
using ForumQA.Ingestion;
using ForumQA.Retrieval;
using ForumQA.Storage;
using Microsoft.Extensions.Options;

namespace ForumQA.Tests.Answering.Conversation;

/// <summary>Conversations over <c>seeds/</c> with the real answerer; the index is made once.</summary>
public sealed class SeedConversation : IAsyncLifetime, IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly CharacterGramEmbeddingGenerator _embedder = new();
    private IndexStore _store = null!;
    private Answerer _answerer = null!;

    public async Task InitializeAsync()
    {
        var chunking = Options.Create(new ChunkingOptions());
        _store = IndexStore.OpenOrCreate(_folder["index.db"]);
        var indexer = new Indexer(new DocumentReaders(Options.Create(new IngestionOptions())), new Chunker(chunking), chunking, _embedder, TimeProvider.System);
        await indexer.SynchronizeAsync(_store, new IndexingRequest { Corpus = Repository.Path("seeds") }, null, CancellationToken.None);
        _answerer = new Answerer(_store, new Retriever(_store, _embedder, Options.Create(new RetrievalOptions())), Options.Create(new AbstentionOptions()));
    }

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose()
    {
        _embedder.Dispose();
        _store.Dispose();
        _folder.Dispose();
    }

    internal IReadOnlyList<IndexedDocument> Documents => _store.Documents.List();

    internal IndexSnapshot OpenSnapshot() => _store.OpenSnapshot();

    /// <summary>Says one thing after the other.</summary>
    internal async Task<IReadOnlyList<HeardAnswer>> SayAsync(params string[] messages)
    {
        var heard = new List<HeardAnswer>();
        var turns = new List<ConversationTurn>();
        foreach (var message in messages)
        {
            var updates = await _answerer.AnswerAsync(new AnswerRequest(message) { History = [.. turns] }, CancellationToken.None).ToListAsync();
            var answer = ((AnswerCompleted)updates[^1]).Answer;
            heard.Add(new HeardAnswer(((EvidenceFound)updates[0]).StandaloneQuestion, answer, updates));
            turns.Add(ConversationHistory.TurnOf(answer));
        }

        return heard;
    }
}

/// <summary>An answer with what was searched for.</summary>
internal sealed record HeardAnswer(string Searched, Answer Answer, IReadOnlyList<AnswerUpdate> Updates)
{
    public string Text => string.Join(' ', Answer.Sentences.Select(sentence => sentence.Text));
}
