using System.Globalization;
using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Presentation;
using A = DocumentFormat.OpenXml.Drawing;
using Diagrams = DocumentFormat.OpenXml.Drawing.Diagrams;

namespace ForumQA.Ingestion.Slides;

/// <summary>Turns a slide into blocks of plain text: its title, its points, tables and diagrams, and what the speaker noted.</summary>
internal sealed class SlideBlocks(SlidePart slide, BlockWriter writer)
{
    /// <summary>Groups in groups; nobody nests them deeper.</summary>
    private const int Deepest = 32;

    /// <summary>The slide's title; null when it has none.</summary>
    public string? Title { get; private set; }

    /// <param name="number">The slide's, from 1; it stands in for a title, so that no point is taken for one of the slide before.</param>
    public void Write(int number)
    {
        var shapes = slide.Slide?.CommonSlideData?.ShapeTree;
        var title = shapes?.Descendants<Shape>().FirstOrDefault(IsTitle) is { TextBody: { } body } ? Joined(body) : string.Empty;
        Title = title.Length > 0 ? title : null;
        writer.Heading(number == 1 ? 1 : 2, Title ?? string.Create(CultureInfo.InvariantCulture, $"Slide {number}"));
        if (shapes is not null)
        {
            Write(shapes, depth: 0);
        }

        foreach (var noted in slide.NotesSlidePart?.NotesSlide?.CommonSlideData?.ShapeTree?.Elements<Shape>() ?? [])
        {
            if (Placeholder(noted)?.Type?.Value is { } type && type == PlaceholderValues.Body && noted.TextBody is { } notes)
            {
                Write(notes, arePoints: false);
            }
        }
    }

    private void Write(OpenXmlElement container, int depth)
    {
        foreach (var element in container.ChildElements)
        {
            switch (element)
            {
                case Shape { TextBody: { } text } shape when !IsTitle(shape) && !IsFurniture(shape):
                    Write(text, arePoints: IsBody(shape));
                    break;
                case GraphicFrame frame:
                    Write(frame);
                    break;
                case GroupShape or AlternateContent or AlternateContentChoice when depth < Deepest:
                    Write(element, depth + 1);
                    break;
            }
        }
    }

    private void Write(TextBody text, bool arePoints)
    {
        writer.EndLines();
        var paragraphs = text.Elements<A.Paragraph>().Select(paragraph => (paragraph.ParagraphProperties, Text: Plain(paragraph))).Where(p => !string.IsNullOrWhiteSpace(p.Text)).ToList();
        var numbered = 0;
        foreach (var (properties, words) in paragraphs)
        {
            if (properties?.GetFirstChild<A.AutoNumberedBullet>() is not null)
            {
                writer.ListItem(string.Create(CultureInfo.InvariantCulture, $"{++numbered}."), words);
            }
            else if (properties?.GetFirstChild<A.CharacterBullet>() is not null || (arePoints && paragraphs.Count > 1 && properties?.GetFirstChild<A.NoBullet>() is null))
            {
                writer.ListItem("-", words);
            }
            else
            {
                writer.Paragraph(words);
            }
        }

        writer.EndLines();
    }

    private void Write(GraphicFrame frame)
    {
        writer.EndLines();
        var rows = new SpannedRows();
        foreach (var row in frame.Descendants<A.Table>().SelectMany(table => table.Elements<A.TableRow>()))
        {
            writer.TableRow(rows.Place([.. row.Elements<A.TableCell>().Where(cell => cell.HorizontalMerge?.Value is not true && cell.VerticalMerge?.Value is not true)
                .Select(cell => (cell.TextBody is { } text ? Joined(text) : string.Empty, cell.GridSpan?.Value ?? 1, cell.RowSpan?.Value ?? 1))]));
        }

        if (frame.Descendants<Diagrams.RelationshipIds>().FirstOrDefault()?.DataPart?.Value is { } id
            && slide.TryGetPartById(id, out var part) && part is DiagramDataPart { DataModelRoot: { } model })
        {
            foreach (var point in model.PointList?.Elements<Diagrams.Point>() ?? [])
            {
                writer.ListItem("-", string.Join(' ', point.Descendants<A.Paragraph>().Select(Plain)));
            }
        }

        writer.EndLines();
    }

    private static bool IsTitle(Shape shape) =>
        Placeholder(shape)?.Type?.Value is { } type && (type == PlaceholderValues.Title || type == PlaceholderValues.CenteredTitle);

    /// <summary>What stands on every slide: the date, the footer, the number.</summary>
    private static bool IsFurniture(Shape shape) =>
        Placeholder(shape)?.Type?.Value is { } type
        && (type == PlaceholderValues.DateAndTime || type == PlaceholderValues.Footer || type == PlaceholderValues.Header || type == PlaceholderValues.SlideNumber);

    /// <summary>Whether the paragraphs are points of a list unless they say otherwise; a placeholder without a type is one for anything, mostly points.</summary>
    private static bool IsBody(Shape shape) =>
        Placeholder(shape) is { } place && (place.Type?.Value is not { } type || type == PlaceholderValues.Body || type == PlaceholderValues.Object);

    private static PlaceholderShape? Placeholder(Shape shape) =>
        shape.NonVisualShapeProperties?.ApplicationNonVisualDrawingProperties?.PlaceholderShape;

    private static string Joined(OpenXmlElement body) =>
        TextNormalizer.NormalizeLine(string.Join(' ', body.Elements<A.Paragraph>().Select(Plain)));

    private static string Plain(A.Paragraph paragraph)
    {
        var text = new StringBuilder();
        foreach (var element in paragraph.ChildElements)
        {
            text.Append(element switch
            {
                A.Run run => run.Text?.Text,
                A.Field field => field.Text?.Text,
                A.Break => "\n",
                _ => null,
            });
        }

        return text.ToString();
    }
}
