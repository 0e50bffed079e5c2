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
/// <param name="fileName">For messages.</param>
/// <param name="writer">Takes the blocks.</param>
internal sealed partial class MarkdownBlocks(string fileName, BlockWriter writer)
{
    /// <summary>Under every heading that is marked as one.</summary>
    private const int RunInLevel = 6;

    public void Write(ContainerBlock container)
    {
        foreach (var block in container)
        {
            Write(block);
        }
    }

    private void Write(MarkdigBlock block)
    {
        switch (block)
        {
            case HeadingBlock heading:
                writer.Heading(heading.Level, MarkdownInlines.Text(heading.Inline));
                break;
            case LinkReferenceDefinitionGroup or LinkReferenceDefinition or ThematicBreakBlock:
                break;
            case HtmlBlock html:
                HtmlBlocks.WriteFragment(fileName, html.Lines.ToString(), writer);
                break;
            case ParagraphBlock { Parent: not ListItemBlock, Inline: { FirstChild: EmphasisInline { DelimiterCount: 2, NextSibling: LineBreakInline end } run } paragraph }:
                WriteRunIn(run, end, paragraph);
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
                WriteList(list);
                break;
            case Table table:
                WriteTable(table);
                break;
            case DefinitionList terms:
                WriteDefinitions(terms);
                break;
            case FootnoteGroup notes:
                foreach (var note in notes.OfType<Footnote>())
                {
                    WriteItem(note, $"[{note.Order}]");
                }

                writer.EndLines();
                break;
            case ContainerBlock container:
                Write(container);
                break;
        }
    }

    /// <summary>A line in bold over a paragraph is its heading: a question with its answer, a term with its meaning.</summary>
    private void WriteRunIn(EmphasisInline name, LineBreakInline end, ContainerInline paragraph)
    {
        writer.Heading(RunInLevel, MarkdownInlines.Text(name));
        name.Remove();
        end.Remove();
        writer.Paragraph(MarkdownInlines.Text(paragraph));
    }

    private void WriteList(ListBlock list)
    {
        foreach (var item in list.OfType<ListItemBlock>())
        {
            WriteItem(item, list.IsOrdered ? string.Create(CultureInfo.InvariantCulture, $"{item.Order}.") : "-");
        }

        if (list.Parent is not ListItemBlock)
        {
            writer.EndLines();
        }
    }

    private void WriteItem(ContainerBlock item, string marker)
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
                Write(block);
            }

            first = false;
        }
    }

    private void WriteDefinitions(DefinitionList terms)
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
                    Write(block);
                }

                isFirst = false;
            }
        }

        writer.EndLines();
    }

    private void WriteTable(Table table)
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
