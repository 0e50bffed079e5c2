using System.Buffers;
using System.Text.RegularExpressions;
using ForumQA.Text;

namespace ForumQA.Ingestion;

/// <summary>Finds a title for a document that does not declare one.</summary>
/// <remarks>In this order: the first heading, a short first line that is no sentence, a file name that says something, the first sentence shortened.</remarks>
internal static partial class TitleFinder
{
    private const int LinesConsidered = 3;
    private const int LongestTitle = 120;

    private static readonly SearchValues<char> ClauseMarks = SearchValues.Create(",;:、，；：");

    public static string Find(IReadOnlyList<Block> blocks, string fileName) =>
        (blocks.Take(LinesConsidered).FirstOrDefault(b => b.IsHeading) ?? blocks.FirstOrDefault(b => b.HeadingLevel == 1))?.Text
        ?? blocks.Take(LinesConsidered).Select(b => b.Text).FirstOrDefault(LineShape.IsHeading)
        ?? FromName(fileName)
        ?? (blocks.Count > 0 ? FromSentence(blocks[0].Text) : Path.GetFileName(fileName));

    /// <summary>"digital_economy-2024.txt" becomes "Digital economy 2024"; null for numbers and hashes.</summary>
    public static string? FromName(string fileName)
    {
        var stem = Path.GetFileNameWithoutExtension(fileName.Replace('\\', '/'));
        var words = Separators().Split(stem).Where(w => w.Length > 0 && !Hash().IsMatch(w)).ToList();
        if (!words.Any(w => Letters().IsMatch(w)))
        {
            return null;
        }

        var title = TextNormalizer.NormalizeLine(string.Join(' ', words));
        return char.ToUpperInvariant(title[0]) + title[1..];
    }

    private static string FromSentence(string text)
    {
        var line = text.Split('\n')[0];
        var sentence = SentenceSplitter.Split(line) is [var first, ..] ? line[first.Start..first.End] : line;
        if (sentence.Length <= LongestTitle)
        {
            return sentence.TrimEnd('.', '。');
        }

        var clause = sentence.AsSpan(0, LongestTitle).LastIndexOfAny(ClauseMarks);
        if (clause >= LongestTitle / 3)
        {
            return sentence[..clause].TrimEnd();
        }

        var word = sentence.AsSpan(0, LongestTitle).LastIndexOf(' ');
        var end = word > 0 ? word : LongestTitle;
        return sentence[..(char.IsHighSurrogate(sentence[end - 1]) ? end - 1 : end)] + "…";
    }

    [GeneratedRegex(@"[\s_\-+~,;]+|(?<!\d)\.|\.(?!\d)")]
    private static partial Regex Separators();

    /// <summary>Eight hexadecimal digits or more with a figure among them.</summary>
    [GeneratedRegex(@"^(?=.*\d)[0-9a-f]{8,}$", RegexOptions.IgnoreCase)]
    private static partial Regex Hash();

    [GeneratedRegex(@"\p{L}{2}|[\p{IsCJKUnifiedIdeographs}\p{IsHiragana}\p{IsKatakana}]")]
    private static partial Regex Letters();
}
