namespace ForumQA.PostgreSql;

/// <summary>The row of <c>statistics</c>.</summary>
/// <param name="Passages">How many there are.</param>
/// <param name="Words">Their lengths together.</param>
internal sealed record IndexStatistics(long Passages, long Words);
