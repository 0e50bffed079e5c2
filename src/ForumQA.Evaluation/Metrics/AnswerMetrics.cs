namespace ForumQA.Evaluation.Metrics;

/// <summary>How near an answer's wording comes to the accepted ones.</summary>
internal static class AnswerMetrics
{
    /// <summary>Whether the tokens of any accepted answer stand in the text, side by side and in order.</summary>
    /// <remarks>The exact-match recall of ALCE (Gao et al. 2023, section 4) on one short answer; by token, so that "60" does not stand in "160".</remarks>
    public static bool Contains(string text, IReadOnlyList<string> accepted)
    {
        ArgumentNullException.ThrowIfNull(accepted);
        var tokens = AnswerText.Tokens(text);
        return accepted.Any(answer => AnswerText.Tokens(answer) is { Count: > 0 } wanted
            && Enumerable.Range(0, Math.Max(0, tokens.Count - wanted.Count + 1)).Any(start => tokens.Skip(start).Take(wanted.Count).SequenceEqual(wanted)));
    }

    /// <summary>SQuAD's F1: the harmonic mean of token precision and recall against the accepted answer it is best for, 0 to 1.</summary>
    /// <remarks>Rajpurkar et al. 2016, section 6. In Chinese, Japanese and Korean a token is a character, as in CMRC 2018 (Cui et al. 2019).</remarks>
    public static double F1(string text, IReadOnlyList<string> accepted)
    {
        ArgumentNullException.ThrowIfNull(accepted);
        var tokens = AnswerText.Tokens(text);
        return accepted.Select(answer => F1(tokens, AnswerText.Tokens(answer))).DefaultIfEmpty(0).Max();
    }

    private static double F1(IReadOnlyList<string> tokens, IReadOnlyList<string> wanted)
    {
        if (tokens.Count == 0 || wanted.Count == 0)
        {
            // As in SQuAD 2.0: an empty answer agrees with nothing but an empty one.
            return tokens.Count == wanted.Count ? 1 : 0;
        }

        var left = wanted.CountBy(token => token).ToDictionary(StringComparer.Ordinal);
        var shared = 0;
        foreach (var token in tokens)
        {
            if (left.TryGetValue(token, out var count) && count > 0)
            {
                left[token] = count - 1;
                shared++;
            }
        }

        return 2.0 * shared / (tokens.Count + wanted.Count);
    }
}
