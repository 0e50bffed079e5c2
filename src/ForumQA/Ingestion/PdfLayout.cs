using System.Globalization;
using System.Xml;
using System.Xml.Linq;

namespace ForumQA.Ingestion;

/// <summary>A line of a page.</summary>
/// <param name="Block">The number of its block of text on the page.</param>
/// <param name="Text">Its words.</param>
/// <param name="Top">Distance of its top from the page's top, in points.</param>
/// <param name="Height">The height of its characters, in points.</param>
/// <param name="Right">Distance of its end from the page's left edge, in points.</param>
internal sealed record PdfLine(int Block, string Text, double Top, double Height, double Right);

/// <summary>What <c>pdftotext -bbox-layout</c> says about a file: the lines of its pages in reading order.</summary>
/// <remarks>The plain text of pdftotext is no choice: it joins "COVID-" and "19" to "COVID19" at the end of a line.</remarks>
internal sealed record PdfLayout(string? Title, IReadOnlyList<IReadOnlyList<PdfLine>> Pages)
{
    /// <exception cref="XmlException">The output is cut short.</exception>
    public static PdfLayout Parse(string xhtml)
    {
        var settings = new XmlReaderSettings { DtdProcessing = DtdProcessing.Ignore, CheckCharacters = false, XmlResolver = null };
        using var reader = XmlReader.Create(new StringReader(xhtml), settings);
        var pages = new List<IReadOnlyList<PdfLine>>();
        List<PdfLine> lines = [];
        string? title = null;
        var block = 0;
        reader.Read();
        while (!reader.EOF)
        {
            if (reader.NodeType is not XmlNodeType.Element)
            {
                reader.Read();
                continue;
            }

            switch (reader.LocalName)
            {
                case "title":
                    title = reader.ReadElementContentAsString();
                    continue;
                case "page":
                    pages.Add(lines = []);
                    block = 0;
                    break;
                case "block":
                    block++;
                    break;
                case "line":
                    lines.Add(Line((XElement)XNode.ReadFrom(reader), block));
                    continue;
            }

            reader.Read();
        }

        return new PdfLayout(title, pages);
    }

    private static PdfLine Line(XElement line, int block)
    {
        var text = new System.Text.StringBuilder();
        foreach (var word in line.Elements())
        {
            text.Append(text.Length == 0 ? string.Empty : Paragraphs.Separator([text[^1]], word.Value)).Append(word.Value);
        }

        var height = line.Elements().Select(w => Number(w, "yMax") - Number(w, "yMin")).DefaultIfEmpty().Max();
        return new PdfLine(block, text.ToString().Trim(), Number(line, "yMin"), height, Number(line, "xMax"));
    }

    private static double Number(XElement element, string attribute) =>
        double.Parse(element.Attribute(attribute)!.Value, NumberStyles.Float, CultureInfo.InvariantCulture);
}
