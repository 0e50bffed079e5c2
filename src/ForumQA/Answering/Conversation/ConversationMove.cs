namespace ForumQA.Answering.Conversation;

/// <summary>What a whole message does, when it is no question to the documents; the names are those of <c>moves.txt</c>.</summary>
internal enum ConversationMove
{
    /// <summary>It asks the documents something.</summary>
    None,
    Greeting,
    HowAreYou,
    Thanks,
    Praise,
    Complaint,
    Apology,
    Yes,
    No,
    Farewell,
    Help,
    Quit,
    Identity,
    IsAi,
    Maker,

    /// <summary>The time, the weather, a joke, a poem, arithmetic: what an assistant is asked for and documents do not do.</summary>
    Chore,

    /// <summary>It wants ForumQA to be something else, or to tell how it was set up.</summary>
    Instruction,

    /// <summary>It speaks to ForumQA or of who writes, and of nothing that the documents know.</summary>
    Aside,
    Abilities,
    HowItWorks,
    Trust,
    Languages,
    Examples,
    Documents,
    Count,
    Topics,
    Dates,
    FirstQuestion,
    LastQuestion,
    AllQuestions,
    LastAnswer,
    Clear,

    /// <summary>More of what was asked last; this and those below ask the documents, about the last subject.</summary>
    More,
    Shorter,
    OneSentence,
    Longer,
    Why,
    Source,
    Doubt,

    /// <summary>The last answer in another language, which ForumQA cannot give by itself.</summary>
    Translate,
}

/// <summary>What is to be known of moves.</summary>
internal static class ConversationMoves
{
    /// <summary>Whether it is a politeness, which may also stand before or behind a question.</summary>
    public static bool IsCourtesy(this ConversationMove move) => move is >= ConversationMove.Greeting and <= ConversationMove.Farewell;

    /// <summary>Whether it asks the documents again, about the last subject.</summary>
    public static bool IsAboutLastAnswer(this ConversationMove move) => move is >= ConversationMove.More and <= ConversationMove.Doubt;
}
