using System.Globalization;
using System.Text.RegularExpressions;

namespace ForumQA.Text.Mentions;

/// <summary>Finds days, months, quarters, years, decades and centuries.</summary>
internal static partial class DateFinder
{
    private const string Month =
        "(?:Jan(?:uary|uar)?|Feb(?:ruary|ruar)?|Mar(?:ch)?|März|Apr(?:il)?|May|Mai|June?|Juni|July?|Juli|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Okt(?:ober)?|Nov(?:ember)?|Dec(?:ember)?|Dez(?:ember)?"
        + "|enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre)";

    private static readonly string[] MonthBeginnings = ["jan|ene", "feb", "mar", "apr|abr", "may|mai", "jun", "jul", "aug|ago", "sep", "oct|okt", "nov", "dec|dez|dic"];

    /// <summary>Adds the dates of a text.</summary>
    public static void Read(SentenceSpans sentences, NameCollector names)
    {
        foreach (Match match in Dates().Matches(sentences.Text))
        {
            var end = match.Index + match.Length;
            if (match.Groups["year"].Success && CountsSomething().IsMatch(sentences.Text, end) && !AfterPreposition(sentences.Text, match.Index))
            {
                continue;
            }

            names.Add(MentionKind.Date, KeyOf(match) ?? sentences.Key(match.Index, end), match.Value, sentences.Place(match.Index, end));
        }
    }

    /// <summary>One key for one day however it is written: "2020-12-01".</summary>
    private static string? KeyOf(Match match)
    {
        var day = match.Groups["d"];
        if (!match.Groups["y"].Success || match.Groups["d2"].Success)
        {
            return null;
        }

        var month = MonthOf(match.Groups["m"].Value);
        var key = string.Create(CultureInfo.InvariantCulture, $"{match.Groups["y"].Value}-{month:00}");
        return day.Success ? string.Create(CultureInfo.InvariantCulture, $"{key}-{int.Parse(day.ValueSpan, CultureInfo.InvariantCulture):00}") : key;
    }

    private static int MonthOf(string month)
    {
        if (int.TryParse(month, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            return number;
        }

        var folded = WordFolding.Fold(month);
        return Array.FindIndex(MonthBeginnings, beginnings => beginnings.Split('|').Any(beginning => folded.StartsWith(beginning, StringComparison.Ordinal))) + 1;
    }

    private static bool AfterPreposition(string text, int start) => Preposition().IsMatch(text.AsSpan(Math.Max(0, start - 8), Math.Min(8, start)));

    [GeneratedRegex(
        @"(?<![\p{L}\p{Nd}.,/-])(?:"
        + @"(?<y>(?:1[0-9]|20)\d\d)-(?<m>0[1-9]|1[0-2])-(?<d>[0-2]\d|3[01])"
        + @"|(?<d>[0-3]?\d)\.(?<m>0?[1-9]|1[0-2])\.(?<y>(?:1[0-9]|20)\d\d)"
        + "|(?<m>" + Month + @")\.? (?<d>[0-3]?\d)(?:st|nd|rd|th)?(?:(?: (?:and|to|or|until|–|-) |[–-])(?:" + Month + @" )?(?<d2>[0-3]?\d)(?:st|nd|rd|th)?)?(?:,? (?<y>(?:1[0-9]|20)\d\d))?"
        + @"|(?<d>[0-3]?\d)(?:st|nd|rd|th|\.)? (?:of |de )?(?<m>" + Month + @")(?:,? (?:de )?(?<y>(?:1[0-9]|20)\d\d))?"
        + "|(?<m>" + Month + @")\.?,? (?:of |de )?(?<y>(?:1[0-9]|20)\d\d)"
        + @"|(?:[Ff]irst|[Ss]econd|[Tt]hird|[Ff]ourth) quarter(?: of (?:1[0-9]|20)\d\d)?"
        + @"|Q[1-4](?: (?:of )?(?:1[0-9]|20)\d\d)?"
        + @"|(?:1[0-9]|20)\d0s"
        + @"|\d{1,2}(?:st|nd|rd|th) century"
        + @"|(?<year>(?:1[0-9]|20)\d\d)"
        + @")(?![\p{L}\p{Nd}%]|[.,/-]\d)"
        + @"|(?:1[0-9]|20)\d\d年(?:\d{1,2}月(?:\d{1,2}日)?)?",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Dates();

    // "2000 people": a number, no year.
    [GeneratedRegex(@"\G (?:\p{Ll}+ )?(?:\p{Ll}{3,}s|people|per cent)\b", RegexOptions.CultureInvariant)]
    private static partial Regex CountsSomething();

    [GeneratedRegex(@"(?:^|\s)(?:in|since|by|until|till|during|from|of|before|after|year|Im|im|seit|en|In|Since|By)\s$", RegexOptions.CultureInvariant)]
    private static partial Regex Preposition();
}
