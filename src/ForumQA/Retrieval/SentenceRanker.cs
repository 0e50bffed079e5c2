namespace ForumQA.Retrieval;

/// <summary>Ranks the sentences of retrieved passages by how likely each is to hold the answer.</summary>
/// <remarks>Linear models, learned as a list-wise softmax on SQuAD 2.0 with <c>ForumQA.Benchmarks learn</c>; see <see cref="SentenceFeature"/>.</remarks>
/// <param name="words">Ranks by words.</param>
/// <param name="meaning">Ranks where passages were ranked by meaning too.</param>
internal sealed class SentenceRanker(LinearModel<SentenceFeature> words, LinearModel<SentenceFeature> meaning)
{
    /// <summary>Passages beyond these do not take part.</summary>
    public const int PassageLimit = 20;

    private static readonly Lazy<SentenceRanker> BuiltIn = new(() => new SentenceRanker(
        LinearModel<SentenceFeature>.ReadBuiltIn("Retrieval.sentence-ranker.tsv"),
        LinearModel<SentenceFeature>.ReadBuiltIn("Retrieval.sentence-meaning.tsv")));

    /// <summary>The ranker of the library.</summary>
    public static SentenceRanker Default => BuiltIn.Value;

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

    public double this[SentenceFeature feature] => Features[(int)feature];
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

    /// <summary>The passages in the order of retrieval.</summary>
    public IReadOnlyList<PassageProfile> Passages { get; } = passages;

    /// <summary>Best first.</summary>
    public IReadOnlyList<SentenceCandidate> Sentences { get; } = sentences;

    /// <summary>The same sentences by other scores.</summary>
    /// <param name="scores">In the order of <see cref="Sentences"/>.</param>
    public SentenceRanking Rescored(IReadOnlyList<double> scores) => new(
        Question, Matcher, Evidence, Passages,
        [.. Sentences.Zip(scores, (sentence, score) => sentence with { Score = score }).OrderByDescending(sentence => sentence.Score)]);

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
