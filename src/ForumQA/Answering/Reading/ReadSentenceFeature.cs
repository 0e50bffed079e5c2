namespace ForumQA.Answering.Reading;

/// <summary>What sentences are ranked by once a reader has read their passages.</summary>
internal enum ReadSentenceFeature
{
    /// <summary>The score without the reader, less that of the best sentence, -8 at least.</summary>
    Lag,

    /// <summary>Whether its passage was not read; then all that follow are 0.</summary>
    Unread,

    /// <summary>Log odds that it answers.</summary>
    Answers,

    /// <summary>Log odds that a stretch of words in it is the answer.</summary>
    Span,

    /// <summary>Log odds that its passage answers.</summary>
    Answered,
}
