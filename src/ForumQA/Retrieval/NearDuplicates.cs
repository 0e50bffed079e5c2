namespace ForumQA.Retrieval;

/// <summary>Moves passages that repeat a better one behind those that say something else.</summary>
/// <remarks>
/// Two passages are near duplicates when one has most of the other's runs of three words (shingles: Broder, "On the resemblance and
/// containment of documents", 1997). One copy in another document may stay, so that an answer can cite both sources.
/// </remarks>
internal static class NearDuplicates
{
    /// <summary>Share of the shorter passage's shingles.</summary>
    private const double Alike = 0.8;

    private const int ShingleLength = 3;

    /// <summary>The passages reordered: those that repeat come last, in the same order among themselves.</summary>
    /// <param name="ranked">Best first.</param>
    public static List<CandidatePassage> MoveBack(IReadOnlyList<CandidatePassage> ranked)
    {
        var kept = new List<(CandidatePassage Passage, HashSet<(string, string, string)> Shingles)>();
        var repeated = new List<CandidatePassage>();
        foreach (var passage in ranked)
        {
            var shingles = ReadShingles(passage);
            var alike = kept.Where(other => AreAlike(shingles, other.Shingles)).Select(other => other.Passage.Stored.Passage.DocumentId).ToList();
            if (alike.Count > 1 || alike.Contains(passage.Stored.Passage.DocumentId))
            {
                repeated.Add(passage);
            }
            else
            {
                kept.Add((passage, shingles));
            }
        }

        return [.. kept.Select(entry => entry.Passage), .. repeated];
    }

    private static bool AreAlike(HashSet<(string, string, string)> a, HashSet<(string, string, string)> b)
    {
        var (small, large) = a.Count < b.Count ? (a, b) : (b, a);
        return small.Count > 0 && small.Count(large.Contains) >= Alike * small.Count;
    }

    private static HashSet<(string, string, string)> ReadShingles(CandidatePassage passage)
    {
        var tokens = passage.Tokens;
        var shingles = new HashSet<(string, string, string)>();
        for (var i = 0; i + ShingleLength <= tokens.Count; i++)
        {
            shingles.Add((tokens[i].Word.Folded, tokens[i + 1].Word.Folded, tokens[i + 2].Word.Folded));
        }

        return shingles;
    }
}
