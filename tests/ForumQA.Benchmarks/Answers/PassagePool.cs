using System.Collections.Concurrent;
using ForumQA.Answering.Planning;
using ForumQA.Ingestion;
using ForumQA.Models.Embedding;
using ForumQA.Retrieval;
using ForumQA.Storage;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Options;

namespace ForumQA.Benchmarks.Answers;

/// <summary>An index over paragraphs, each a passage of its article, in a temporary file.</summary>
internal sealed class PassagePool : IDisposable
{
    private static readonly SourceStamp Source = new("benchmark", 0, DateTime.UnixEpoch);

    private readonly string _path = Path.Combine(Path.GetTempPath(), $"forumqa-benchmark-{Guid.NewGuid():N}.db");
    private readonly IndexStore _store;
    private readonly ConcurrentDictionary<string, RetrievedEvidence> _retrieved = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, Passage> _passages = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _paragraphs = new(StringComparer.Ordinal);
    private readonly IEmbeddingGenerator<string, Embedding<float>> _embedder;
    private readonly Retriever _retriever;

    /// <summary>Indexes the paragraphs whose numbers are given.</summary>
    /// <param name="set">The paragraphs.</param>
    /// <param name="paragraphs">Numbers.</param>
    /// <param name="ranker">Ranks passages; null for the ranker of the library.</param>
    /// <param name="embedder">Makes the vectors, of sentences too; not disposed of. Null for character grams.</param>
    /// <param name="byMeaning">Ranks passages with meaning; null for the ranker of the library.</param>
    public PassagePool(
        QuestionSet set, IEnumerable<int> paragraphs, PassageRanker? ranker = null, IEmbeddingGenerator<string, Embedding<float>>? embedder = null, PassageRanker? byMeaning = null)
    {
        _embedder = embedder ?? new CharacterGramEmbeddingGenerator();
        IsByMeaning = embedder is not null;
        _store = IndexStore.OpenOrCreate(_path);
        foreach (var article in paragraphs.Distinct().Order().GroupBy(number => set.Paragraphs[number].Article))
        {
            var text = "";
            var passages = new List<Passage>();
            foreach (var number in article)
            {
                var id = $"{article.Key}#{number}";
                _paragraphs[id] = number;
                text += text.Length > 0 ? "\n\n" : "";
                passages.Add(new Passage
                {
                    Id = id,
                    DocumentId = article.Key,
                    Ordinal = passages.Count,
                    Start = text.Length,
                    End = text.Length + set.Paragraphs[number].Text.Length,
                    Text = set.Paragraphs[number].Text,
                });
                text += set.Paragraphs[number].Text;
            }

            var document = new Document { Id = article.Key, Title = article.Key, Uri = article.Key, Text = text };
            var vectors = embedder is null ? _embedder.GenerateAsync(passages.Select(passage => passage.Text), EmbeddingPurpose.Document.ToOptions()).GetAwaiter().GetResult() : [];
            _store.Writer.Put(
                document, Source, passages, [.. vectors.Select(vector => vector.Vector)], EmbeddingIdentity.Of(_embedder).Name, DateTimeOffset.UnixEpoch);
        }

        new MeaningReader(_embedder, TimeProvider.System).RunAsync(_store, progress: null, CancellationToken.None).GetAwaiter().GetResult();
        _retriever = new Retriever(_store, _embedder, Options.Create(new RetrievalOptions())) { Ranker = ranker, RankerByMeaning = byMeaning };
    }

    /// <summary>Whether it has the vectors of a model, and not of character grams.</summary>
    public bool IsByMeaning { get; }

    /// <summary>The number of a passage's paragraph in the set.</summary>
    public int ParagraphOf(Passage passage) => _paragraphs[passage.Id];

    /// <summary>Retrieves passages and ranks their sentences.</summary>
    /// <param name="question">The question.</param>
    /// <param name="ranker">Ranks.</param>
    /// <param name="without">A paragraph that is passed over, as if the corpus lacked it; none by default.</param>
    public SentenceRanking Rank(string question, SentenceRanker ranker, int without = -1)
    {
        var retrieved = _retrieved.GetOrAdd(question, Retrieve);
        var evidence = without < 0 ? retrieved.Evidence : [.. retrieved.Evidence.Where(found => ParagraphOf(found.Passage) != without)];
        return ranker.RankAsync(retrieved.Question, evidence, _embedder.GetService<ICloseReader>(), CancellationToken.None).GetAwaiter().GetResult();
    }

    private RetrievedEvidence Retrieve(string question)
    {
        using var snapshot = _store.OpenSnapshot();
        var retrieved = _retriever.RetrieveAsync(snapshot, _retriever.Read(snapshot, question, framing: QuestionFormReader.Read(question).Framing), filter: null, limit: null, CancellationToken.None).GetAwaiter().GetResult();

        // Each passage once in memory, however many questions find it.
        return retrieved with { Evidence = [.. retrieved.Evidence.Select(evidence => evidence with { Passage = _passages.GetOrAdd(evidence.Passage.Id, evidence.Passage) })] };
    }

    public void Dispose()
    {
        _store.Dispose();
        IndexStore.Discard(_path);
    }
}
