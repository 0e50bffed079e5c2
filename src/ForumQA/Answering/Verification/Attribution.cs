using System.Text.RegularExpressions;
using ForumQA.Text;

namespace ForumQA.Answering.Verification;

/// <summary>What a sentence says of the sources in general: "Some sources state that ...", "Additionally, the document mentions ...". It claims nothing that a quotation could prove.</summary>
internal static class Attribution
{
    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.IgnoreCase;

    private static readonly string Sources =
        $"(?:{WordPattern.AnyIn("which sources")}(?: of the| the)? )?(?:{WordPattern.AnyIn("what sources are like")} )?{WordPattern.AnyIn("sources")}";

    private static readonly string Say = $"(?:{WordPattern.AnyIn("before what sources do")} )?{WordPattern.AnyIn("what sources do")}";

    /// <summary>A word that only ties a sentence to the one before.</summary>
    private static readonly Regex Link = new($@"^\s*{WordPattern.AnyIn("ties to the sentence before")}\s*,\s+", Options);

    private static readonly Regex Phrase = new(
        $@"(^\s*|[,;]\s(?:{WordPattern.AnyIn("ties to the clause before")} )?)(?:according to {Sources},?|{Sources} {Say}(?: that\b)?:?)\s+", Options);

    /// <summary>The sentence without it; the sentence itself where nothing else would be left.</summary>
    public static string Remove(string sentence)
    {
        ArgumentNullException.ThrowIfNull(sentence);
        var rest = Phrase.Replace(Link.Replace(sentence, ""), "$1");
        return rest.AsSpan().ContainsAnyInRange('a', 'z') ? rest : sentence;
    }
}
