using System.Globalization;
using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using WordText = DocumentFormat.OpenXml.Wordprocessing.Text;

namespace ForumQA.Ingestion;

/// <summary>Turns the body of a Word document into blocks of plain text.</summary>
internal sealed class WordBlocks(MainDocumentPart main, BlockWriter writer)
{
    /// <summary>What nests deeper, boxes within boxes, is not read.</summary>
    private const int Deepest = 64;

    private readonly WordStyles _styles = new(main);
    private readonly WordNumbering _numbering = new(main);
    private readonly List<string> _notes = [];

    /// <summary>The paragraph in the style "Title"; null when there is none.</summary>
    public string? Title { get; private set; }

    public void Write(OpenXmlElement container, CancellationToken cancellationToken) => Write(container, depth: 0, cancellationToken);

    private void Write(OpenXmlElement container, int depth, CancellationToken cancellationToken)
    {
        foreach (var element in container.Elements())
        {
            cancellationToken.ThrowIfCancellationRequested();
            switch (element)
            {
                case Paragraph paragraph:
                    Write(paragraph, depth, cancellationToken);
                    break;
                case Table table:
                    Write(table);
                    break;
                case SdtBlock or SdtContentBlock or CustomXmlBlock or InsertedRun when depth < Deepest:
                    Write(element, depth + 1, cancellationToken);
                    break;
            }
        }
    }

    /// <summary>Footnotes and endnotes follow the text, numbered as their marks in it.</summary>
    public void WriteNotes()
    {
        writer.EndLines();
        for (var i = 0; i < _notes.Count; i++)
        {
            writer.ListItem(Mark(i + 1), _notes[i]);
        }
    }

    private void Write(Paragraph paragraph, int depth, CancellationToken cancellationToken)
    {
        var text = Text(paragraph);
        if (_styles.IsTitle(paragraph))
        {
            Title ??= text;
            writer.Heading(1, text);
        }
        else if (_styles.HeadingLevel(paragraph) is { } level)
        {
            writer.Heading(level, text);
        }
        else if (_styles.IsListItem(paragraph))
        {
            writer.ListItem(_styles.Numbering(paragraph) is { } place ? _numbering.Next(place.List, place.Level) : "-", text);
        }
        else
        {
            writer.Paragraph(text);
        }

        // What stands in a box beside the paragraph is no part of it.
        foreach (var box in paragraph.Descendants<TextBoxContent>().Where(box => depth < Deepest && IsOf(box, paragraph)))
        {
            Write(box, depth + 1, cancellationToken);
        }
    }

    private void Write(Table table)
    {
        writer.EndLines();
        var above = new Dictionary<int, string>();
        var repeated = new RepeatedText();
        foreach (var row in table.Elements<TableRow>())
        {
            writer.TableRow(Cells(row, above, repeated));
        }

        writer.EndLines();
    }

    /// <summary>The cells in their columns: what is merged over rows is written into each, what is merged over columns stands in the first.</summary>
    private List<string> Cells(TableRow row, Dictionary<int, string> above, RepeatedText repeated)
    {
        var cells = new List<string>();
        var elements = row.Elements<TableCell>().Concat(row.Elements<SdtCell>().SelectMany(control => control.Descendants<TableCell>())).ToList();
        foreach (var cell in elements)
        {
            var column = cells.Count;
            var merge = cell.TableCellProperties?.VerticalMerge;
            if (merge is not null && merge.Val?.Value != MergedCellValues.Restart)
            {
                cells.Add(repeated.Again(above.GetValueOrDefault(column, string.Empty)));
            }
            else
            {
                cells.Add(string.Join(' ', cell.Descendants<Paragraph>().Select(Text)));
                above.Remove(column);
                if (merge is not null)
                {
                    above[column] = cells[^1];
                }
            }

            // A cell that is alone in its row names the table.
            for (var i = 1; i < Math.Min(cell.TableCellProperties?.GridSpan?.Val?.Value ?? 1, RepeatedText.MostColumns) && elements.Count > 1; i++)
            {
                cells.Add(string.Empty);
            }
        }

        return cells;
    }

    private string Text(Paragraph paragraph)
    {
        var text = new StringBuilder();
        foreach (var element in paragraph.Descendants())
        {
            if (element is Run or RunProperties || !IsOf(element, paragraph))
            {
                continue;
            }

            text.Append(element switch
            {
                WordText words => words.Text,
                TabChar => " ",
                Break or CarriageReturn => "\n",
                NoBreakHyphen => "-",
                FootnoteReference { Id: { } id } => Note(main.FootnotesPart?.Footnotes?.Elements<Footnote>().FirstOrDefault(note => note.Id?.Value == id.Value)),
                EndnoteReference { Id: { } id } => Note(main.EndnotesPart?.Endnotes?.Elements<Endnote>().FirstOrDefault(note => note.Id?.Value == id.Value)),
                _ => null,
            });
        }

        return text.ToString();
    }

    /// <summary>Whether it stands in the paragraph and in no box within; a drawing carries its text twice, the second time for old readers.</summary>
    private static bool IsOf(OpenXmlElement element, Paragraph paragraph) =>
        element.Ancestors<Paragraph>().FirstOrDefault() == paragraph && !element.Ancestors<AlternateContentFallback>().Any();

    private string Note(OpenXmlElement? note)
    {
        if (note is null)
        {
            return string.Empty;
        }

        _notes.Add(string.Join(' ', note.Elements<Paragraph>().Select(Text)));
        return Mark(_notes.Count);
    }

    private static string Mark(int number) => string.Create(CultureInfo.InvariantCulture, $"[{number}]");
}
