namespace ForumQA.PostgreSql;

/// <summary>Writes which passages have which words. In a transaction.</summary>
internal sealed class PostingTable(PostgreSqlIndexConnection connection)
{
    /// <summary>Rows that one statement writes.</summary>
    private const int RowsAtOnce = 20_000;

    /// <summary>Adds passages, whose rows come after all that are there.</summary>
    public void Add(IEnumerable<(long Row, PassageWords Words)> passages)
    {
        var blocks = new Dictionary<(short Kind, string Term, int Block), List<byte>>();
        foreach (var (row, words) in passages)
        {
            var block = PostingBlock.BlockOf(row);
            foreach (var (stem, times) in words.Stems)
            {
                PostingBlock.Append(BlockOf(PostingBlock.Stems, stem, block), row, times, words.Length);
            }

            foreach (var spelling in words.Spellings)
            {
                PostingBlock.Append(BlockOf(PostingBlock.Spellings, spelling, block), row);
            }
        }

        // In the order of the index, which is written to from left to right then.
        foreach (var rows in blocks.OrderBy(row => row.Key.Kind).ThenBy(row => row.Key.Term, StringComparer.Ordinal).ThenBy(row => row.Key.Block).Chunk(RowsAtOnce))
        {
            connection.Execute(
                """
                INSERT INTO postings (kind, term, block, postings) SELECT * FROM unnest($1, $2, $3, $4)
                ON CONFLICT (kind, term, block) DO UPDATE SET postings = postings.postings || excluded.postings
                """,
                rows.Select(row => row.Key.Kind).ToArray(),
                rows.Select(row => row.Key.Term).ToArray(),
                rows.Select(row => row.Key.Block).ToArray(),
                rows.Select(row => row.Value.ToArray()).ToArray());
        }

        List<byte> BlockOf(short kind, string term, int block) =>
            blocks.TryGetValue((kind, term, block), out var bytes) ? bytes : blocks[(kind, term, block)] = [];
    }

    /// <summary>Removes passages.</summary>
    public void Remove(IReadOnlySet<long> passages)
    {
        foreach (var block in passages.Select(PostingBlock.BlockOf).Distinct())
        {
            var changed = connection
                .Query(
                    "SELECT kind, term, postings FROM postings WHERE block = $1",
                    row => (Kind: row.GetInt16(0), Term: row.GetString(1), Postings: row.GetFieldValue<byte[]>(2)),
                    block)
                .Select(row => (row.Kind, row.Term, Before: row.Postings.Length, After: PostingBlock.Without(row.Kind, block, row.Postings, passages)))
                .Where(row => row.After.Length < row.Before)
                .ToLookup(row => row.After.Length == 0);
            connection.Execute(
                "DELETE FROM postings p USING unnest($2, $3) AS gone (kind, term) WHERE p.block = $1 AND p.kind = gone.kind AND p.term = gone.term",
                block,
                changed[true].Select(row => row.Kind).ToArray(),
                changed[true].Select(row => row.Term).ToArray());
            connection.Execute(
                """
                UPDATE postings p SET postings = kept.postings FROM unnest($2, $3, $4) AS kept (kind, term, postings)
                WHERE p.block = $1 AND p.kind = kept.kind AND p.term = kept.term
                """,
                block,
                changed[false].Select(row => row.Kind).ToArray(),
                changed[false].Select(row => row.Term).ToArray(),
                changed[false].Select(row => row.After).ToArray());
        }
    }
}
