namespace ForumQA.Answering.Checking;

/// <summary>What a sentence of a checked text does.</summary>
public enum ClaimKind
{
    /// <summary>It states something. The only kind that is checked.</summary>
    Statement,

    /// <summary>It asks.</summary>
    Question,

    /// <summary>It greets, thanks or takes leave.</summary>
    Greeting,

    /// <summary>It tells what the writer thinks, hopes or advises, without a name or a number that documents could have.</summary>
    Opinion,

    /// <summary>It asks the reader to do something.</summary>
    Request,

    /// <summary>It is a heading, or a line that only says what follows.</summary>
    Heading,

    /// <summary>It has too few words, or far too many, to be a sentence.</summary>
    Fragment,
}
