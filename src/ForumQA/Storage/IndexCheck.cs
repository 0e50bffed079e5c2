namespace ForumQA.Storage;

/// <summary>Checks what every engine keeps alike: that vectors are those of the passages, and that passages stand in their documents.</summary>
internal static class IndexCheck
{
    /// <param name="connection">Of one state.</param>
    /// <returns>What is wrong, a sentence each; empty when all is well.</returns>
    public static IReadOnlyList<string> Run(IIndexConnection connection)
    {
        const string VectorLength = "(4 + (SELECT CAST(value AS BIGINT) FROM manifest WHERE key = 'dimensions'))";
        var problems = new List<string>();
        Count(connection, problems, $"SELECT 1 FROM passage_vectors WHERE length(vectors) != passages * {VectorLength}", "documents have vectors of the wrong dimension");
        Count(
            connection,
            problems,
            "SELECT document FROM passage_vectors v WHERE passages != (SELECT COUNT(*) FROM passages p WHERE p.document = v.document AND p.id >= v.first_passage)",
            "documents have vectors that are not those of their passages");
        Count(connection, problems, $"SELECT 1 FROM sentence_vectors WHERE length(vectors) * 8 != length(spans) * {VectorLength}", "passages have sentence vectors of the wrong dimension");
        problems.AddRange(CheckOffsets(connection));
        return problems;
    }

    /// <summary>Adds a complaint with the number of rows that a statement gives, when there are any.</summary>
    public static void Count(IIndexConnection connection, List<string> problems, string sql, string complaint)
    {
        var count = connection.Query(sql, _ => true).Count;
        if (count > 0)
        {
            problems.Add($"{count} {complaint}");
        }
    }

    private static IEnumerable<string> CheckOffsets(IIndexConnection connection) =>
        // Databases count code points and offsets count UTF-16 code units, so the comparison is made here.
        connection.Query(
            """SELECT d.document_id, d.text, p.start, p."end", p.text FROM passages p JOIN documents d ON d.id = p.document ORDER BY d.id""",
            row =>
            {
                var (text, start, end, passage) = (row.GetString(1), row.GetInt32(2), row.GetInt32(3), row.GetString(4));
                return end - start == passage.Length && Document.StandsAt(text, passage, start)
                    ? null
                    : $"A passage of '{row.GetString(0)}' does not stand at {start}..{end} of its text";
            }).OfType<string>();
}
