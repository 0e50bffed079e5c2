using ForumQA.Text;

namespace ForumQA.Answering.Verification;

/// <summary>Finds a word of a claim that stands where the source has another: "the plan covers steel" against "the plan covers data".</summary>
/// <remarks>
/// Both are aligned by their longest common subsequence of stems. A synonym looks the same as an error here; it costs a sentence its
/// full support, which is the lesser harm.
/// </remarks>
internal static class Substitution
{
    private const int LongestGap = 3;
    private const int LongestSentence = 120;
    private const int FewestNeighbours = 2;

    public static bool IsIn(Statement claim, Statement source)
    {
        if (claim.IsIdeographic || claim.Words.Count > LongestSentence || source.Words.Count > LongestSentence)
        {
            return false;
        }

        var (a, b) = (claim.Words, source.Words);
        var matches = Alignment.CommonSubsequence([.. a.Select(word => word.Word.Stem)], [.. b.Select(word => word.Word.Stem)]);
        var (previousA, previousB) = (-1, -1);
        for (var m = 0; m <= matches.Count; m++)
        {
            var (nextA, nextB) = m < matches.Count ? matches[m] : (a.Count, b.Count);
            if (Gap(a, previousA, nextA, word => source.CreditOf(word) == 0) && Gap(b, previousB, nextB, word => !claim.Stems.Contains(word.Word.Stem))
                && Neighbours(matches, m - 1, -1) + Neighbours(matches, m, 1) >= FewestNeighbours)
            {
                return true;
            }

            (previousA, previousB) = (nextA, nextB);
        }

        return IsFramed(claim, source);
    }

    /// <summary>
    /// Whether a word that the source does not have stands between words that stand, somewhere in the source, around another: in a long
    /// sentence the alignment may pass by the place a word was taken from.
    /// </summary>
    private static bool IsFramed(Statement claim, Statement source)
    {
        var (a, b) = (claim.Words, source.Words);
        for (var i = 0; i < a.Count; i++)
        {
            // "ASEAN" takes the place of the words it stands for.
            if (a[i].Word.IsStopWord || a[i].Word.HasDigit || source.CreditOf(a[i]) > 0 || (a[i].IsCapitalized && Correspondence.HasName(a[i], claim, source)))
            {
                continue;
            }

            for (var j = 0; j < b.Count; j++)
            {
                // A word that the claim has as well, elsewhere, may have been left out here; not between so many.
                if (!b[j].Word.IsStopWord && !b[j].Word.HasDigit && HaveSameNeighbours(a, i, b, j, claim.Stems.Contains(b[j].Word.Stem) ? 2 * FewestNeighbours : FewestNeighbours))
                {
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>Whether enough words beside two places are the same, one of them a word that says something.</summary>
    private static bool HaveSameNeighbours(List<Token> a, int i, List<Token> b, int j, int enough)
    {
        var (same, telling) = (0, false);
        foreach (var step in (ReadOnlySpan<int>)[-1, 1])
        {
            for (var k = step; Math.Abs(k) <= LongestGap && i + k >= 0 && i + k < a.Count && j + k >= 0 && j + k < b.Count; k += step)
            {
                if (a[i + k].Word.Stem != b[j + k].Word.Stem)
                {
                    break;
                }

                same++;
                telling |= !a[i + k].Word.IsStopWord;
            }
        }

        return telling && same >= enough;
    }

    /// <summary>Whether the few words between two aligned ones say something that the other side does not have.</summary>
    private static bool Gap(List<Token> words, int from, int to, Func<Token, bool> isOther)
    {
        var count = to - from - 1;
        if (count is 0 or > LongestGap)
        {
            return false;
        }

        for (var i = from + 1; i < to; i++)
        {
            if (!words[i].Word.IsStopWord && !words[i].Word.HasDigit && isOther(words[i]))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>How many words are aligned without a gap from a match on, counted up to those needed.</summary>
    private static int Neighbours(IReadOnlyList<(int InClaim, int InSource)> matches, int from, int step)
    {
        var count = 0;
        for (var i = from; i >= 0 && i < matches.Count && count < FewestNeighbours; i += step)
        {
            if (count > 0 && (matches[i].InClaim - matches[i - step].InClaim != step || matches[i].InSource - matches[i - step].InSource != step))
            {
                break;
            }

            count++;
        }

        return count;
    }
}
