using ForumQA.Storage;

namespace ForumQA.Retrieval;

/// <summary>A passage retrieved for a question, with its scores and its best sentences.</summary>
public sealed record Evidence
{
    /// <summary>The passage.</summary>
    public required Passage Passage { get; init; }

    /// <summary>The title of its document.</summary>
    public required string DocumentTitle { get; init; }

    /// <summary>The URI of its document.</summary>
    public required string DocumentUri { get; init; }

    /// <summary>What it is ranked by; higher is better, comparable only within one retrieval.</summary>
    public required double Score { get; init; }

    /// <summary>Its score in the lexical leg over the best one's, 0 to 1; 0 when that leg did not find it.</summary>
    public double LexicalScore { get; init; }

    /// <summary>Its vector score between those of the farthest candidate, 0, and the nearest, 1.</summary>
    public double VectorScore { get; init; }

    /// <summary>The inner product of the vectors of passage and question, of neural models their cosine. Default 0.</summary>
    internal double VectorProduct { get; init; }

    /// <summary>What it would be ranked by without meaning: what sentences are ranked and questions refused by was learned with such scores. Null where <see cref="Score"/> is that.</summary>
    internal double? ScoreByWords { get; init; }

    /// <summary>The cosines of its sentences and the question, in the order of the text; null where meaning does not rank.</summary>
    internal IReadOnlyList<SentenceScore>? SentenceScores { get; init; }

    /// <summary>Its sentences, best first.</summary>
    public IReadOnlyList<RankedSentence> Sentences { get; init; } = [];
}

/// <summary>A sentence of a passage with its score for a question.</summary>
/// <param name="Start">Where it starts in the document's text, in UTF-16 code units.</param>
/// <param name="End">Where it ends, exclusive.</param>
/// <param name="Text">Its words, verbatim.</param>
/// <param name="Score">Higher is better, comparable only within one retrieval.</param>
public sealed record RankedSentence(int Start, int End, string Text, double Score);
