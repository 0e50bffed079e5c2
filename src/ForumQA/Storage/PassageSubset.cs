namespace ForumQA.Storage;

/// <summary>The passages to which a search is held.</summary>
/// <param name="Rows">The passages' rows, ascending.</param>
/// <param name="Documents">The rows of the documents whose passages they all are; null when they were chosen otherwise.</param>
internal sealed record PassageSubset(long[] Rows, long[]? Documents = null);
