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
        var matches = Align(a, b);
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

        return false;
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
    private static int Neighbours(List<(int A, int B)> matches, int from, int step)
    {
        var count = 0;
        for (var i = from; i >= 0 && i < matches.Count && count < FewestNeighbours; i += step)
        {
            if (count > 0 && (matches[i].A - matches[i - step].A != step || matches[i].B - matches[i - step].B != step))
            {
                break;
            }

            count++;
        }

        return count;
    }

    private static List<(int A, int B)> Align(List<Token> a, List<Token> b)
    {
        var length = new int[a.Count + 1, b.Count + 1];
        for (var i = a.Count - 1; i >= 0; i--)
        {
            for (var j = b.Count - 1; j >= 0; j--)
            {
                length[i, j] = a[i].Word.Stem == b[j].Word.Stem ? length[i + 1, j + 1] + 1 : Math.Max(length[i + 1, j], length[i, j + 1]);
            }
        }

        var matches = new List<(int A, int B)>();
        for (int i = 0, j = 0; i < a.Count && j < b.Count;)
        {
            if (a[i].Word.Stem == b[j].Word.Stem)
            {
                matches.Add((i++, j++));
            }
            else if (length[i + 1, j] >= length[i, j + 1])
            {
                i++;
            }
            else
            {
                j++;
            }
        }

        return matches;
    }
}
