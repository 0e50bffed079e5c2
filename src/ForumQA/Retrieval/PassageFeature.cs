namespace ForumQA.Retrieval;

/// <summary>What passages are ranked by. Nearly all are shares, 0 to 1, of the most that the question's terms or grams could give, so that they mean the same in an index of any size.</summary>
/// <remarks>"Weight" is inverse document frequency. Ablations are in docs/benchmarks.md.</remarks>
internal enum PassageFeature
{
    /// <summary>BM25 over stems, corrections and synonyms included.</summary>
    Words,

    /// <summary>BM25 over words in exactly the form of the question.</summary>
    ExactWords,

    /// <summary>BM25 over character grams.</summary>
    Grams,

    /// <summary>Weight of the grams present.</summary>
    GramCoverage,

    /// <summary>Weight of the terms present in the best sentence.</summary>
    SentenceWords,

    /// <summary>Weight of the terms present in the best three neighbouring sentences.</summary>
    WindowWords,

    /// <summary>Weight of the grams present in the best sentence.</summary>
    SentenceGrams,

    /// <summary>Weight of the terms present in the first sentence of a document, which names its subject.</summary>
    OpeningWords,

    /// <summary>Weight of neighbouring terms of the question that are neighbours here, in the same order.</summary>
    Pairs,

    /// <summary>Weight of runs of three terms of the question that stand close together here.</summary>
    Triples,

    /// <summary>Weight of the heaviest run of words that stands here as in the question, stop words included.</summary>
    LongestRun,

    /// <summary>Weight of names of the question present.</summary>
    Names,

    /// <summary>1 when the best sentence has what could be the answer, one half when a neighbour has.</summary>
    ExpectedAnswer,

    /// <summary>Logarithm of the passage's length over the mean of the candidates.</summary>
    Length,

    /// <summary>Weight of the terms present in the title and headings but not in the passage.</summary>
    Heading,

    /// <summary>Mean of words and grams over the best five other candidates of the same document.</summary>
    DocumentSupport,

    /// <summary>The better of words and grams of the passages before and after, when they are candidates.</summary>
    NeighbourSupport,

    /// <summary>Cosine of the question and the passage; 0 where meaning does not rank.</summary>
    Meaning,

    /// <summary>Highest cosine of the question and a sentence of the passage; 0 where meaning does not rank.</summary>
    SentenceMeaning,
}
