using ForumQA.Ingestion;
using ForumQA.Models.Embedding;
using ForumQA.Retrieval;
using ForumQA.Storage;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Options;

namespace ForumQA.Benchmarks.Retrieval;

/// <summary>A real index over the texts of a set, in a temporary file, each text one passage.</summary>
internal sealed class BenchmarkIndex : IDisposable
{
    private readonly string _path = Path.Combine(Path.GetTempPath(), $"forumqa-benchmark-{Guid.NewGuid():N}.db");

    private readonly IEmbeddingGenerator<string, Embedding<float>> _embedder;

    /// <param name="texts">The texts.</param>
    /// <param name="embedder">Makes the vectors, of sentences too; not disposed of. Null for character grams.</param>
    public BenchmarkIndex(IReadOnlyList<RetrievalText> texts, IEmbeddingGenerator<string, Embedding<float>>? embedder = null)
    {
        _embedder = embedder ?? new CharacterGramEmbeddingGenerator();
        IsByMeaning = embedder is not null;
        Store = IndexStore.OpenOrCreate(_path);
        foreach (var document in texts.Select((text, i) => (Text: text, Number: i)).GroupBy(text => text.Text.Document))
        {
            Put(document.First().Text.Title, [.. document]);
        }

        new MeaningReader(_embedder, TimeProvider.System).RunAsync(Store, progress: null, CancellationToken.None).GetAwaiter().GetResult();
    }

    public IndexStore Store { get; }

    /// <summary>Whether it has the vectors of a model, and not of character grams.</summary>
    public bool IsByMeaning { get; }

    /// <summary>The number of the text a passage was made from.</summary>
    public static int NumberOf(Passage passage) => int.Parse(passage.Id, System.Globalization.CultureInfo.InvariantCulture);

    /// <param name="options">How passages are found.</param>
    public Retriever CreateRetriever(RetrievalOptions options) => new(Store, _embedder, Options.Create(options));

    public void Dispose()
    {
        Store.Dispose();
        IndexStore.Discard(_path);
    }

    private void Put(string title, IReadOnlyList<(RetrievalText Text, int Number)> texts)
    {
        // A title may not be empty; one without letters is searched by nothing.
        var id = $"{texts[0].Text.Document:D6}";
        var document = new Document { Id = id, Title = title.Length > 0 ? title : "-", Uri = id, Text = string.Concat(texts.Select(text => text.Text.Text)) };
        var passages = new List<Passage>();
        var start = 0;
        foreach (var (text, number) in texts)
        {
            passages.Add(new Passage { Id = $"{number}", DocumentId = id, Ordinal = passages.Count, Start = start, End = start + text.Text.Length, Text = text.Text });
            start += text.Text.Length;
        }

        Store.Writer.Put(
            document,
            new SourceStamp("benchmark", 0, DateTime.UnixEpoch),
            passages,
            !IsByMeaning ? [.. texts.Select(text => new ReadOnlyMemory<float>(CharacterGramEmbeddingGenerator.Embed($"{title}\n\n{text.Text.Text}", EmbeddingPurpose.Document)))] : [],
            EmbeddingIdentity.Of(_embedder).Name,
            DateTimeOffset.UnixEpoch);
    }
}
