namespace ForumQA.Storage;

/// <summary>The passages to which a search is held.</summary>
/// <param name="Select">SQL that selects their rows; <c>$1</c> is <paramref name="Json"/>.</param>
/// <param name="Json">What it selects by, a JSON array of row numbers.</param>
/// <param name="Rows">The passages' rows, ascending.</param>
internal sealed record PassageSubset(string Select, string Json, long[] Rows)
{
    /// <summary>The passages in the given rows.</summary>
    /// <param name="rows">Ascending.</param>
    public static PassageSubset Of(long[] rows) => new("SELECT value FROM json_each($1)", $"[{string.Join(',', rows)}]", rows);
}
