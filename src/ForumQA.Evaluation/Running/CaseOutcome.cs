namespace ForumQA.Evaluation.Running;

/// <summary>What a reply was worth to the person who asked. What is wrong without a doubt does the most harm.</summary>
public enum CaseOutcome
{
    /// <summary>It is what the case asks for.</summary>
    Good,

    /// <summary>It is not, and it says that it is in doubt.</summary>
    WrongWithDoubt,

    /// <summary>It is not, and it says nothing of a doubt.</summary>
    WrongWithoutDoubt,

    /// <summary>Nothing was answered, though something should have been.</summary>
    RefusedWrongly,

    /// <summary>There was no reply to judge.</summary>
    Failed,
}
