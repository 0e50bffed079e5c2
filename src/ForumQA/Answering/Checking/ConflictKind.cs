namespace ForumQA.Answering.Checking;

/// <summary>In what a document contradicts a claim.</summary>
public enum ConflictKind
{
    /// <summary>Another number of the same thing.</summary>
    Number,

    /// <summary>Another day, month or year.</summary>
    Date,

    /// <summary>One of the two denies what the other says.</summary>
    Negation,

    /// <summary>The opposite word, such as "rose" and "fell".</summary>
    Opposite,
}
