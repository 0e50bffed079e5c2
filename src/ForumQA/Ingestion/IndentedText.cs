using System.Text;
using System.Text.RegularExpressions;

namespace ForumQA.Ingestion;

/// <summary>Reads text that is laid out by indentation, as manual pages are: headings at the margin, under them paragraphs and terms with their explanations.</summary>
internal static partial class IndentedText
{
    /// <summary>A longer line is prose, not a term or a heading.</summary>
    private const int LongestTerm = 72;

    private const int FewestSections = 2;

    /// <summary>Whether most lines are indented under short lines at the margin.</summary>
    /// <param name="lines">The lines of the text.</param>
    public static bool IsManual(string[] lines)
    {
        int atMargin = 0, indented = 0, sections = 0;
        for (var i = 0; i < lines.Length; i++)
        {
            if (string.IsNullOrWhiteSpace(lines[i]))
            {
                continue;
            }

            if (Indent(lines[i]) > 0)
            {
                indented++;
                continue;
            }

            atMargin++;
            sections += IsHeading(lines, i) ? 1 : 0;
        }

        return sections >= FewestSections && indented >= 2 * atMargin && sections * 3 >= atMargin;
    }

    /// <summary>The blocks of such a text; every term stands on one line with its explanation.</summary>
    /// <param name="lines">The lines of the text.</param>
    public static IReadOnlyList<Block> Of(string[] lines)
    {
        var writer = new BlockWriter();
        var isFirst = true;
        for (var i = 0; i < lines.Length;)
        {
            if (string.IsNullOrWhiteSpace(lines[i]))
            {
                i++;
            }
            else if (Indent(lines[i]) > 0)
            {
                i = Body(lines, i, writer);
                isFirst = false;
            }
            else
            {
                writer.EndLines();
                if (isFirst || IsHeading(lines, i))
                {
                    writer.Heading(isFirst ? 1 : 2, Joined(lines[i]));
                }
                else
                {
                    writer.Paragraph(Joined(lines[i]));
                }

                isFirst = false;
                i++;
            }
        }

        return writer.ToBlocks();
    }

    /// <summary>Reads one paragraph or one term with its explanation.</summary>
    /// <returns>The line after it.</returns>
    private static int Body(string[] lines, int at, BlockWriter writer)
    {
        var indent = Indent(lines[at]);
        if (Row().Match(lines[at].Trim()) is { Success: true } row)
        {
            var (next, more) = Deeper(lines, at + 1, indent);
            writer.Entry(row.Groups["term"].Value, $"{row.Groups["text"].Value} {more}");
            return next;
        }

        if (IsTerm(lines, at))
        {
            var (next, text) = Deeper(lines, at + 1, indent);
            writer.Entry(Joined(lines[at]), text);
            return next;
        }

        var paragraph = new StringBuilder(lines[at].Trim());
        var i = at + 1;
        for (; i < lines.Length && !string.IsNullOrWhiteSpace(lines[i]) && Indent(lines[i]) == indent && !IsTerm(lines, i) && !Row().IsMatch(lines[i].Trim()); i++)
        {
            paragraph.Append(Paragraphs.OpensItem(lines[i]) || (Stanzas.IsLabelled(lines[i]) && Stanzas.IsLabelled(lines[i - 1])) ? '\n' : ' ').Append(lines[i].Trim());
        }

        // An example goes with the sentence that leads it in.
        if (paragraph[^1] == ':' && Next(lines, i) is { } example && Indent(lines[example]) > indent)
        {
            for (i = example; i < lines.Length && !string.IsNullOrWhiteSpace(lines[i]) && Indent(lines[i]) > indent; i++)
            {
                paragraph.Append('\n').Append(lines[i].Trim());
            }
        }

        writer.Paragraph(paragraph.ToString());
        return i;
    }

    /// <summary>What is indented deeper than a term, its paragraphs joined.</summary>
    private static (int Next, string Text) Deeper(string[] lines, int from, int indent)
    {
        var text = new StringBuilder();
        var end = from;
        for (var i = from; i < lines.Length; i++)
        {
            if (string.IsNullOrWhiteSpace(lines[i]))
            {
                continue;
            }

            if (Indent(lines[i]) <= indent)
            {
                break;
            }

            text.Append(text.Length > 0 ? " " : "").Append(lines[i].Trim());
            end = i + 1;
        }

        return (end, text.ToString());
    }

    private static bool IsHeading(string[] lines, int at) =>
        lines[at].Trim().Length <= LongestTerm && !LineShape.EndsLikeASentence(lines[at].Trim()) && Next(lines, at + 1) is { } next && Indent(lines[next]) > 0;

    /// <summary>A short line that is no sentence, with deeper lines right below it.</summary>
    private static bool IsTerm(string[] lines, int at) =>
        at + 1 < lines.Length && lines[at].Trim() is { Length: > 0 and <= LongestTerm } term && term[^1] is not (':' or ',' or ';')
        && !LineShape.EndsLikeASentence(term) && !string.IsNullOrWhiteSpace(lines[at + 1]) && Indent(lines[at + 1]) > Indent(lines[at]);

    private static int? Next(string[] lines, int from)
    {
        var at = Array.FindIndex(lines, Math.Min(from, lines.Length), line => !string.IsNullOrWhiteSpace(line));
        return at < 0 ? null : at;
    }

    private static int Indent(string line)
    {
        var width = 0;
        foreach (var character in line)
        {
            if (character is not (' ' or '\t'))
            {
                break;
            }

            width += character == '\t' ? 8 - (width % 8) : 1;
        }

        return width;
    }

    private static string Joined(string line) => TextNormalizer.NormalizeLine(line);

    // "0      All readings were taken.": a term and its explanation in two columns.
    [GeneratedRegex(@"^(?<term>\S+(?: \S+){0,4}?)(?: {2,}|\t+)(?<text>\S.*)$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Row();
}
