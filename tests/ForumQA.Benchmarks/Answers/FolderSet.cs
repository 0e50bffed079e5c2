using ForumQA.Answering;
using ForumQA.Answering.Planning;
using ForumQA.Benchmarks.Asking;
using ForumQA.Benchmarks.Learning;
using ForumQA.Benchmarks.Meaning;
using ForumQA.Evaluation.Cases;
using ForumQA.Models.Embedding;
using ForumQA.Retrieval;
using ForumQA.Storage;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Options;

namespace ForumQA.Benchmarks.Answers;

/// <summary>
/// One of our own eval sets over a folder as people keep them, whose questions are learned from beside those of encyclopedias: people who have not
/// got the document before them ask in other words than it has, which whoever writes questions to a paragraph hardly does.
/// </summary>
internal sealed class FolderSet : IDisposable
{
    private const string Root = "evals";

    /// <summary>A quotation that is longer, in UTF-16 code units, is a whole document, of which no sentence is the answer.</summary>
    private const int LongestGold = 1500;

    /// <summary>So many sentences are quoted as a rule.</summary>
    private const int Quoted = 2;

    private static readonly HashSet<string> TuneHalfOnly = ["forum", "people", "handbook", "manual"];

    /// <summary>What is asked of something else than the documents, or of several sentences at once.</summary>
    private static readonly HashSet<string> PassedOver = ["small-talk", "about-forumqa", "about-corpus", "other-language", "vague", "quotes"];

    private readonly string _path = Path.Combine(Path.GetTempPath(), $"forumqa-benchmark-{Guid.NewGuid():N}.db");
    private readonly IndexStore _store;
    private readonly Retriever _retriever;
    private readonly ICloseReader? _reader;
    private readonly Dictionary<string, RetrievedEvidence> _retrieved = new(StringComparer.Ordinal);

    /// <param name="name">An eval set: one of <see cref="LearnedTables.Folders"/> or, to measure, <see cref="LearnedTables.Unread"/>.</param>
    /// <param name="embedder">The built-in model; not disposed of.</param>
    /// <param name="passages">Ranks passages; null for the rankers of the library.</param>
    public FolderSet(string name, KeptEmbeddings embedder, (PassageRanker ByWords, PassageRanker ByMeaning)? passages)
        : this(
            Path.Combine(Root, "corpora", name) is var own && Directory.Exists(own) ? own : "seeds",
            [
                .. CaseFile.ReadAsync(LearnedTables.FileOf(name), CancellationToken.None).GetAwaiter().GetResult().Cases
                    .Where(one => one.Before is null && one.History.Count == 0 && (one.Kind is not { } kind || !PassedOver.Contains(kind)) && (!TuneHalfOnly.Contains(name) || one.Half == CaseHalf.Tune)),
            ],
            embedder,
            passages)
    {
    }

    /// <param name="corpus">A folder of documents.</param>
    /// <param name="cases">What is asked of them.</param>
    /// <param name="embedder">The built-in model; not disposed of.</param>
    /// <param name="passages">Ranks passages; null for the rankers of the library.</param>
    public FolderSet(string corpus, IReadOnlyList<EvalCase> cases, KeptEmbeddings embedder, (PassageRanker ByWords, PassageRanker ByMeaning)? passages)
    {
        (Corpus, Cases) = (corpus, cases);
        _store = IndexStore.OpenOrCreate(_path);
        CorpusIndexing.SynchronizeAsync(_store, Corpus, embedder).GetAwaiter().GetResult();
        _reader = embedder.GetService<ICloseReader>();
        _retriever = new Retriever(_store, embedder, Options.Create(new RetrievalOptions())) { Ranker = passages?.ByWords, RankerByMeaning = passages?.ByMeaning };
        using var snapshot = _store.OpenSnapshot();
        Gold = Cases.ToDictionary(one => one.Id, one => GoldEvidence.Locate(one.Citations, id => snapshot.Documents.Find(id)?.Text, _ => { }).Items, StringComparer.Ordinal);
    }

    /// <summary>The folder that is asked.</summary>
    public string Corpus { get; }

    /// <summary>The questions that stand by themselves.</summary>
    public IReadOnlyList<EvalCase> Cases { get; }

    private Dictionary<string, IReadOnlyList<GoldItem>> Gold { get; }

    /// <summary>Whether a sentence or passage holds what a case is to cite.</summary>
    public bool IsGold(EvalCase one, string documentId, int start, int end) => Gold[one.Id].Any(item => one.Citations.Count > 0 && item.Spans.Sum(span => span.Length) < LongestGold && item.IsCarriedBy(documentId, start, end));

    /// <inheritdoc cref="IsGold(EvalCase, string, int, int)"/>
    public bool IsGold(EvalCase one, SentenceCandidate sentence) => IsGold(one, sentence.Passage.Evidence.Passage.DocumentId, sentence.Sentence.Start, sentence.Sentence.End);

    /// <summary>Whether the evidence of a case can be told from the rest of its document.</summary>
    public bool HasGold(EvalCase one) => Gold[one.Id].Any(item => item.Spans.Sum(span => span.Length) < LongestGold);

    /// <summary>Whether one of the sentences that would be quoted is evidence.</summary>
    public bool IsFound(EvalCase one, SentenceRanker ranker) =>
        Rank(one.Question, ranker).Sentences.Take(Quoted).Any(sentence => IsGold(one, sentence));

    /// <summary>Retrieves passages for a question, of this set or of another, and ranks their sentences.</summary>
    /// <param name="question">The question.</param>
    /// <param name="ranker">Ranks.</param>
    /// <param name="without">A case whose evidence is passed over, as if the folder lacked it; null for none.</param>
    public SentenceRanking Rank(string question, SentenceRanker ranker, EvalCase? without = null)
    {
        if (!_retrieved.TryGetValue(question, out var retrieved))
        {
            using var snapshot = _store.OpenSnapshot();
            var framing = QuestionFormReader.Read(question, word => snapshot.Words.CountPassagesWith([word.Stem]).Count > 0).Framing;
            _retrieved[question] = retrieved = _retriever.RetrieveAsync(snapshot, _retriever.Read(snapshot, question, framing: framing), filter: null, limit: null, CancellationToken.None).GetAwaiter().GetResult();
        }

        var evidence = without is null ? retrieved.Evidence
            : [.. retrieved.Evidence.Where(found => !IsGold(without, found.Passage.DocumentId, found.Passage.Start, found.Passage.End))];
        return ranker.RankAsync(retrieved.Question, evidence, _reader, CancellationToken.None).GetAwaiter().GetResult();
    }

    /// <summary>What sentences are learned from: the features of those found for each question that has a right one among them.</summary>
    /// <param name="ranker">Finds them; where it reads closely, those that it reads.</param>
    public IReadOnlyList<(float[][] Rows, bool[] IsGood)> ReadGroups(SentenceRanker ranker) =>
    [
        .. Cases.Select(one => (Case: one, Ranking: Rank(one.Question, ranker))).Where(item => item.Ranking.IsByMeaning)
            .Select(item => (
                item.Ranking.ToLearnFrom().Select(sentence => sentence.Features.Select(value => (float)value).ToArray()).ToArray(),
                item.Ranking.ToLearnFrom().Select(sentence => IsGold(item.Case, sentence)).ToArray()))
            .Where(group => group.Item2.Contains(true)),
    ];

    /// <summary>The features by which it is told whether a question is answered; null when nothing was compared by meaning.</summary>
    public float[]? Read(string question, SentenceRanker ranker, EvalCase? without = null) =>
        Rank(question, ranker, without) is { IsByMeaning: true } ranking ? AnswerabilityFeatureReader.Read(ranking)?.Select(value => (float)value).ToArray() : null;

    public void Dispose()
    {
        _store.Dispose();
        IndexStore.Discard(_path);
    }
}
