namespace ForumQA.Text;

/// <summary>Lays two sequences of words beside each other and tells what both have in the same order, with gaps or without.</summary>
/// <remarks>The caller says by what words are compared: it gives their stems, or their folded forms.</remarks>
internal static class Alignment
{
    /// <summary>A longest common subsequence (Wagner and Fischer 1974): the places of its words, in order. Gaps do not count.</summary>
    /// <param name="first">Words.</param>
    /// <param name="second">The words beside them.</param>
    /// <param name="weights">What each word of <paramref name="first"/> counts, above 0 and the same wherever it stands; null when all count the same.</param>
    public static IReadOnlyList<(int First, int Second)> CommonSubsequence(
        IReadOnlyList<string> first, IReadOnlyList<string> second, IReadOnlyList<double>? weights = null)
    {
        // What the rest of both, from these places on, has in common at best.
        var best = new double[first.Count + 1, second.Count + 1];
        for (var i = first.Count - 1; i >= 0; i--)
        {
            for (var j = second.Count - 1; j >= 0; j--)
            {
                best[i, j] = first[i] == second[j] ? best[i + 1, j + 1] + (weights?[i] ?? 1) : Math.Max(best[i + 1, j], best[i, j + 1]);
            }
        }

        var common = new List<(int, int)>();
        for (int i = 0, j = 0; i < first.Count && j < second.Count;)
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
    public static IReadOnlyList<AlignedRun> CommonRuns(IReadOnlyList<string> first, IReadOnlyList<string> second)
    {
        var runs = new List<AlignedRun>();
        for (var j = 0; j < second.Count; j++)
        {
            for (var i = 0; i < first.Count; i++)
            {
                if (first[i] != second[j] || (i > 0 && j > 0 && first[i - 1] == second[j - 1]))
                {
                    continue;
                }

                var length = 1;
                while (i + length < first.Count && j + length < second.Count && first[i + length] == second[j + length])
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
