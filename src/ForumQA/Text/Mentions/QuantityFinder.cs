using System.Text.RegularExpressions;

namespace ForumQA.Text.Mentions;

/// <summary>Finds numbers with a unit or with what they count: "15% of global GDP", "30 minutes", "40 EUR", "twelve experts".</summary>
internal static partial class QuantityFinder
{
    /// <summary>Adds the quantities of a text.</summary>
    public static void Read(SentenceSpans sentences, NameCollector names)
    {
        foreach (Match match in Quantities().Matches(sentences.Text))
        {
            var (start, end) = (match.Index, match.Index + match.Length);
            names.Add(MentionKind.Quantity, Key(match.Value), match.Value, sentences.Place(start, end));
        }
    }

    private static string Key(string text) => string.Join(' ', text.ToLowerInvariant().Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries));

    // Symbols before, symbols and units after, then whatever plural is counted; "of global GDP" belongs to a share.
    [GeneratedRegex(
        @"(?<![\p{L}\p{Nd}.,/-])(?:"
        + @"[$€£¥₹] ?\d+(?:[.,]\d+)*(?: ?(?:thousand|million|billion|trillion|bn|mn|[kKmM])\b)?"
        + @"|(?:\d+(?:[.,]\d+)*|[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive|[Ss]ix|[Ss]even|[Ee]ight|[Nn]ine|[Tt]en|[Ee]leven|[Tt]welve|[Tt]hirteen|[Ff]ifteen|[Tt]wenty|[Tt]hirty|[Ff]orty|[Ff]ifty|[Ss]ixty|[Hh]undreds? of|[Tt]housands? of|[Dd]ozens of)"
        + @"(?: ?(?:thousand|million|billion|trillion|hundred|Mio\.?|Mrd\.?|Millionen|millones))?"
        + @"(?: ?%(?: of (?!it\b)(?:the |its |their )?[\p{L}-]+(?: \p{Lu}[\p{L}-]+)?)?"
        + @"| (?:percent|per cent|Prozent|por ciento)(?: of (?!it\b)(?:the |its |their )?[\p{L}-]+(?: \p{Lu}[\p{L}-]+)?)?"
        + @"| ?(?:EUR|USD|CHF|GBP|JPY|CNY|RMB|€|\$|£|°C|km/h|km|kg|cm|mm|ml|mg|GB|MB|TB|kB|kWh|MWh|GWh|kW|MW|GW|Hz|kHz|MHz|GHz|ms|min)\b| (?:h|m|g|l|s|t)\b"
        + @"| (?:euros?|dollars?|yuan|yen|pounds?|minute|hour|day|week|month|year|second|metre|meter|kilometre|kilometer|kilogram|litre|liter|tonne|ton|degree|person|people|participant|member|vote|page|point|Tage|Stunden|Minuten|Jahre|Personen|Monate|Wochen|horas|minutos|años|personas|meses|semanas)s?\b(?: \p{Ll}+ly)?"
        + @"|(?: (?:or )?(?:more|other|different|new|national|main|small|large|big|major|small|wide|full|working|calendar|consecutive|high-tech|European|Chinese|Japanese|American|German)){0,2} (?!(?:has|is|was|does|years|its|this|as|times)\b)\p{Ll}{2,}(?<!s)s\b"
        + @"))",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Quantities();
}
