namespace ForumQA.Text;

/// <summary>Takes articles, conjunctions and common suffixes off Arabic words, after light10 (Larkey, Ballesteros and Connell, SIGIR 2002).</summary>
/// <remarks>Words come folded: without vowel marks, and every alef is a bare one.</remarks>
internal static class ArabicStemmer
{
    private const string And = "و";

    private static readonly string[] Prefixes = ["وال", "بال", "كال", "فال", "ال", "لل", And];
    private static readonly string[] Suffixes = ["ها", "ان", "ات", "ون", "ين", "يه", "ية", "ه", "ة", "ي"];

    public static string Stem(string word)
    {
        var stem = word.AsSpan();
        foreach (var prefix in Prefixes)
        {
            if (stem.Length - prefix.Length >= (prefix == And ? 3 : 2) && stem.StartsWith(prefix))
            {
                stem = stem[prefix.Length..];
                break;
            }
        }

        while (TryCut(ref stem))
        {
        }

        return stem.Length == word.Length ? word : stem.ToString();
    }

    private static bool TryCut(ref ReadOnlySpan<char> stem)
    {
        foreach (var suffix in Suffixes)
        {
            if (stem.Length - suffix.Length >= (suffix.Length == 1 ? 3 : 2) && stem.EndsWith(suffix))
            {
                stem = stem[..^suffix.Length];
                return true;
            }
        }

        return false;
    }
}
