namespace ForumQA.Retrieval;

/// <summary>Tells British and American spellings of one word: neither is a misspelling.</summary>
internal static class SpellingVariant
{
    private static readonly (string British, string American)[] Pairs = [("z", "s"), ("our", "or"), ("centre", "center"), ("ll", "l"), ("mme", "m"), ("y", "i")];

    public static bool Are(string first, string second) => Plain(first) == Plain(second);

    private static string Plain(string word) => Pairs.Aggregate(word, (spelling, pair) => spelling.Replace(pair.British, pair.American, StringComparison.Ordinal));
}
