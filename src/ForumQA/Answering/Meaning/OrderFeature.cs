namespace ForumQA.Answering.Meaning;

/// <summary>What sentences are ordered by, once they were compared with the question by meaning.</summary>
internal enum OrderFeature
{
    /// <summary>The sentence ranker's score.</summary>
    Words,

    /// <summary>Cosine of the question and the sentence.</summary>
    Cosine,
}
