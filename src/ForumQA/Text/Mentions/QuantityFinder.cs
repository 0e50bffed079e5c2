using System.Text.RegularExpressions;

namespace ForumQA.Text.Mentions;

/// <summary>Finds numbers with a unit or with what they count: "15% of global GDP", "30 minutes", "40 EUR", "twelve experts".</summary>
internal static class QuantityFinder
{
    private const string OfWhat = @"(?: of (?!it\b)(?:the |its |their )?[\p{L}-]+(?: \p{Lu}[\p{L}-]+)?)?";

    // Symbols before, symbols and units after, then whatever plural is counted; "of global GDP" belongs to a share.
    private static readonly Regex Quantities = new(
        @"(?<![\p{L}\p{Nd}.,/-])(?:"
        + $@"[$€£¥₹] ?\d+(?:[.,]\d+)*(?: ?(?:{WordPattern.AnyIn("multiplier of money")}|[kKmM])\b)?"
        + $@"|(?:\d+(?:[.,]\d+)*|{WordPattern.CapitalizedOrNot(Lexicon.AsWritten("number of a quantity"))})"
        + $@"(?: ?{WordPattern.AnyIn("multiplier")})?"
        + $@"(?: ?%{OfWhat}"
        + $@"| {WordPattern.AnyIn("share")}{OfWhat}"
        + @"| ?(?:EUR|USD|CHF|GBP|JPY|CNY|RMB|€|\$|£|°C|km/h|km|kg|cm|mm|ml|mg|GB|MB|TB|kB|kWh|MWh|GWh|kW|MW|GW|Hz|kHz|MHz|GHz|ms|min)\b| (?:h|m|g|l|s|t)\b"
        + $@"| {WordPattern.AnyIn("unit of a quantity")}s?\b(?: \p{{Ll}}+ly)?"
        + $@"|(?: (?:or )?{WordPattern.AnyIn("before what is counted")}){{0,2}} (?!{WordPattern.AnyIn("nothing that is counted")}\b)\p{{Ll}}{{2,}}(?<!s)s\b"
        + "))",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture);

    /// <summary>Adds the quantities of a text.</summary>
    public static void Read(SentenceSpans sentences, NameCollector names)
    {
        foreach (Match match in Quantities.Matches(sentences.Text))
        {
            var (start, end) = (match.Index, match.Index + match.Length);
            names.Add(MentionKind.Quantity, Key(match.Value), match.Value, sentences.Place(start, end));
        }
    }

    private static string Key(string text) => string.Join(' ', text.ToLowerInvariant().Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries));
}
