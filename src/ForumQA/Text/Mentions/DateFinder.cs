using System.Globalization;
using System.Text.RegularExpressions;

namespace ForumQA.Text.Mentions;

/// <summary>Finds days, months, quarters, years, decades and centuries.</summary>
internal static partial class DateFinder
{
    private static readonly string Month = "(?:" + WordPattern.Capitalized([.. Lexicon.AsWrittenIn("en", "month"), .. Lexicon.AsWrittenIn("de", "month"), .. Lexicon.AsWritten("month abbreviation")])
        + "|" + WordPattern.AnyOf(Lexicon.AsWrittenIn("es", "month")) + ")";

    private static readonly string Th = WordPattern.AnyIn("ending of an ordinal");

    private static readonly string Quarter = WordPattern.CapitalizedOrNot(OrdinalNumber.Words.Take(4));

    private static readonly Regex Dates = new(
        @"(?<![\p{L}\p{Nd}.,/-])(?:"
        + @"(?<y>(?:1[0-9]|20)\d\d)-(?<m>0[1-9]|1[0-2])-(?<d>[0-2]\d|3[01])"
        + @"|(?<d>[0-3]?\d)\.(?<m>0?[1-9]|1[0-2])\.(?<y>(?:1[0-9]|20)\d\d)"
        + $@"|(?<m>{Month})\.? (?<d>[0-3]?\d){Th}?(?:(?: (?:{WordPattern.AnyIn("joins days")}|–|-) |[–-])(?:{Month} )?(?<d2>[0-3]?\d){Th}?)?(?:,? (?<y>(?:1[0-9]|20)\d\d))?"
        + $@"|(?<d>[0-3]?\d)(?:{Th}|\.)? (?:of |de )?(?<m>{Month})(?:,? (?:de )?(?<y>(?:1[0-9]|20)\d\d))?"
        + $@"|(?<m>{Month})\.?,? (?:of |de )?(?<y>(?:1[0-9]|20)\d\d)"
        + $@"|{Quarter} quarter(?: of (?:1[0-9]|20)\d\d)?"
        + @"|Q[1-4](?: (?:of )?(?:1[0-9]|20)\d\d)?"
        + @"|(?:1[0-9]|20)\d0s"
        + $@"|\d{{1,2}}{Th} century"
        + @"|(?<year>(?:1[0-9]|20)\d\d)"
        + @")(?![\p{L}\p{Nd}%]|[.,/-]\d)"
        + @"|(?:1[0-9]|20)\d\d年(?:\d{1,2}月(?:\d{1,2}日)?)?",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture);

    private static readonly Regex Preposition = new($@"(?:^|\s){WordPattern.AnyIn("before a year")}\s$", RegexOptions.CultureInvariant);

    /// <summary>Adds the dates of a text.</summary>
    public static void Read(SentenceSpans sentences, NameCollector names)
    {
        foreach (Match match in Dates.Matches(sentences.Text))
        {
            var end = match.Index + match.Length;
            if (match.Groups["year"].Success && CountsSomething().IsMatch(sentences.Text, end) && !AfterPreposition(sentences.Text, match.Index))
            {
                continue;
            }

            names.Add(MentionKind.Date, KeyOf(match) ?? sentences.Key(match.Index, end), match.Value, sentences.Place(match.Index, end));
        }
    }

    /// <summary>The keys of the days and months with their year in a text, such as a file's name.</summary>
    public static IEnumerable<string> KeysIn(string text) => Dates.Matches(text).Select(KeyOf).OfType<string>();

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

    private static int MonthOf(string month) =>
        int.TryParse(month, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : MonthName.NumberOfAbbreviated(WordFolding.Fold(month));

    private static bool AfterPreposition(string text, int start) => Preposition.IsMatch(text.AsSpan(Math.Max(0, start - 8), Math.Min(8, start)));

    // "2000 people": a number, no year.
    [GeneratedRegex(@"\G (?:\p{Ll}+ )?(?:\p{Ll}{3,}s|people|per cent)\b", RegexOptions.CultureInvariant)]
    private static partial Regex CountsSomething();
}
