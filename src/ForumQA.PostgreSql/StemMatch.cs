using System.Buffers;
using ForumQA.Storage;

namespace ForumQA.PostgreSql;

/// <summary>BM25 as FTS5 computes it (https://www.sqlite.org/fts5.html#the_bm25_function), to the last bit: the same operations in the same order.</summary>
internal static class StemMatch
{
    private const double K1 = 1.2;
    private const double B = 0.75;

    /// <summary>What FTS5 gives to a stem in more than half of the passages.</summary>
    private const double LeastWeight = 1e-6;

    /// <summary>See <see cref="IIndexConnection.Match"/>.</summary>
    public static IReadOnlyList<ScoredRow> Best(
        IndexStatistics statistics, IReadOnlyList<IReadOnlyList<StemBlock>> anyOf, IReadOnlyList<IReadOnlyList<StemBlock>> andAnyOf, int limit, PassageSubset? within)
    {
        var blocks = anyOf.Concat(andAnyOf).SelectMany(stem => stem).Select(block => block.Block).ToList();
        if (blocks.Count == 0)
        {
            return [];
        }

        var first = (long)blocks.Min() * PostingBlock.Passages;
        var count = checked((int)(((blocks.Max() + 1L) * PostingBlock.Passages) - first));
        var scores = ArrayPool<double>.Shared.Rent(count);
        var found = ArrayPool<byte>.Shared.Rent(count);
        try
        {
            scores.AsSpan(0, count).Clear();
            found.AsSpan(0, count).Clear();
            var average = (double)statistics.Words / statistics.Passages;
            foreach (var stem in anyOf)
            {
                Add(stem, WeightOf(stem, statistics.Passages), average, first, scores, found, mark: 1);
            }

            foreach (var stem in andAnyOf)
            {
                Add(stem, WeightOf(stem, statistics.Passages), average, first, scores, found, mark: 2);
            }

            return Best(first, scores.AsSpan(0, count), found.AsSpan(0, count), andAnyOf.Count == 0 ? (byte)1 : (byte)3, limit, within);
        }
        finally
        {
            ArrayPool<double>.Shared.Return(scores);
            ArrayPool<byte>.Shared.Return(found);
        }
    }

    private static double WeightOf(IReadOnlyList<StemBlock> stem, double passages)
    {
        var having = (double)stem.Sum(block => (long)block.Count);
        var weight = Math.Log((passages - having + 0.5) / (having + 0.5));
        return weight <= 0 ? LeastWeight : weight;
    }

    private static void Add(IReadOnlyList<StemBlock> stem, double weight, double average, long first, double[] scores, byte[] found, byte mark)
    {
        var size = PostingBlock.SizeOf(PostingBlock.Stems);
        foreach (var (block, postings) in stem)
        {
            for (var i = 0; i < postings.Length; i += size)
            {
                var entry = postings.AsSpan(i, size);
                var (times, length) = PostingBlock.FrequencyAt(entry);
                var place = (int)(PostingBlock.PassageAt(block, entry) - first);
                scores[place] += weight * (times * (K1 + 1.0) / (times + (K1 * (1 - B + (B * length / average)))));
                found[place] |= mark;
            }
        }
    }

    private static IReadOnlyList<ScoredRow> Best(long first, ReadOnlySpan<double> scores, ReadOnlySpan<byte> found, byte wanted, int limit, PassageSubset? within)
    {
        var best = new BestRows(limit);
        if (within is null)
        {
            for (var i = 0; i < scores.Length; i++)
            {
                if ((found[i] & wanted) == wanted)
                {
                    best.Add(first + i, scores[i]);
                }
            }
        }
        else
        {
            foreach (var row in within.Rows)
            {
                if (row >= first && row < first + scores.Length && (found[(int)(row - first)] & wanted) == wanted)
                {
                    best.Add(row, scores[(int)(row - first)]);
                }
            }
        }

        return best.ToList();
    }
}
