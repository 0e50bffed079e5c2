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
    private readonly WordStyles _styles = new(main);
    private readonly List<(long Id, string Text)> _notes = [];

    /// <summary>The paragraph in the style "Title"; null when there is none.</summary>
    public string? Title { get; private set; }

    public void Write(OpenXmlElement container, CancellationToken cancellationToken)
    {
        foreach (var element in container.Elements())
        {
            cancellationToken.ThrowIfCancellationRequested();
            switch (element)
            {
                case Paragraph paragraph:
                    Write(paragraph);
                    break;
                case Table table:
                    Write(table);
                    break;
                case SdtBlock or SdtContentBlock or CustomXmlBlock or InsertedRun:
                    Write(element, cancellationToken);
                    break;
            }
        }
    }

    /// <summary>Footnotes follow the text, numbered as their marks in it.</summary>
    public void WriteNotes()
    {
        writer.EndLines();
        for (var i = 0; i < _notes.Count; i++)
        {
            writer.ListItem(Mark(i + 1), _notes[i].Text);
        }
    }

    private void Write(Paragraph paragraph)
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
            writer.ListItem("-", text);
        }
        else
        {
            writer.Paragraph(text);
        }
    }

    private void Write(Table table)
    {
        writer.EndLines();
        foreach (var row in table.Elements<TableRow>())
        {
            writer.TableRow([.. row.Elements<TableCell>().Select(c => string.Join(' ', c.Descendants<Paragraph>().Select(Text)))]);
        }

        writer.EndLines();
    }

    private string Text(Paragraph paragraph)
    {
        var text = new StringBuilder();
        foreach (var element in paragraph.Descendants())
        {
            // A drawing carries its text twice, the second time for old readers.
            if (element is Run or RunProperties || element.Ancestors<AlternateContentFallback>().Any())
            {
                continue;
            }

            text.Append(element switch
            {
                WordText words => words.Text,
                TabChar => " ",
                Break or CarriageReturn => "\n",
                NoBreakHyphen => "-",
                FootnoteReference { Id: { } id } => Note(id.Value),
                _ => null,
            });
        }

        return text.ToString();
    }

    private string Note(long id)
    {
        var note = main.FootnotesPart?.Footnotes?.Elements<Footnote>().FirstOrDefault(f => f.Id?.Value == id);
        if (note is null)
        {
            return string.Empty;
        }

        _notes.Add((id, string.Join(' ', note.Descendants<WordText>().Select(t => t.Text))));
        return Mark(_notes.Count);
    }

    private static string Mark(int number) => string.Create(CultureInfo.InvariantCulture, $"[{number}]");
}
