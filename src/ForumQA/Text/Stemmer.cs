namespace ForumQA.Text;

/// <summary>Cuts a folded word to what is indexed, by its script: English for Latin, light stemmers for Cyrillic and Arabic, anything else as it is.</summary>
/// <remarks>Stems need not be words; they only have to be the same for forms of one word. Inflections these rules miss are bridged by character grams.</remarks>
internal static class Stemmer
{
    public static string Stem(string folded) => folded[0] switch
    {
        >= 'a' and <= 'z' => PorterStemmer.Stem(folded),
        >= '\u0400' and <= '\u04ff' => CyrillicStemmer.Stem(folded),
        >= '\u0600' and <= '\u06ff' => ArabicStemmer.Stem(folded),
        _ => folded,
    };
}
