namespace ForumQA.Answering.Meaning;

/// <summary>What tells whether the documents answer a question, once some sentences were compared with it by meaning.</summary>
internal enum MeaningFeature
{
    /// <summary>Log odds, by words, that the documents speak of what is asked, at most 8 either way.</summary>
    SubjectByWords,

    /// <summary>Log odds, by words, that they state the answer, at most 8 either way.</summary>
    StatedByWords,

    /// <summary>Cosine of the question and the best sentence.</summary>
    BestSentence,

    /// <summary>Highest cosine of the question and a sentence compared.</summary>
    HighestSentence,

    /// <summary>By how much that is above the mean of the sentences compared.</summary>
    SentenceLead,

    /// <summary>Cosine of the question and the passage of the best sentence.</summary>
    BestPassage,

    /// <summary>Highest cosine of the question and a passage.</summary>
    HighestPassage,

    /// <summary>By how much that is above the mean of the passages retrieved.</summary>
    PassageLead,

    /// <summary>Share of the question's weight that stands nowhere in the index.</summary>
    Absent,

    /// <summary>Terms of the question, as log(1 + n): short questions have lower cosines.</summary>
    Terms,
}
