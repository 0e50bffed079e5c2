using ForumQA.Storage;

namespace ForumQA.PostgreSql;

/// <summary>Checks that full text and counts agree with the passages.</summary>
internal static class PostgreSqlCheck
{
    public static IReadOnlyList<string> Run(IIndexConnection connection)
    {
        var problems = new List<string>();
        var lengths = connection
            .Query("SELECT id, words FROM passages", row => (Row: row.GetInt64(0), Words: row.GetInt32(1)))
            .ToDictionary(passage => passage.Row, passage => passage.Words);
        var found = lengths.Keys.ToDictionary(row => row, _ => 0L);
        var strays = new HashSet<long>();
        connection.Query("SELECT kind, block, postings FROM postings", row =>
        {
            var (kind, block, postings) = (row.GetInt16(0), row.GetInt32(1), row.GetFieldValue<byte[]>(2));
            var size = PostingBlock.SizeOf(kind);
            for (var i = 0; i < postings.Length; i += size)
            {
                var entry = postings.AsSpan(i, size);
                var passage = PostingBlock.PassageAt(block, entry);
                if (!found.ContainsKey(passage))
                {
                    strays.Add(passage);
                }
                else if (kind == PostingBlock.Stems)
                {
                    found[passage] += PostingBlock.FrequencyAt(entry).Times;
                }
            }

            return true;
        });
        Report(found.Count(passage => passage.Value != lengths[passage.Key]), "passages are not in the full text with all their words");
        Report(strays.Count, "full-text rows belong to no passage");
        var counted = connection.Query("SELECT passages, words FROM statistics", row => (row.GetInt64(0), row.GetInt64(1)));
        Report(counted is [var one] && one == (lengths.Count, lengths.Values.Sum(words => (long)words)) ? 0 : 1, "row of counts is not that of the passages");
        if (VectorTable.ReadDimensions(connection) is not null)
        {
            Report(
                (int)connection.Scalar<long>("SELECT COUNT(*) FROM passage_vectors v WHERE passages <> (SELECT COUNT(*) FROM passage_embeddings e WHERE e.document = v.document)"),
                "documents are not in pgvector's table with all their vectors");
        }

        return problems;

        void Report(int count, string complaint)
        {
            if (count > 0)
            {
                problems.Add($"{count} {complaint}");
            }
        }
    }
}
