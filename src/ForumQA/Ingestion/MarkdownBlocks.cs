using System.Globalization;
using System.Text.RegularExpressions;
using Markdig.Extensions.DefinitionLists;
using Markdig.Extensions.Footnotes;
using Markdig.Extensions.Tables;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using MarkdigBlock = Markdig.Syntax.Block;

namespace ForumQA.Ingestion;

/// <summary>Turns the syntax tree of a Markdown file into blocks of plain text, in the order of the source.</summary>
internal static partial class MarkdownBlocks
{
    /// <summary>Under every heading that is marked as one.</summary>
    private const int RunInLevel = 6;

    public static void Write(ContainerBlock container, BlockWriter writer)
    {
        foreach (var block in container)
        {
            Write(block, writer);
        }
    }

    private static void Write(MarkdigBlock block, BlockWriter writer)
    {
        switch (block)
        {
            case HeadingBlock heading:
                writer.Heading(heading.Level, MarkdownInlines.Text(heading.Inline));
                break;
            case LinkReferenceDefinitionGroup or LinkReferenceDefinition or ThematicBreakBlock:
                break;
            case HtmlBlock html:
                HtmlBlocks.WriteFragment(html.Lines.ToString(), writer);
                break;
            case ParagraphBlock { Parent: not ListItemBlock, Inline: { FirstChild: EmphasisInline { DelimiterCount: 2, NextSibling: LineBreakInline end } run } paragraph }:
                WriteRunIn(run, end, paragraph, writer);
                break;
            case ParagraphBlock { Parent: not ListItemBlock, Inline: { } asked } when QuestionAndAnswer().Match(MarkdownInlines.Text(asked)) is { Success: true } pair:
                writer.Heading(RunInLevel, pair.Groups["question"].Value);
                writer.Paragraph(pair.Groups["answer"].Value);
                break;
            case LeafBlock { Inline: { } inline }:
                writer.Paragraph(MarkdownInlines.Text(inline));
                break;
            case LeafBlock code:
                writer.Paragraph(code.Lines.ToString());
                break;
            case ListBlock list:
                WriteList(list, writer);
                break;
            case Table table:
                WriteTable(table, writer);
                break;
            case DefinitionList terms:
                WriteDefinitions(terms, writer);
                break;
            case FootnoteGroup notes:
                foreach (var note in notes.OfType<Footnote>())
                {
                    WriteItem(note, $"[{note.Order}]", writer);
                }

                writer.EndLines();
                break;
            case ContainerBlock container:
                Write(container, writer);
                break;
        }
    }

    /// <summary>A line in bold over a paragraph is its heading: a question with its answer, a term with its meaning.</summary>
    private static void WriteRunIn(EmphasisInline name, LineBreakInline end, ContainerInline paragraph, BlockWriter writer)
    {
        writer.Heading(RunInLevel, MarkdownInlines.Text(name));
        name.Remove();
        end.Remove();
        writer.Paragraph(MarkdownInlines.Text(paragraph));
    }

    private static void WriteList(ListBlock list, BlockWriter writer)
    {
        foreach (var item in list.OfType<ListItemBlock>())
        {
            WriteItem(item, list.IsOrdered ? string.Create(CultureInfo.InvariantCulture, $"{item.Order}.") : "-", writer);
        }

        if (list.Parent is not ListItemBlock)
        {
            writer.EndLines();
        }
    }

    private static void WriteItem(ContainerBlock item, string marker, BlockWriter writer)
    {
        var first = true;
        foreach (var block in item)
        {
            if (first && block is ParagraphBlock paragraph)
            {
                writer.ListItem(marker, MarkdownInlines.Text(paragraph.Inline));
            }
            else
            {
                Write(block, writer);
            }

            first = false;
        }
    }

    private static void WriteDefinitions(DefinitionList terms, BlockWriter writer)
    {
        foreach (var item in terms.OfType<DefinitionItem>())
        {
            var term = string.Join(", ", item.OfType<DefinitionTerm>().Select(block => MarkdownInlines.Text(block.Inline)));
            var isFirst = true;
            foreach (var block in item.Where(block => block is not DefinitionTerm))
            {
                if (isFirst && block is ParagraphBlock paragraph)
                {
                    writer.Entry(term, MarkdownInlines.Text(paragraph.Inline));
                }
                else
                {
                    Write(block, writer);
                }

                isFirst = false;
            }
        }

        writer.EndLines();
    }

    private static void WriteTable(Table table, BlockWriter writer)
    {
        writer.EndLines();
        foreach (var row in table.OfType<TableRow>())
        {
            writer.TableRow([.. row.OfType<TableCell>().Select(CellText)]);
        }

        writer.EndLines();
    }

    private static string CellText(TableCell cell) =>
        string.Join(' ', cell.Descendants<LeafBlock>().Select(b => b.Inline is null ? b.Lines.ToString() : MarkdownInlines.Text(b.Inline)));

    /// <summary>"Q: May I? A: You may."</summary>
    [GeneratedRegex(@"^Q[:.] (?<question>[^\n]{1,200}?\?)\s+A[:.] (?<answer>\S.*)$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.Singleline)]
    private static partial Regex QuestionAndAnswer();
}
