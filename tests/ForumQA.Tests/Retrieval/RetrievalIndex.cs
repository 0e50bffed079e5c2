using ForumQA.Ingestion;
using ForumQA.Models.Embedding;
using ForumQA.Retrieval;
using ForumQA.Storage;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Options;

namespace ForumQA.Tests.Retrieval;

/// <summary>A real index in a folder of its own, filled with texts that are one passage each.</summary>
internal sealed class RetrievalIndex : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly IEmbeddingGenerator<string, Embedding<float>> _embedder;

    /// <summary>Makes an index of texts; their documents are called 0, 1, ... and have no title to speak of.</summary>
    public RetrievalIndex(params string[] texts)
        : this(new CharacterGramEmbeddingGenerator(), texts)
    {
    }

    public RetrievalIndex(IEmbeddingGenerator<string, Embedding<float>> embedder, params string[] texts)
    {
        _embedder = embedder;
        Store = IndexStore.OpenOrCreate(_folder["index.db"]);
        for (var i = 0; i < texts.Length; i++)
        {
            Put($"{i}", "-", texts[i]);
        }
    }

    public IndexStore Store { get; }

    public void Put(string id, string title, params string[] passages) => Put(id, title, new Dictionary<string, string>(), passages);

    public void Put(string id, string title, IReadOnlyDictionary<string, string> metadata, params string[] passages)
    {
        var text = string.Concat(passages);
        var start = 0;
        var cut = passages.Select((passage, i) => new Passage
        {
            Id = $"{id}#{i}",
            DocumentId = id,
            Ordinal = i,
            Start = start,
            End = start += passage.Length,
            Text = passage,
        }).ToList();
        var readsSentences = _embedder.GetService(typeof(InProcess)) is not null;
        var vectors = readsSentences ? [] : _embedder.GenerateAsync(passages, EmbeddingPurpose.Document.ToOptions()).GetAwaiter().GetResult();
        Store.Writer.Put(
            new Document { Id = id, Title = title, Uri = id, Text = text, Metadata = metadata },
            new SourceStamp("hash", 0, DateTime.UnixEpoch),
            cut,
            [.. vectors.Select(vector => vector.Vector)],
            EmbeddingIdentity.Of(_embedder).Name,
            DateTimeOffset.UnixEpoch);
        if (readsSentences)
        {
            new MeaningReader(_embedder, TimeProvider.System).RunAsync(Store, progress: null, CancellationToken.None).GetAwaiter().GetResult();
        }
    }

    public async Task<IReadOnlyList<Evidence>> SearchAsync(
        string question, RetrievalOptions? options = null, CorpusFilter? filter = null, int? limit = null) =>
        await new Retriever(Store, _embedder, Options.Create(options ?? new RetrievalOptions())).RetrieveAsync(question, filter, limit, CancellationToken.None);

    /// <summary>The ids of the documents found, best first.</summary>
    public async Task<IEnumerable<string>> FindAsync(string question, RetrievalOptions? options = null) =>
        (await SearchAsync(question, options)).Select(evidence => evidence.Passage.DocumentId);

    public Question Analyze(string question, Func<string, bool>? isWord = null)
    {
        using var snapshot = Store.OpenSnapshot();
        return new QuestionAnalyzer(SynonymMap.Default, correctSpelling: true, isWord).Analyze(question, question.Length, snapshot);
    }

    public void Dispose()
    {
        Store.Dispose();
        _folder.Dispose();
    }
}
