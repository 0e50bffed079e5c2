using System.Text;
using ForumQA.Text;
using Markdig.Extensions.Footnotes;
using Markdig.Extensions.TaskLists;
using Markdig.Syntax.Inlines;

namespace ForumQA.Ingestion;

/// <summary>The words of a paragraph of Markdown, without emphasis, links and markup.</summary>
internal static class MarkdownInlines
{
    public static string Text(ContainerInline? inline)
    {
        var text = new StringBuilder();
        if (inline is not null)
        {
            Append(inline, text);
        }

        return text.ToString();
    }

    private static void Append(ContainerInline container, StringBuilder text)
    {
        foreach (var inline in container)
        {
            switch (inline)
            {
                case LiteralInline literal:
                    text.Append(literal.Content.AsSpan());
                    break;
                case CodeInline code:
                    text.Append(code.Content);
                    break;
                case AutolinkInline link:
                    text.Append(link.Url);
                    break;
                case HtmlEntityInline entity:
                    text.Append(entity.Transcoded.AsSpan());
                    break;
                case LineBreakInline { IsHard: true }:
                    text.Append('\n');
                    break;
                case LineBreakInline:
                    AppendSoftBreak(inline.NextSibling, text);
                    break;
                case HtmlInline html when html.Tag.StartsWith("<br", StringComparison.OrdinalIgnoreCase):
                    text.Append('\n');
                    break;
                case HtmlInline or TaskList or FootnoteLink { IsBackLink: true }:
                    break;
                case FootnoteLink note:
                    text.Append('[').Append(note.Footnote.Order).Append(']');
                    break;
                case DelimiterInline delimiter:
                    text.Append(delimiter.ToLiteral());
                    Append(delimiter, text);
                    break;
                case ContainerInline inner:
                    Append(inner, text);
                    break;
            }
        }
    }

    /// <summary>A wrapped line goes on after a blank, in Chinese and Japanese without one.</summary>
    private static void AppendSoftBreak(Inline? next, StringBuilder text)
    {
        var after = next is LiteralInline literal ? literal.Content.AsSpan() : default;
        if (IsLabelled(text, next) || (IsNumbered(after) && text.Length > 0 && SentencePunctuation.EndsLine(text[^1])) || (next is EmphasisInline { DelimiterCount: 2 } label && Text(label).TrimEnd() is [.., ':']))
        {
            text.Append('\n');
            return;
        }

        text.Append(Paragraphs.Separator(text.Length > 0 ? [text[^1]] : default, after));
    }

    /// <summary>"3.2 Paths are mown": a paragraph of by-laws, which Markdown takes for the rest of the one before.</summary>
    private static bool IsNumbered(ReadOnlySpan<char> line)
    {
        var number = line[..Math.Max(0, line.IndexOf(' '))].TrimStart('§');
        return number.Length > 2 && char.IsAsciiDigit(number[0]) && char.IsAsciiDigit(number[^1]) && number.Contains('.') && !number.ContainsAnyExceptInRange('.', '9') && !number.Contains('/');
    }

    /// <summary>"Place: Oban" over "Chair: Ann": lines of a head, not a sentence.</summary>
    private static bool IsLabelled(StringBuilder text, Inline? next)
    {
        if (next is not LiteralInline literal || !Stanzas.IsLabelled(literal.Content.ToString()))
        {
            return false;
        }

        var before = text.ToString();
        return Stanzas.IsLabelled(before[(before.LastIndexOf('\n') + 1)..]);
    }
}
