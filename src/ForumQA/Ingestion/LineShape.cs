using ForumQA.Text;

namespace ForumQA.Ingestion;

/// <summary>What a line looks like without its meaning: running prose, a heading, or neither.</summary>
internal static class LineShape
{
    private const int ProseWords = 12;
    private const int HeadingWords = 20;
    private const int HeadingLength = 140;

    /// <summary>Whether the line is running text: long, or a complete sentence.</summary>
    public static bool IsProse(string line) =>
        EndsLikeASentence(line) ? WordCounter.Count(line) >= 4 : WordCounter.Count(line) >= ProseWords;

    /// <summary>Whether the line is short, on its own and not a sentence. A question may be a heading.</summary>
    public static bool IsHeading(string line) =>
        line.Length <= HeadingLength
        && !line.Contains('\n', StringComparison.Ordinal)
        && WordCounter.Count(line) <= HeadingWords
        && HasCapitalStart(line)
        && line[^1] is not (',' or ';' or ':' or '-' or '–' or '、' or '，' or '：' or '|')
        && !line.Contains(" | ", StringComparison.Ordinal)
        && (!EndsLikeASentence(line) || line[^1] is '?' or '？')
        && SentenceSplitter.Split(line).Count == 1;

    public static bool EndsLikeASentence(string line)
    {
        var end = line.TrimEnd('"', '\'', '”', '’', '»', ')', ']', '」', '』', ' ');
        return end.Length > 0 && SentencePunctuation.IsTerminal(end[^1]);
    }

    private static bool HasCapitalStart(string line)
    {
        var first = line.AsSpan().TrimStart("\"'“‘„«([「『");
        return !first.IsEmpty && char.IsLetterOrDigit(first[0]) && !char.IsLower(first[0]);
    }
}
