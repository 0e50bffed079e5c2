namespace ForumQA.Text;

/// <summary>The stemmer for English by M. F. Porter, "An algorithm for suffix stripping", Program 14(3), 1980; the steps are numbered as there.</summary>
internal static class PorterStemmer
{
    private static readonly (string Suffix, string Replacement)[] Step2 =
    [
        ("ational", "ate"), ("tional", "tion"), ("enci", "ence"), ("anci", "ance"), ("izer", "ize"), ("abli", "able"), ("alli", "al"),
        ("entli", "ent"), ("eli", "e"), ("ousli", "ous"), ("ization", "ize"), ("ation", "ate"), ("ator", "ate"), ("alism", "al"),
        ("iveness", "ive"), ("fulness", "ful"), ("ousness", "ous"), ("aliti", "al"), ("iviti", "ive"), ("biliti", "ble"),
    ];

    private static readonly (string Suffix, string Replacement)[] Step3 =
        [("icate", "ic"), ("ative", ""), ("alize", "al"), ("iciti", "ic"), ("ical", "ic"), ("ful", ""), ("ness", "")];

    // Longest first, so that the first match is the longest.
    private static readonly string[] Step4 =
    [
        "ement", "ance", "ence", "able", "ible", "ment", "ant", "ent", "ion", "ism", "ate", "iti", "ous", "ive", "ize", "al", "er", "ic", "ou",
    ];

    /// <summary>The stem of a word in lower case; words with anything but the letters a to z stay as they are.</summary>
    public static string Stem(string word)
    {
        if (word.Length < 3 || word.AsSpan().ContainsAnyExceptInRange('a', 'z'))
        {
            return word;
        }

        // Step 1b may put back an e that was not there.
        Span<char> buffer = stackalloc char[Word.LongestWord * 2];
        if (word.Length >= buffer.Length)
        {
            return word;
        }

        word.CopyTo(buffer);
        var stem = new PorterStem(buffer, word.Length);
        CutPlural(ref stem);
        CutPast(ref stem);
        if (stem.EndsWith("y") && stem.HasVowel(1))
        {
            stem.Replace(1, "i");
        }

        ReplaceFirst(ref stem, Step2);
        ReplaceFirst(ref stem, Step3);
        CutStep4(ref stem);
        CutStep5(ref stem);
        return stem.ToString();
    }

    private static void CutPlural(ref PorterStem stem)
    {
        if (stem.EndsWith("sses") || stem.EndsWith("ies"))
        {
            stem.Cut(2);
        }
        else if (stem.EndsWith("s") && !stem.EndsWith("ss"))
        {
            stem.Cut(1);
        }
    }

    private static void CutPast(ref PorterStem stem)
    {
        if (stem.EndsWith("eed"))
        {
            stem.Cut(stem.Measure(3) > 0 ? 1 : 0);
            return;
        }

        var cut = stem.EndsWith("ed") ? 2 : stem.EndsWith("ing") ? 3 : 0;
        if (cut == 0 || !stem.HasVowel(cut))
        {
            return;
        }

        stem.Cut(cut);
        if (stem.EndsWith("at") || stem.EndsWith("bl") || stem.EndsWith("iz"))
        {
            stem.Replace(0, "e");
        }
        else if (stem.EndsInDoubleConsonant() && !stem.EndsWith("l") && !stem.EndsWith("s") && !stem.EndsWith("z"))
        {
            stem.Cut(1);
        }
        else if (stem.Measure(0) == 1 && stem.EndsInShortSyllable(0))
        {
            stem.Replace(0, "e");
        }
    }

    private static void ReplaceFirst(ref PorterStem stem, (string Suffix, string Replacement)[] rules)
    {
        foreach (var (suffix, replacement) in rules)
        {
            if (stem.EndsWith(suffix))
            {
                if (stem.Measure(suffix.Length) > 0)
                {
                    stem.Replace(suffix.Length, replacement);
                }

                return;
            }
        }
    }

    private static void CutStep4(ref PorterStem stem)
    {
        foreach (var suffix in Step4)
        {
            if (stem.EndsWith(suffix))
            {
                if (stem.Measure(suffix.Length) > 1 && (suffix != "ion" || stem.EndsWith("sion") || stem.EndsWith("tion")))
                {
                    stem.Cut(suffix.Length);
                }

                return;
            }
        }
    }

    private static void CutStep5(ref PorterStem stem)
    {
        if (stem.EndsWith("e") && (stem.Measure(1) > 1 || (stem.Measure(1) == 1 && !stem.EndsInShortSyllable(1))))
        {
            stem.Cut(1);
        }

        if (stem.EndsWith("ll") && stem.Measure(0) > 1)
        {
            stem.Cut(1);
        }
    }
}
