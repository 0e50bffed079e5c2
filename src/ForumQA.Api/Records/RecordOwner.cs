namespace ForumQA.Api.Records;

/// <summary>Whose records a statement may touch.</summary>
internal static class RecordOwner
{
    /// <summary>The condition that a row of <c>answers</c> or <c>conversations</c> may be seen by a caller.</summary>
    /// <param name="owner">The number of the parameter with <see cref="Access.Caller.Owner"/>.</param>
    /// <param name="sees">The number of the parameter with <see cref="Access.Caller.Sees"/>, as a number.</param>
    // A comparison with null is not true: whoever has no owner sees nothing by this alone.
    public static string Condition(int owner, int sees) => $"(owner = ${owner} OR (owner IS NULL AND ${sees} >= 1) OR ${sees} >= 2)";
}
