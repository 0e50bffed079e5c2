using Microsoft.Data.Sqlite;

namespace ForumQA.Storage;

/// <summary>The full text of the passages: SQLite's FTS5 with BM25 (https://www.sqlite.org/fts5.html).</summary>
internal sealed class WordIndex(IConnectionSource connections)
{
    /// <summary>The best passages for an FTS5 match expression, best first; the score is BM25, higher is better.</summary>
    /// <param name="match">In FTS5's query syntax; words from users must stand in double quotes.</param>
    /// <param name="limit">At most so many.</param>
    public IReadOnlyList<ScoredRow> Search(string match, int limit) => connections.Run(connection => connection.Query(
        "SELECT rowid, -bm25(passage_words) FROM passage_words WHERE passage_words MATCH $1 ORDER BY rank, rowid LIMIT $2",
        row => new ScoredRow(row.GetInt64(0), row.GetDouble(1)),
        match,
        limit));

    /// <summary>In how many passages each of the given index terms (stemmed, as FTS5 keeps them) stands; absent ones are left out.</summary>
    public IReadOnlyDictionary<string, int> CountPassagesWith(IEnumerable<string> terms) => connections.Run(connection =>
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        using var command = connection.Prepare("SELECT doc FROM passage_vocabulary WHERE term = $1", "");
        foreach (var term in terms.Distinct(StringComparer.Ordinal))
        {
            command.Parameters[0].Value = term;
            if (command.ExecuteScalar() is long count)
            {
                counts[term] = (int)count;
            }
        }

        return counts;
    });

    public static void Insert(SqliteConnection connection, long row, string title, string? heading, string body) =>
        connection.Execute("INSERT INTO passage_words (rowid, title, heading, body) VALUES ($1, $2, $3, $4)", row, title, heading, body);
}

/// <summary>A passage's row with its score in one leg of retrieval; higher is better.</summary>
internal readonly record struct ScoredRow(long Row, double Score);
