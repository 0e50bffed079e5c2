using System.Text;
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
        text.Append(Paragraphs.Separator(text.Length > 0 ? [text[^1]] : default, after));
    }
}
