namespace ForumQA.Answering.Planning;

/// <summary>What a list names.</summary>
internal enum ItemKind
{
    /// <summary>What is said: sentences.</summary>
    Statements,

    /// <summary>People.</summary>
    People,

    /// <summary>Companies, universities, ministries.</summary>
    Organizations,

    /// <summary>Forums, meetings.</summary>
    Events,

    /// <summary>Countries, cities.</summary>
    Places,

    /// <summary>Days and years.</summary>
    Dates,
}
