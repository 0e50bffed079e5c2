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

    /// <summary>The passages reordered: those that repeat come last, in the same order among themselves.</summary>
    /// <param name="ranked">Best first.</param>
    public static List<CandidatePassage> MoveBack(IReadOnlyList<CandidatePassage> ranked)
    {
        var kept = new List<(CandidatePassage Passage, ulong[] Shingles)>();
        var repeated = new List<CandidatePassage>();
        foreach (var passage in ranked)
        {
            var shingles = passage.Shingles;
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

    private static bool AreAlike(ulong[] a, ulong[] b)
    {
        var (small, large) = a.Length < b.Length ? (a, b) : (b, a);
        var limit = (1 - Alike) * small.Length;
        int missing = 0, at = 0;
        foreach (var shingle in small)
        {
            while (at < large.Length && large[at] < shingle)
            {
                at++;
            }

            missing += at < large.Length && large[at] == shingle ? 0 : 1;
            if (missing > limit)
            {
                return false;
            }
        }

        return small.Length > 0;
    }
}
