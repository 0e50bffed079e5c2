using ForumQA.Text;

namespace ForumQA.Storage;

/// <summary>The full text of the passages: the stems of their words, ranked by BM25.</summary>
internal sealed class WordIndex(IConnectionSource connections)
{
    /// <summary>The passages that hold any of the stems, best first; the score is BM25, higher is better.</summary>
    /// <param name="stems">As <see cref="Tokenizer"/> reads them.</param>
    /// <param name="limit">At most so many.</param>
    /// <param name="within">The passages that are searched; null for all. How rare a stem is counts in the whole index either way.</param>
    public IReadOnlyList<ScoredRow> Search(IEnumerable<string> stems, int limit, PassageSubset? within = null)
    {
        var wanted = stems.Distinct(StringComparer.Ordinal).ToList();
        return wanted.Count == 0 ? [] : connections.Run(connection => connection.Match(wanted, [], limit, within));
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
        foreach (var common in search.Common.Count == 0 ? [[]] : new[] { [], search.Common })
        {
            // A passage with common words too has a higher score in the second search, which is its whole one.
            foreach (var row in connections.Run(connection => connection.Match(search.Rare, common, limit, within: null)))
            {
                found[row.Row] = Math.Max(row.Score, found.GetValueOrDefault(row.Row));
            }
        }

        var best = found.Select(row => new ScoredRow(row.Key, row.Value)).OrderByDescending(row => row.Score).ThenBy(row => row.Row).Take(limit).ToList();
        return best.Count == limit && best[^1].Score > search.Bound ? best : Search(stems, limit);
    }

    /// <summary>In how many passages each of the given stems stands; absent ones are left out.</summary>
    public IReadOnlyDictionary<string, int> CountPassagesWith(IEnumerable<string> stems) =>
        connections.Run(connection => connection.CountPassagesWith(stems.Distinct(StringComparer.Ordinal)));

    /// <summary>Whether any passage has a word in a script.</summary>
    public bool Uses(WritingSystem writing) => connections.Run(connection => connection.HasStemBetween(writing.First.ToString(), $"{writing.Last}\U0010FFFF"));

    /// <summary>The stems of a text parted by blanks; of Chinese and Japanese also each single character, for words of one.</summary>
    public static string Stems(string text) => Stems(Tokenizer.Tokenize(text), text);

    /// <inheritdoc cref="Stems(string)"/>
    public static string Stems(List<Token> tokens, string text) => string.Join(' ', tokens.Select(token =>
        token.Word.IsIdeographic && token.Length > 1 ? $"{token.Word.Stem} {WordFolding.Fold(text.AsSpan(token.Start, 1))}" : token.Word.Stem));
}

/// <summary>A passage's row with its score in one leg of retrieval; higher is better.</summary>
internal readonly record struct ScoredRow(long Row, double Score);
