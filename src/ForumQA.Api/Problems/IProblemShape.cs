namespace ForumQA.Api.Problems;

/// <summary>Metadata of endpoints whose clients expect failures as JSON of another shape than RFC 9457's.</summary>
internal interface IProblemShape
{
    /// <summary>The type of that JSON.</summary>
    Type Type { get; }

    /// <summary>A problem in that shape.</summary>
    object Of(Problem problem);
}
