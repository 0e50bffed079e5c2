using ForumQA.Answering;
using ForumQA.Ingestion;
using ForumQA.Models.Embedding;
using ForumQA.Retrieval;
using ForumQA.Storage;
using Microsoft.Extensions.Options;

namespace ForumQA.Tests.Answering.Planning;

/// <summary>A few documents of a test's own, indexed and asked without a language model.</summary>
internal sealed class QuotedCorpus : IAsyncDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly CharacterGramEmbeddingGenerator _embedder = new();
    private readonly IndexStore _store;
    private readonly Answerer _answerer;

    private QuotedCorpus()
    {
        _store = IndexStore.OpenOrCreate(_folder["index.db"]);
        _answerer = new Answerer(_store, new Retriever(_store, _embedder, Options.Create(new RetrievalOptions())), Options.Create(new AbstentionOptions()));
    }

    /// <summary>Indexes documents.</summary>
    /// <param name="documents">Names of files with their text.</param>
    public static async Task<QuotedCorpus> CreateAsync(params (string File, string Text)[] documents)
    {
        var corpus = new QuotedCorpus();
        Directory.CreateDirectory(corpus._folder["corpus"]);
        foreach (var (file, text) in documents)
        {
            await File.WriteAllTextAsync(Path.Combine(corpus._folder["corpus"], file), text);
        }

        var chunking = Options.Create(new ChunkingOptions());
        var indexer = new Indexer(new DocumentReaders(Options.Create(new IngestionOptions())), new Chunker(chunking), chunking, corpus._embedder, TimeProvider.System);
        await indexer.SynchronizeAsync(corpus._store, new IndexingRequest { Corpus = corpus._folder["corpus"] }, null, CancellationToken.None);
        return corpus;
    }

    /// <summary>Says one thing after the other; the answer to the last.</summary>
    public async Task<Answer> AskAsync(params string[] messages)
    {
        var turns = new List<ConversationTurn>();
        Answer? answer = null;
        foreach (var message in messages)
        {
            answer = ((AnswerCompleted)await _answerer.AnswerAsync(new AnswerRequest(message) { History = [.. turns] }, CancellationToken.None).LastAsync()).Answer;
            turns.Add(ConversationHistory.TurnOf(answer));
        }

        return answer!;
    }

    public ValueTask DisposeAsync()
    {
        _embedder.Dispose();
        _store.Dispose();
        _folder.Dispose();
        return ValueTask.CompletedTask;
    }
}
