using System.Globalization;
using ForumQA.Models.Embedding;
using ForumQA.Retrieval;
using ForumQA.Storage;
using ForumQA.VectorData;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.VectorData;

namespace ForumQA.Tests.VectorData;

/// <summary>A real index of four documents with headings, pages and metadata, and the vector store that <c>AddForumQA</c> registers over it.</summary>
public sealed class PassageIndex : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly ServiceProvider _services;
    private readonly IEmbeddingGenerator<string, Embedding<float>> _embedder;

    public PassageIndex()
        : this(new CharacterGramEmbeddingGenerator())
    {
    }

    internal PassageIndex(
        IEmbeddingGenerator<string, Embedding<float>> embedder, IEmbeddingGenerator<string, Embedding<float>>? configured = null, int vectorCandidates = 40)
    {
        _embedder = embedder;
        _services = Compose(_folder["index.db"], configured ?? embedder, vectorCandidates);
        using (var written = IndexStore.OpenOrCreate(_folder["index.db"]))
        {
            written.Writer.Begin(_folder.Path, EmbeddingIdentity.Of(embedder).Name, "c", rebuild: false);
        }

        Put("a/17.md", "Water", new() { ["event"] = "17th Forum", ["speaker"] = "Liu Song" },
            ("Managing data is like controlling water. ", "Water", 1), ("Rice is grown in water. ", null, null), ("The minister thanked the hosts. ", "Closing", 2));
        Put("a/18.md", "Robots", new() { ["event"] = "18th Forum" },
            ("Robots work at night. ", "Robots", 2), ("It's a \"test\" of robots; DROP TABLE passages. ", null, 12));
        Put("b/18.md", "Trade", new() { ["event"] = "18th Forum", ["Speaker"] = "Wang Yi" },
            ("Trade across borders needs data. ", "Robots", null), ("Trade across borders needs water. ", "Trade", 3));
        Put("c.md", "日本", new() { ["event"] = "東京", ["date"] = "2024" },
            ("Music \U0001d11e and rice. ", "音楽", 4));
    }

    public IndexStore Store => _services.GetRequiredService<IndexStore>();

    public Retriever Retriever => _services.GetRequiredService<Retriever>();

    public ForumQAVectorStore VectorStore => (ForumQAVectorStore)_services.GetRequiredService<VectorStore>();

    public PassageCollection Passages => VectorStore.Passages;

    public static ServiceProvider Compose(string path, IEmbeddingGenerator<string, Embedding<float>> embedder, int vectorCandidates = 40) => new ServiceCollection()
        .AddSingleton(embedder)
        .AddForumQA(new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Index:Path"] = path,
            ["Retrieval:VectorCandidates"] = vectorCandidates.ToString(CultureInfo.InvariantCulture),
        }).Build())
        .BuildServiceProvider();

    public void Put(string id, string title, Dictionary<string, string> metadata, params (string Text, string? Heading, int? Page)[] passages)
    {
        var start = 0;
        var cut = passages.Select((passage, i) => new Passage
        {
            Id = $"{id}#{i}",
            DocumentId = id,
            Ordinal = i,
            Start = start,
            End = start += passage.Text.Length,
            Text = passage.Text,
            Heading = passage.Heading,
            Page = passage.Page,
        }).ToList();
        var vectors = _embedder.GenerateAsync(passages.Select(passage => passage.Text), EmbeddingPurpose.Document.ToOptions()).GetAwaiter().GetResult();
        Store.Writer.Put(
            new Document { Id = id, Title = title, Uri = $"https://example.org/{id}", Text = string.Concat(passages.Select(passage => passage.Text)), Metadata = metadata },
            new SourceStamp("hash", 0, DateTime.UnixEpoch),
            cut,
            [.. vectors.Select(vector => vector.Vector)],
            EmbeddingIdentity.Of(_embedder).Name,
            DateTimeOffset.UnixEpoch);
    }

    /// <summary>Every record, in the order of the documents.</summary>
    public List<PassageRecord> ReadAll() => ReadAll(Passages.GetAsync(record => true, 1000));

    /// <summary>All of a stream, read at once.</summary>
    public static List<T> ReadAll<T>(IAsyncEnumerable<T> results) => results.ToListAsync().AsTask().GetAwaiter().GetResult();

    public void Dispose()
    {
        _services.Dispose();
        _folder.Dispose();
    }
}
