using System.Text;
using System.Text.Json;
using ForumQA.Ingestion;

namespace ForumQA.Evaluation.Import;

/// <summary>Writes plain text as Markdown that is read back as that text.</summary>
internal static class MarkdownText
{
    private const string Special = "\\`*_[]<>|&~^=+";
    private const string SpecialAtStart = "#-:";

    public static string Write(string title, string text)
    {
        // A JSON string is a YAML double-quoted scalar (YAML 1.2, section 1.3).
        var markdown = new StringBuilder($"---\ntitle: {JsonSerializer.Serialize(title)}\n---\n\n");
        foreach (var line in text.ReplaceLineEndings("\n").Split('\n'))
        {
            AppendLine(markdown, TextNormalizer.NormalizeLine(line));
        }

        return markdown.ToString();
    }

    private static void AppendLine(StringBuilder markdown, string line)
    {
        var digits = line.AsSpan().IndexOfAnyExceptInRange('0', '9');
        for (var i = 0; i < line.Length; i++)
        {
            var c = line[i];
            var isSpecial = Special.Contains(c) || (i == 0 && SpecialAtStart.Contains(c)) || (i > 0 && i == digits && c is '.' or ')');
            markdown.Append(isSpecial ? "\\" : "").Append(c);
        }

        markdown.Append('\n');
    }
}
