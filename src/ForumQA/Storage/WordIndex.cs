using ForumQA.Text;

namespace ForumQA.Storage;

/// <summary>The full text of the passages: the stems of their words in SQLite's FTS5, with BM25 (https://www.sqlite.org/fts5.html).</summary>
internal sealed class WordIndex(IConnectionSource connections)
{
    /// <summary>The passages that hold any of the stems, best first; the score is BM25, higher is better.</summary>
    /// <param name="stems">As <see cref="Tokenizer"/> reads them.</param>
    /// <param name="limit">At most so many.</param>
    /// <param name="within">The passages that are searched; null for all. How rare a stem is counts in the whole index either way.</param>
    public IReadOnlyList<ScoredRow> Search(IEnumerable<string> stems, int limit, PassageSubset? within = null)
    {
        var match = AnyOf(stems);

        // The plus keeps the full text from being asked once for each passage of the subset: it is asked once, its rows are sifted.
        var sifted = within is null ? "" : $"AND +rowid IN ({within.Select})";
        return match.Length == 0 ? [] : connections.Run(connection => connection.Query(
            $"SELECT rowid, -bm25(passage_words) FROM passage_words WHERE passage_words MATCH $2 {sifted} ORDER BY rank, rowid LIMIT $3",
            row => new ScoredRow(row.GetInt64(0), row.GetDouble(1)),
            within?.Json,
            match,
            limit));
    }

    /// <summary>The same among all passages of a large index, in less time: <see cref="BoundedSearch"/> says how.</summary>
    /// <param name="stems">As <see cref="Tokenizer"/> reads them.</param>
    /// <param name="passages">How many passages there are.</param>
    /// <param name="limit">At most so many.</param>
    public IReadOnlyList<ScoredRow> SearchBounded(IReadOnlyCollection<string> stems, int passages, int limit)
    {
        var search = BoundedSearch.Of(CountPassagesWith(stems), passages);
        if (search.Rare.Count == 0)
        {
            return Search(stems, limit);
        }

        var found = new Dictionary<long, double>();
        var rare = AnyOf(search.Rare);
        foreach (var match in search.Common.Count == 0 ? [rare] : new[] { rare, $"({rare}) AND ({AnyOf(search.Common)})" })
        {
            // A passage with common words too has a higher score in the second search, which is its whole one.
            foreach (var row in Match(match, limit))
            {
                found[row.Row] = Math.Max(row.Score, found.GetValueOrDefault(row.Row));
            }
        }

        var best = found.Select(row => new ScoredRow(row.Key, row.Value)).OrderByDescending(row => row.Score).ThenBy(row => row.Row).Take(limit).ToList();
        return best.Count == limit && best[^1].Score > search.Bound ? best : Search(stems, limit);
    }

    private static string AnyOf(IEnumerable<string> stems) => string.Join(" OR ", stems.Distinct(StringComparer.Ordinal).Select(stem => $"\"{stem}\""));

    private List<ScoredRow> Match(string match, int limit) => connections.Run(connection => connection.Query(
        "SELECT rowid, -bm25(passage_words) FROM passage_words WHERE passage_words MATCH $1 ORDER BY rank, rowid LIMIT $2",
        row => new ScoredRow(row.GetInt64(0), row.GetDouble(1)),
        match,
        limit));

    /// <summary>In how many passages each of the given stems stands; absent ones are left out.</summary>
    public IReadOnlyDictionary<string, int> CountPassagesWith(IEnumerable<string> stems) => connections.Run(connection =>
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        using var command = connection.Prepare("SELECT doc FROM passage_vocabulary WHERE term = $1", "");
        foreach (var stem in stems.Distinct(StringComparer.Ordinal))
        {
            command.Parameters[0].Value = stem;
            if (command.ExecuteScalar() is long count)
            {
                counts[stem] = (int)count;
            }
        }

        return counts;
    });

    /// <summary>Whether any passage has a word in a script.</summary>
    public bool Uses(WritingSystem writing) => connections.Run(connection => connection.Scalar<long>(
        "SELECT EXISTS (SELECT 1 FROM passage_vocabulary WHERE term >= $1 AND term <= $2)", writing.First.ToString(), $"{writing.Last}\U0010FFFF") == 1);

    public static void Insert(SqliteStatements statements, long row, PassageRows passage) => statements.Execute(
        "INSERT INTO passage_words (rowid, title, heading, body) VALUES ($1, $2, $3, $4)", row, passage.Title, passage.Heading, passage.Body);

    /// <summary>The stems of a text parted by blanks; of Chinese and Japanese also each single character, for words of one.</summary>
    public static string Stems(string text) => Stems(Tokenizer.Tokenize(text), text);

    /// <inheritdoc cref="Stems(string)"/>
    public static string Stems(List<Token> tokens, string text) => string.Join(' ', tokens.Select(token =>
        token.Word.IsIdeographic && token.Length > 1 ? $"{token.Word.Stem} {WordFolding.Fold(text.AsSpan(token.Start, 1))}" : token.Word.Stem));
}

/// <summary>A passage's row with its score in one leg of retrieval; higher is better.</summary>
internal readonly record struct ScoredRow(long Row, double Score);
