using ForumQA.Models.Embedding;

namespace ForumQA.Retrieval;

/// <summary>Ranks the sentences of retrieved passages by how likely each is to hold the answer.</summary>
/// <remarks>Linear models, learned as a list-wise softmax on SQuAD 2.0 with <c>ForumQA.Benchmarks learn</c>; see <see cref="SentenceFeature"/>.</remarks>
/// <param name="words">Ranks by words.</param>
/// <param name="meaning">Ranks where passages were ranked by meaning too.</param>
/// <param name="closely">Ranks the best of those once more when they are read closely; null to leave them as they are.</param>
/// <param name="tokens">How much each word of the question counts then; null for all alike.</param>
internal sealed class SentenceRanker(
    LinearModel<SentenceFeature> words, LinearModel<SentenceFeature> meaning, LinearModel<SentenceFeature>? closely = null, TokenWeights? tokens = null)
{
    /// <summary>Passages beyond these do not take part.</summary>
    public const int PassageLimit = 20;

    /// <summary>Sentences that are read closely: of the first twenty the reader finds hardly more than of these (docs/decisions/0028).</summary>
    public const int ReadClosely = 8;

    private static readonly Lazy<SentenceRanker> BuiltIn = new(() => new SentenceRanker(
        LinearModel<SentenceFeature>.ReadBuiltIn("Retrieval.sentence-ranker.tsv"),
        LinearModel<SentenceFeature>.ReadBuiltIn("Retrieval.sentence-meaning.tsv"),
        LinearModel<SentenceFeature>.ReadBuiltIn("Retrieval.sentence-closely.tsv"),
        TokenWeights.Default));

    /// <summary>The ranker of the library.</summary>
    public static SentenceRanker Default => BuiltIn.Value;

    /// <summary>Ranks the sentences of the best passages and, where meaning takes part and somebody reads, the first of them once more.</summary>
    /// <param name="question">The question.</param>
    /// <param name="evidence">The passages, best first.</param>
    /// <param name="reader">Reads; null for nobody.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public async Task<SentenceRanking> RankAsync(Question question, IReadOnlyList<Evidence> evidence, ICloseReader? reader, CancellationToken cancellationToken)
    {
        var ranking = Rank(question, evidence);
        if (closely is null || reader is null || !ranking.IsByMeaning || ranking.Sentences.Count == 0)
        {
            return ranking;
        }

        var first = ranking.Sentences.Take(ReadClosely).ToList();
        var reading = await reader.ReadAsync(question.CorrectedText, first.ConvertAll(InContext), cancellationToken).ConfigureAwait(false);
        if (reading.Tokens.Count == 0)
        {
            return ranking;
        }

        var weights = tokens?.Of(reading.Tokens) ?? [.. reading.Tokens.Select(_ => 1.0 / reading.Tokens.Count)];
        var read = first.Zip(reading.Nearness, (candidate, words) => candidate.Read(new WordNearness(words, weights), closely)).OrderByDescending(candidate => candidate.Score).ToList();

        // The others stay behind, as far from each other as they were.
        var rest = ranking.Sentences.Skip(ReadClosely).ToList();
        var behind = rest.Count == 0 ? 0 : read[^1].Score - rest[0].Score;
        return new SentenceRanking(question, ranking.Matcher, evidence, ranking.Passages, [.. read, .. rest.Select(candidate => candidate with { Score = candidate.Score + behind })])
        {
            QuestionTokens = reading.Tokens,
        };
    }

    private static SentenceInContext InContext(SentenceCandidate candidate)
    {
        var evidence = candidate.Passage.Evidence;
        IEnumerable<string?> before = [evidence.DocumentTitle, evidence.Passage.Heading, candidate.Place > 0 ? candidate.Passage.Sentences[candidate.Place - 1].Text : null];
        return new SentenceInContext(string.Join('\n', before.Where(text => text is not null)), candidate.Sentence.Text);
    }

    /// <summary>Ranks the sentences of the best passages.</summary>
    /// <param name="question">The question.</param>
    /// <param name="evidence">The passages, best first.</param>
    public SentenceRanking Rank(Question question, IReadOnlyList<Evidence> evidence)
    {
        ArgumentNullException.ThrowIfNull(question);
        ArgumentNullException.ThrowIfNull(evidence);
        var matcher = new TermMatcher(question);
        var reader = new SentenceFeatureReader(question, matcher, evidence);
        var model = evidence.Any(found => found.SentenceScores is not null) ? meaning : words;
        var passages = evidence.Take(PassageLimit)
            .Select(e => PassageProfile.Create(e, question, matcher))
            .Where(passage => passage.Sentences.Count > 0)
            .ToList();
        var sentences = passages
            .SelectMany(passage => reader.Read(passage).Select((features, i) => new SentenceCandidate(passage, i, features, model.Score(features))))
            .OrderByDescending(candidate => candidate.Score)

            // A tie goes to the passage retrieved first, then to the order of the text: the same question always gets the same answer.
            .ThenBy(candidate => passages.IndexOf(candidate.Passage))
            .ThenBy(candidate => candidate.Place)

            // Passages overlap by whole sentences: the same sentence counts once, where it scores best.
            .DistinctBy(candidate => (candidate.Passage.Evidence.Passage.DocumentId, candidate.Sentence.Start))
            .ToList();
        return new SentenceRanking(question, matcher, evidence, passages, sentences);
    }
}

/// <summary>A sentence with its features and its score.</summary>
/// <param name="Passage">The passage it stands in.</param>
/// <param name="Place">Its place among the passage's sentences, from 0.</param>
/// <param name="Features">By <see cref="SentenceFeature"/>.</param>
/// <param name="Score">Higher is better, comparable only within one question.</param>
internal sealed record SentenceCandidate(PassageProfile Passage, int Place, double[] Features, double Score)
{
    public SentenceProfile Sentence => Passage.Sentences[Place];

    /// <summary>How near it comes to each word of the question; null when it was not read closely.</summary>
    public WordNearness? Nearness { get; private init; }

    public double this[SentenceFeature feature] => Features[(int)feature];

    /// <summary>The same, read closely.</summary>
    /// <param name="nearness">How near it comes to each word of the question.</param>
    /// <param name="model">Scores what was read.</param>
    public SentenceCandidate Read(WordNearness nearness, LinearModel<SentenceFeature> model)
    {
        var features = Features.ToArray();
        features[(int)SentenceFeature.Closeness] = nearness.Mean;
        features[(int)SentenceFeature.FarthestWords] = nearness.FarthestThird;
        return this with { Features = features, Nearness = nearness, Score = model.Score(features) };
    }
}

/// <summary>The sentences found for a question, best first, with what they were ranked by.</summary>
internal sealed class SentenceRanking(
    Question question,
    TermMatcher matcher,
    IReadOnlyList<Evidence> evidence,
    IReadOnlyList<PassageProfile> passages,
    IReadOnlyList<SentenceCandidate> sentences)
{
    public Question Question { get; } = question;

    public TermMatcher Matcher { get; } = matcher;

    /// <summary>Whether meaning ranked them too, and not words alone.</summary>
    public bool IsByMeaning { get; } = evidence.Any(found => found.SentenceScores is not null);

    /// <summary>The question's words as the model that read closely means them; empty when nothing was read.</summary>
    public IReadOnlyList<float[]> QuestionTokens { get; init; } = [];

    /// <summary>The passages in the order of retrieval.</summary>
    public IReadOnlyList<PassageProfile> Passages { get; } = passages;

    /// <summary>Best first.</summary>
    public IReadOnlyList<SentenceCandidate> Sentences { get; } = sentences;

    /// <summary>The evidence with each passage's sentences, best first.</summary>
    public IReadOnlyList<Evidence> Evidence { get; } =
    [
        .. evidence.Select(e => e with
        {
            Sentences =
            [
                .. sentences.Where(candidate => candidate.Passage.Evidence.Passage.Id == e.Passage.Id)
                    .Select(candidate => new RankedSentence(candidate.Sentence.Start, candidate.Sentence.End, candidate.Sentence.Text, candidate.Score)),
            ],
        }),
    ];
}
