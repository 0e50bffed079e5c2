using System.Text.RegularExpressions;
using ForumQA.Answering.Verification;
using ForumQA.Text;

namespace ForumQA.Answering.Checking;

/// <summary>Cuts a text into its sentences and tells which of them claim something.</summary>
internal static partial class ClaimSplitter
{
    /// <summary>In UTF-16 code units; longer ones are data without full stops.</summary>
    private const int LongestClaim = 1500;

    private const int LongestLabel = 12;

    /// <summary>The sentences of a text, in order.</summary>
    /// <param name="text">The text, plain or in Markdown.</param>
    /// <param name="headings">Which places are known to be headings; none of a text whose format is not known.</param>
    public static IReadOnlyList<TextClaim> Split(string text, IReadOnlyList<DocumentHeading> headings)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(headings);
        var spans = SentenceSplitter.Split(text);
        var claims = new List<TextClaim>(spans.Count);
        foreach (var span in spans)
        {
            var line = span.Of(text).ToString();
            var marker = LineMarker().Match(line).Length;
            var words = Clean(line[marker..]);
            if (words.Any(char.IsLetterOrDigit))
            {
                var isHeading = line[0] == '#' || headings.Any(heading => heading.Start <= span.Start && span.End <= heading.End) || IsTitle(text, span, words, marker);
                claims.Add(new TextClaim(span with { Start = span.Start + marker }, SpeechAct.WithoutSalutation(words), KindOf(words, isHeading)));
            }
        }

        return claims;
    }

    private static ClaimKind KindOf(string words, bool isHeading)
    {
        if (words.Length > LongestClaim)
        {
            return ClaimKind.Fragment;
        }

        if (isHeading || ((words[^1] is ':' or '：') && WordCounter.Count(words) <= LongestLabel))
        {
            return ClaimKind.Heading;
        }

        return SpeechAct.Of(SpeechAct.WithoutSalutation(words));
    }

    /// <summary>A short line of its own, with an empty line after it, whose words all have capitals: a title in plain text.</summary>
    private static bool IsTitle(string text, TextSpan span, string words, int marker)
    {
        var before = text.AsSpan(0, span.Start).TrimEnd(' ');
        if (marker > 0 || SentencePunctuation.EndsLine(words[^1]) || WordCounter.Count(words) > LongestLabel
            || !EmptyLine().IsMatch(text.AsSpan(span.End)) || !(before.IsEmpty || before[^1] is '\n'))
        {
            return false;
        }

        var statement = Statement.Of(words);
        return statement.UsesCapitals && statement.Words.TrueForAll(word => word.IsCapitalized || word.Word.IsStopWord || word.Word.HasDigit) && statement.Words.Exists(word => !word.Word.IsStopWord);
    }

    /// <summary>Without markers of citations and what makes letters bold, slanted or code.</summary>
    private static string Clean(string sentence) => Blanks().Replace(Dress().Replace(Marker().Replace(sentence, ""), ""), " ").Trim();

    [GeneratedRegex(@"^(?:#{1,6}\s+|>\s?|[-*+•‣◦·–]\s+|\d{1,2}[.)]\s+)+")]
    private static partial Regex LineMarker();

    [GeneratedRegex(@"\s?\[\d{1,3}(?:\s?,\s?\d{1,3})*\]")]
    private static partial Regex Marker();

    [GeneratedRegex(@"\*\*|__|`|(?<![\p{L}\p{Nd}])[*_](?=\S)|(?<=\S)[*_](?![\p{L}\p{Nd}])")]
    private static partial Regex Dress();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();

    [GeneratedRegex(@"^[ \t]*\r?\n[ \t]*\r?\n")]
    private static partial Regex EmptyLine();
}
