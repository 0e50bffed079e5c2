namespace ForumQA.Storage;

/// <summary>The passages of some of the documents, to which a search is held.</summary>
/// <param name="Documents">The documents' rows as a JSON array.</param>
/// <param name="Rows">The passages' rows, ascending.</param>
internal sealed record PassageSubset(string Documents, long[] Rows);
