namespace ForumQA.Answering;

/// <summary>What kind of answer a question asks for.</summary>
public enum QuestionKind
{
    /// <summary>One thing: who, when, where, what, how, why.</summary>
    Fact,

    /// <summary>Whether something is so.</summary>
    YesNo,

    /// <summary>All there are of something, or some of them.</summary>
    List,

    /// <summary>How many there are of what a list would name.</summary>
    Count,

    /// <summary>Two or more things side by side.</summary>
    Comparison,

    /// <summary>The main points of a document, an event, a person, a subject or the corpus.</summary>
    Summary,

    /// <summary>Which documents speak of something.</summary>
    Documents,

    /// <summary>Small talk, or about ForumQA, the conversation or the documents as such.</summary>
    Conversation,
}
