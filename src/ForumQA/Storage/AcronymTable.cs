namespace ForumQA.Storage;

/// <summary>Acronyms that the passages themselves explain, as in "Regional Comprehensive Economic Partnership (RCEP)".</summary>
internal sealed class AcronymTable(IConnectionSource connections)
{
    /// <summary>What an acronym stands for: expansions in lower case, the most frequent first.</summary>
    /// <param name="acronym">As written; capitals count.</param>
    public IReadOnlyList<string> FindExpansions(string acronym) => Find(
        "SELECT expansion FROM acronyms WHERE acronym = $1 GROUP BY expansion ORDER BY COUNT(*) DESC, expansion LIMIT 2", acronym);

    /// <summary>The acronyms of any of the expansions.</summary>
    /// <param name="expansions">Their words in lower case, parted by blanks.</param>
    public IReadOnlyList<string> FindAcronyms(IEnumerable<string> expansions) => Find(
        "SELECT DISTINCT acronym FROM acronyms WHERE expansion = ANY ($1) ORDER BY acronym LIMIT 4",
        expansions);

    private List<string> Find(string sql, object value) =>
        connections.Run(connection => connection.Query(sql, row => row.GetString(0), value));
}
