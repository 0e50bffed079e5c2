namespace ForumQA.Answering.Reading;

/// <summary>What tells whether the documents answer a question once a reader has read the first passages. All are log odds.</summary>
internal enum ReadAnswerFeature
{
    /// <summary>That the documents speak of it, without the reader.</summary>
    Subject,

    /// <summary>That they state it, without the reader.</summary>
    Stated,

    /// <summary>That the passage of the best sentence answers.</summary>
    Answered,

    /// <summary>That any passage answers, the highest.</summary>
    HighestAnswered,

    /// <summary>That the best sentence answers.</summary>
    Answers,

    /// <summary>That any sentence answers, the highest.</summary>
    HighestAnswers,

    /// <summary>That a stretch of the best sentence is the answer.</summary>
    Span,

    /// <summary>That a stretch of any sentence is the answer, the highest.</summary>
    HighestSpan,

    /// <summary>The lead of the best sentence over the second.</summary>
    Lead,
}
