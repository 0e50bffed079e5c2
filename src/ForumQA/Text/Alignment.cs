namespace ForumQA.Text;

/// <summary>Lays two sequences of words beside each other and tells what both have in the same order, with gaps or without.</summary>
/// <remarks>The caller says by what words are compared: it gives their stems, or their folded forms.</remarks>
internal static class Alignment
{
    /// <summary>A longest common subsequence (Wagner and Fischer 1974): the places of its words, in order. Gaps do not count.</summary>
    /// <param name="first">Words.</param>
    /// <param name="second">The words beside them.</param>
    /// <param name="weights">What each word of <paramref name="first"/> counts, above 0 and the same wherever it stands; null when all count the same.</param>
    public static IReadOnlyList<(int First, int Second)> CommonSubsequence(string[] first, string[] second, double[]? weights = null)
    {
        // What the rest of both, from these places on, has in common at best.
        var best = new double[first.Length + 1, second.Length + 1];
        for (var i = first.Length - 1; i >= 0; i--)
        {
            for (var j = second.Length - 1; j >= 0; j--)
            {
                best[i, j] = first[i] == second[j] ? best[i + 1, j + 1] + (weights?[i] ?? 1) : Math.Max(best[i + 1, j], best[i, j + 1]);
            }
        }

        var common = new List<(int, int)>();
        for (int i = 0, j = 0; i < first.Length && j < second.Length;)
        {
            if (first[i] == second[j])
            {
                common.Add((i++, j++));
            }
            else if (best[i + 1, j] >= best[i, j + 1])
            {
                i++;
            }
            else
            {
                j++;
            }
        }

        return common;
    }

    /// <summary>The runs of words that stand side by side in both, each as long as it goes.</summary>
    /// <param name="first">Words.</param>
    /// <param name="second">The words beside them.</param>
    public static IReadOnlyList<AlignedRun> CommonRuns(string[] first, string[] second)
    {
        var runs = new List<AlignedRun>();

        // Most words of a passage are none of the question's, and there are many passages.
        var known = first.ToHashSet(StringComparer.Ordinal);
        for (var j = 0; j < second.Length; j++)
        {
            if (!known.Contains(second[j]))
            {
                continue;
            }

            for (var i = 0; i < first.Length; i++)
            {
                if (first[i] != second[j] || (i > 0 && j > 0 && first[i - 1] == second[j - 1]))
                {
                    continue;
                }

                var length = 1;
                while (i + length < first.Length && j + length < second.Length && first[i + length] == second[j + length])
                {
                    length++;
                }

                runs.Add(new AlignedRun(i, j, length));
            }
        }

        return runs;
    }
}

/// <summary>Words that stand side by side in two sequences.</summary>
/// <param name="First">Where they start in the first.</param>
/// <param name="Second">Where they start in the second.</param>
/// <param name="Length">How many they are.</param>
internal readonly record struct AlignedRun(int First, int Second, int Length);
