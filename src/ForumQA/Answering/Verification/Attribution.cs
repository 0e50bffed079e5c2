using System.Text.RegularExpressions;

namespace ForumQA.Answering.Verification;

/// <summary>What a sentence says of the sources in general: "Some sources state that ...", "Additionally, the document mentions ...". It claims nothing that a quotation could prove.</summary>
internal static partial class Attribution
{
    private const string Which = "(?:(?:the|this|these|that|those|some|other|others|one|another|several|many|most|all|both|more|different|various|multiple|further|additional)(?: of the| the)? )?(?:other |same |provided |given |cited |supplied )?";
    private const string Source = "(?:sources?|documents?|passages?|texts?|excerpts?)";
    private const string Saying = "(?:(?:also|further|then|simply|specifically) )?(?:states?|stated|says?|said|mentions?|mentioned|indicates?|notes?|noted|shows?|suggests?|tells? us|explains?|describes?|claims?|talks? of|talk about|bring up|brings up|reports? that|confirms?|adds?)";

    /// <summary>The sentence without it; the sentence itself where nothing else would be left.</summary>
    public static string Remove(string sentence)
    {
        ArgumentNullException.ThrowIfNull(sentence);
        var rest = Phrase().Replace(Link().Replace(sentence, ""), "$1");
        return rest.AsSpan().ContainsAnyInRange('a', 'z') ? rest : sentence;
    }

    /// <summary>A word that only ties a sentence to the one before.</summary>
    [GeneratedRegex(@"^\s*(?:additionally|in addition|moreover|furthermore|similarly|likewise|finally|lastly|firstly|secondly|thirdly|also)\s*,\s+", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Link();

    [GeneratedRegex($@"(^\s*|[,;]\s(?:while |and |but |whereas )?)(?:according to {Which}{Source},?|{Which}{Source} {Saying}(?: that\b)?:?)\s+", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Phrase();
}
