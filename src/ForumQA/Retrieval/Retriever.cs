using ForumQA.Models.Embedding;
using ForumQA.Storage;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Options;

namespace ForumQA.Retrieval;

/// <summary>Finds the passages of an index that speak of a question. Safe for use by many threads.</summary>
/// <remarks>
/// Full text and vectors each propose passages; all of them are then compared with the question word by word and letter by letter
/// (<see cref="PassageFeature"/>), and the vectors add what their model's weight allows. Equal input gives equal output.
/// </remarks>
public sealed class Retriever
{
    /// <summary>In an index of so many passages, not every passage with any of the words is scored; of those that a filter leaves, words that stand in more than a tenth propose none when rarer ones do.</summary>
    private const int LargeIndex = 5000;

    private const int EnoughRareTerms = 3;

    /// <summary>How many of the best are compared with each other for repetition.</summary>
    private const int ComparedForRepetition = 30;

    private readonly IndexStore _store;
    private readonly IEmbeddingGenerator<string, Embedding<float>> _embedder;
    private readonly RetrievalOptions _options;
    private readonly Lazy<QuestionAnalyzer> _analyzer;
    private readonly string _model;
    private readonly double _vectorWeight;
    private readonly KnownModel? _known;
    private readonly ICloseReader? _reader;

    /// <summary>Creates a retriever.</summary>
    /// <param name="store">The index.</param>
    /// <param name="embedder">The model that made its vectors.</param>
    /// <param name="options">The options.</param>
    public Retriever(IndexStore store, IEmbeddingGenerator<string, Embedding<float>> embedder, IOptions<RetrievalOptions> options)
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(embedder);
        ArgumentNullException.ThrowIfNull(options);
        _store = store;
        _embedder = embedder;
        _options = options.Value;
        _model = EmbeddingIdentity.Of(embedder).Name;
        _vectorWeight = VectorWeight.Of(embedder).Value;
        _known = embedder.GetService(typeof(KnownModel)) as KnownModel;
        _reader = embedder.GetService(typeof(ICloseReader)) as ICloseReader;
        _analyzer = new Lazy<QuestionAnalyzer>(() => new QuestionAnalyzer(
            _options.Synonyms is { } path ? SynonymMap.ReadFile(path) : SynonymMap.Default, _options.CorrectSpelling, _known?.IsWord));
    }

    /// <summary>The model that made the index's vectors.</summary>
    internal IEmbeddingGenerator<string, Embedding<float>> Embedder => _embedder;

    /// <summary>What ranks passages by their features; null for the ranker of the library.</summary>
    internal PassageRanker? Ranker { get; init; }

    /// <summary>What ranks them where the model's cosines are known; null for the ranker of the library.</summary>
    internal PassageRanker? RankerByMeaning { get; init; }

    /// <summary>Finds the passages for a question among all documents, best first, at most <see cref="RetrievalOptions.Limit"/>.</summary>
    /// <inheritdoc cref="RetrieveAsync(string, CorpusFilter, int?, CancellationToken)"/>
    public Task<IReadOnlyList<Evidence>> RetrieveAsync(string question, CancellationToken cancellationToken) =>
        RetrieveAsync(question, filter: null, limit: null, cancellationToken);

    /// <summary>Finds the passages for a question, best first.</summary>
    /// <param name="question">The question; not blank.</param>
    /// <param name="filter">Which documents are searched; null for all.</param>
    /// <param name="limit">Passages given back at most, 1 to 200; null for <see cref="RetrievalOptions.Limit"/>.</param>
    /// <param name="cancellationToken">Stops the search.</param>
    /// <exception cref="IndexException">The index cannot be read, or another model made its vectors.</exception>
    /// <exception cref="EmbeddingException">The embedding service fails.</exception>
    /// <exception cref="ForumQAException">The filter names a document that is not in the index.</exception>
    public async Task<IReadOnlyList<Evidence>> RetrieveAsync(string question, CorpusFilter? filter, int? limit, CancellationToken cancellationToken)
    {
        using var snapshot = _store.OpenSnapshot();
        var retrieved = await RetrieveAsync(snapshot, Read(snapshot, question), filter, limit, cancellationToken).ConfigureAwait(false);
        return (await RankSentencesAsync(retrieved, cancellationToken).ConfigureAwait(false)).Evidence;
    }

    /// <summary>Ranks the sentences of what was found.</summary>
    /// <param name="retrieved">What was found.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    internal Task<SentenceRanking> RankSentencesAsync(RetrievedEvidence retrieved, CancellationToken cancellationToken) =>
        SentenceRanker.Default.RankAsync(retrieved.Question, retrieved.Evidence, _reader, cancellationToken);

    /// <summary>Reads a question for one state of the index.</summary>
    /// <param name="snapshot">The state.</param>
    /// <param name="text">The question; not blank.</param>
    /// <param name="ownLength">How much of it was asked; what follows was carried over from the conversation and weighs half. By default all.</param>
    /// <param name="framing">The words that put the question; null to search for all.</param>
    internal Question Read(IndexSnapshot snapshot, string text, int ownLength = int.MaxValue, Framing? framing = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(text);
        return _analyzer.Value.Analyze(text, ownLength, snapshot, framing);
    }

    /// <summary>Finds the passages for a question in the state of the index that it was read for.</summary>
    /// <param name="snapshot">The state.</param>
    /// <param name="question">The question.</param>
    /// <param name="filter">Which documents are searched; null for all.</param>
    /// <param name="limit">Passages given back at most, 1 to 200; null for <see cref="RetrievalOptions.Limit"/>.</param>
    /// <param name="cancellationToken">Stops the search.</param>
    internal async Task<RetrievedEvidence> RetrieveAsync(
        IndexSnapshot snapshot, Question question, CorpusFilter? filter, int? limit, CancellationToken cancellationToken)
    {
        var count = limit ?? _options.Limit;
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1, nameof(limit));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, RetrievalOptions.HighestLimit, nameof(limit));
        var candidates = await ProposeAsync(snapshot, question, filter, count, cancellationToken).ConfigureAwait(false);
        return new RetrievedEvidence(question, Rank(candidates, count)) { Vector = candidates.Vector };
    }

    /// <summary>The same among any passages.</summary>
    /// <param name="snapshot">The state.</param>
    /// <param name="question">The question.</param>
    /// <param name="embed">Gives what the passages' vectors are compared with, of the index's model; null for the question's own vector.</param>
    /// <param name="within">The passages that are searched; null for all.</param>
    /// <param name="limit">Passages given back at most.</param>
    /// <param name="cancellationToken">Stops the search.</param>
    internal async Task<IReadOnlyList<Evidence>> RetrieveAsync(
        IndexSnapshot snapshot, Question question, Func<CancellationToken, Task<ReadOnlyMemory<float>>>? embed, PassageSubset? within, int limit, CancellationToken cancellationToken) =>
        Rank(await ProposeAsync(snapshot, question, embed, within, limit, cancellationToken).ConfigureAwait(false), limit);

    /// <summary>What both legs propose for a question, with the features to rank it by; in no order.</summary>
    internal Task<CandidateSet> ProposeAsync(
        IndexSnapshot snapshot, Question question, CorpusFilter? filter, int limit, CancellationToken cancellationToken) =>
        ProposeAsync(snapshot, question, embed: null, CorpusFilterReader.Read(snapshot, filter), limit, cancellationToken);

    private async Task<CandidateSet> ProposeAsync(
        IndexSnapshot snapshot, Question question, Func<CancellationToken, Task<ReadOnlyMemory<float>>>? embed, PassageSubset? within, int limit, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var scores = new CandidateScores(SearchWords(snapshot, question, Math.Max(_options.WordCandidates, limit), within));
        var vector = await SearchVectorsAsync(snapshot, embed, question, scores, limit, within, cancellationToken).ConfigureAwait(false);
        var passages = snapshot.Passages.Load(scores.Rows).Select(stored => new CandidatePassage(stored)).ToList();
        var features = PassageFeatureReader.Read(question, passages);

        // The language of a passage is told more surely than that of a question.
        var isUnderstood = _known is null || passages.Count == 0 || QuestionLanguage.IsUnderstood(passages[0].Stored.Passage.Text, _known);
        var sentences = isUnderstood && embed is null && !vector.IsEmpty && CanRankByMeaning(question) ? snapshot.Sentences.Score(vector.Span, scores.Rows) : null;
        if (sentences is { Count: > 0 })
        {
            var rows = passages.ConvertAll(passage => passage.Stored.Row);
            PassageMeaningReader.Read(features, rows.ConvertAll(scores.ProductOf), rows.ConvertAll(row => sentences.GetValueOrDefault(row) ?? []));
        }

        return new CandidateSet(passages, features, scores)
        {
            Vector = vector,
            VectorWeight = _options.VectorWeight ?? (isUnderstood ? _vectorWeight : 0),
            Sentences = sentences is { Count: > 0 } ? sentences : null,
        };
    }

    /// <summary>Whether cosines mean what was learned: a question of nothing but carried words says too little, and a weight that the user has set is for the passages' vectors alone.</summary>
    private bool CanRankByMeaning(Question question) =>
        _known is not null && _options.VectorWeight is null
        && question.Terms.Any(term => !term.IsCarried)
        && QuestionLanguage.IsUnderstood(question, _known);

    private static IReadOnlyList<ScoredRow> SearchWords(IndexSnapshot snapshot, Question question, int limit, PassageSubset? within)
    {
        var frequencies = new TermFrequencies(snapshot);
        var stems = question.Searched.Terms.SelectMany(term => term.Stems).Select(stem => stem.Stem).ToList();
        if (frequencies.PassageCount > LargeIndex && within is null)
        {
            return snapshot.Words.SearchBounded(stems, frequencies.PassageCount, limit);
        }

        if (frequencies.PassageCount > LargeIndex)
        {
            frequencies.Load(stems);
            var rare = stems.Where(stem => frequencies.CountOf(stem) * 10 < frequencies.PassageCount).ToList();
            if (rare.Count >= EnoughRareTerms)
            {
                // Words that are rare in the index may be missing from the few documents that a filter leaves.
                var found = snapshot.Words.Search(rare, limit, within);
                return found.Count == limit ? found : snapshot.Words.Search(stems, limit, within);
            }
        }

        return snapshot.Words.Search(stems, limit, within);
    }

    private async Task<ReadOnlyMemory<float>> SearchVectorsAsync(
        IndexSnapshot snapshot,
        Func<CancellationToken, Task<ReadOnlyMemory<float>>>? embed,
        Question question,
        CandidateScores candidates,
        int limit,
        PassageSubset? within,
        CancellationToken cancellationToken)
    {
        if (_options.VectorCandidates == 0)
        {
            return default;
        }

        var vector = await (embed?.Invoke(cancellationToken) ?? EmbedAsync(snapshot, question, cancellationToken)).ConfigureAwait(false);
        candidates.AddVectors(snapshot.Vectors.Search(vector.Span, Math.Max(_options.VectorCandidates, limit), within));
        candidates.SetVectorScores(snapshot.Vectors.Score(vector.Span, candidates.Rows));
        return vector;
    }

    private async Task<ReadOnlyMemory<float>> EmbedAsync(IndexSnapshot snapshot, Question question, CancellationToken cancellationToken)
    {
        snapshot.RequireModel(_model);
        var embeddings = await _embedder.GenerateAsync([question.CorrectedText], EmbeddingPurpose.Query.ToOptions(), cancellationToken).ConfigureAwait(false);
        return embeddings[0].Vector;
    }

    private List<Evidence> Rank(CandidateSet candidates, int limit)
    {
        var (passages, features, legs) = candidates;
        var scores = new Dictionary<long, (double ByWords, double Score)>();
        for (var i = 0; i < passages.Count; i++)
        {
            var row = passages[i].Stored.Row;
            var words = (Ranker ?? PassageRanker.Default).Score(features[i]);
            scores[row] = (words, candidates.Sentences is null ? words + (candidates.VectorWeight * legs.VectorScoreOf(row)) : (RankerByMeaning ?? PassageRanker.ByMeaning).Score(features[i]));
        }

        var ranked = passages

            // A tie goes to the order of the documents, which does not depend on when they were indexed.
            .OrderByDescending(passage => scores[passage.Stored.Row].Score)
            .ThenBy(passage => passage.Stored.Passage.DocumentId, StringComparer.Ordinal)
            .ThenBy(passage => passage.Stored.Passage.Ordinal)
            .Take(Math.Max(ComparedForRepetition, limit))
            .ToList();
        return
        [
            .. NearDuplicates.MoveBack(ranked).Take(limit).Select(passage => new Evidence
            {
                Passage = passage.Stored.Passage,
                DocumentTitle = passage.Stored.DocumentTitle,
                DocumentUri = passage.Stored.DocumentUri,
                Score = scores[passage.Stored.Row].Score,
                ScoreByWords = candidates.Sentences is null ? null : scores[passage.Stored.Row].ByWords,
                SentenceScores = candidates.Sentences?.GetValueOrDefault(passage.Stored.Row, []),
                LexicalScore = legs.WordScoreOf(passage.Stored.Row),
                VectorScore = legs.VectorScoreOf(passage.Stored.Row),
                VectorProduct = legs.ProductOf(passage.Stored.Row),
            }),
        ];
    }
}
