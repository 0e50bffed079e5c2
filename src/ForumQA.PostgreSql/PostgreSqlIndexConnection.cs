using System.Data.Common;
using System.Globalization;
using ForumQA.Storage;
using Npgsql;

namespace ForumQA.PostgreSql;

/// <summary>What tables ask, asked of PostgreSQL: statements as they are, full text from the postings, scored in the process.</summary>
/// <param name="connection">An open one.</param>
/// <param name="keeps">Whether what was read may be kept for the next reading, because nothing changes meanwhile.</param>
/// <param name="proposes">Whether pgvector proposes near vectors, where its table is kept up.</param>
internal sealed class PostgreSqlIndexConnection(NpgsqlConnection connection, bool keeps, bool proposes = false) : IIndexConnection
{
    private readonly PostgreSqlStatements _statements = new(connection);
    private readonly Dictionary<string, IReadOnlyList<StemBlock>> _stems = new(StringComparer.Ordinal);
    private IndexStatistics? _statistics;
    private IVectorSearch? _vectorSearch;

    public IVectorSearch? VectorSearch => proposes ? _vectorSearch ??= PostgreSqlVectorSearch.Open(this) : null;

    public int Execute(string sql, params ReadOnlySpan<object?> values) => _statements.Execute(sql, values);

    public T? Scalar<T>(string sql, params ReadOnlySpan<object?> values) => _statements.Scalar<T>(sql, values);

    public List<T> Query<T>(string sql, Func<DbDataReader, T> read, params ReadOnlySpan<object?> values) => _statements.Query(sql, read, values);

    public int ReadSchemaVersion() => int.Parse(ManifestTable.Get(this, PostgreSqlSchema.VersionKey)!, CultureInfo.InvariantCulture);

    public int CountPassages() => (int)ReadStatistics().Passages;

    public IReadOnlyList<ScoredRow> Match(IReadOnlyList<string> anyOf, IReadOnlyList<string> andAnyOf, int limit, PassageSubset? within)
    {
        Load([.. anyOf, .. andAnyOf]);
        return StemMatch.Best(ReadStatistics(), [.. anyOf.Select(StemsOf)], [.. andAnyOf.Select(StemsOf)], limit, within);
    }

    public IReadOnlyDictionary<string, int> CountPassagesWith(IEnumerable<string> stems)
    {
        var wanted = stems.ToList();
        Load(wanted);
        return wanted
            .Select(stem => KeyValuePair.Create(stem, StemsOf(stem).Sum(block => block.Count)))
            .Where(count => count.Value > 0)
            .ToDictionary(StringComparer.Ordinal);
    }

    public bool HasStemBetween(string first, string last) =>
        Scalar<bool>("SELECT EXISTS (SELECT 1 FROM postings WHERE kind = $1 AND term >= $2 AND term <= $3)", PostingBlock.Stems, first, last);

    public IReadOnlyList<SpelledWord> ReadSpellings() => Query(
        "SELECT term, SUM(length(postings)) / $2 FROM postings WHERE kind = $1 GROUP BY term ORDER BY term",
        row => new SpelledWord(row.GetString(0), row.GetInt32(1)),
        PostingBlock.Spellings,
        PostingBlock.SizeOf(PostingBlock.Spellings));

    public void Put(IReadOnlyCollection<DocumentRows> documents, DateTimeOffset now) => new DocumentCopy(this).Put(documents, now);

    public void Delete(IReadOnlyCollection<string> documentIds) => new DocumentCopy(this).Delete(documentIds);

    public void ReplaceMentions(long document, IReadOnlyList<NameRows> names) => new MentionCopy(this).Replace([(document, names)]);

    /// <summary>Adds rows to a table, all in one go.</summary>
    /// <param name="table">The table with its columns, as <c>names (id, key)</c>.</param>
    /// <param name="rows">Their values, in the order of the columns.</param>
    public void Copy(string table, IEnumerable<object?[]> rows)
    {
        using var writer = connection.BeginBinaryImport($"COPY {table} FROM STDIN (FORMAT BINARY)");
        foreach (var row in rows)
        {
            writer.StartRow();
            foreach (var value in row)
            {
                if (value is null)
                {
                    writer.WriteNull();
                }
                else
                {
                    writer.Write(PostgreSqlValue.Of(value));
                }
            }
        }

        writer.Complete();
    }

    private IndexStatistics ReadStatistics()
    {
        var statistics = _statistics ?? Query("SELECT passages, words FROM statistics", row => new IndexStatistics(row.GetInt64(0), row.GetInt64(1))).Single();
        _statistics = keeps ? statistics : null;
        return statistics;
    }

    private IReadOnlyList<StemBlock> StemsOf(string stem) => _stems.GetValueOrDefault(stem) ?? [];

    private void Load(IReadOnlyCollection<string> stems)
    {
        if (!keeps)
        {
            _stems.Clear();
        }

        var missing = stems.Where(stem => !_stems.ContainsKey(stem)).Distinct(StringComparer.Ordinal).ToList();
        if (missing.Count == 0)
        {
            return;
        }

        missing.ForEach(stem => _stems[stem] = []);
        foreach (var stem in Query(
            "SELECT term, block, postings FROM postings WHERE kind = $1 AND term = ANY ($2) ORDER BY term, block",
            row => (Term: row.GetString(0), Block: new StemBlock(row.GetInt32(1), row.GetFieldValue<byte[]>(2))),
            PostingBlock.Stems,
            missing).GroupBy(row => row.Term, row => row.Block))
        {
            _stems[stem.Key] = [.. stem];
        }
    }
}
