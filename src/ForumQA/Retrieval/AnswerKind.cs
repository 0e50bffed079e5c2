namespace ForumQA.Retrieval;

/// <summary>What kind of thing a question asks for.</summary>
internal enum AnswerKind
{
    /// <summary>It does not say.</summary>
    Other,

    /// <summary>Who: a person or an organisation.</summary>
    Person,

    /// <summary>When, which year, what century.</summary>
    Time,

    /// <summary>Where, which country.</summary>
    Place,

    /// <summary>How many.</summary>
    Count,

    /// <summary>How much.</summary>
    Amount,

    /// <summary>How long, how old, how large; what number, what size.</summary>
    Measure,

    /// <summary>What percentage.</summary>
    Share,

    /// <summary>Why.</summary>
    Reason,

    /// <summary>How.</summary>
    Manner,

    /// <summary>What, or which of something.</summary>
    Thing,

    /// <summary>Yes or no.</summary>
    YesNo,
}
