using System.Globalization;
using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace ForumQA.Ingestion;

/// <summary>Turns HTML elements into blocks of plain text, in the order of the source.</summary>
/// <remarks>Walks without recursion: pages may nest deeper than the stack.</remarks>
internal sealed class HtmlBlocks
{
    private static readonly HashSet<string> Inline = new(StringComparer.OrdinalIgnoreCase)
    {
        "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em", "font", "i", "ins", "kbd", "label", "mark",
        "nobr", "output", "q", "rp", "rt", "ruby", "s", "samp", "small", "span", "strike", "strong", "sub", "sup", "time", "tt", "u", "var", "wbr",
    };

    private readonly BlockWriter _writer;
    private readonly StringBuilder _text = new();
    private readonly List<(string Text, int Columns, int Rows)> _cells = [];
    private SpannedRows _spans = new();
    private readonly Dictionary<IElement, int> _numbered = [];
    private string? _marker;
    private string? _term;
    private IElement? _table;
    private bool _tableHoldsData;
    private int _cellDepth;
    private int _preDepth;

    private HtmlBlocks(BlockWriter writer) => _writer = writer;

    public static void WriteFragment(string fileName, string html, BlockWriter writer)
    {
        using var page = HtmlPage.Parse(fileName, html);
        Write(MainContent.Of(page), writer);
    }

    public static void Write(IElement root, BlockWriter writer) => new HtmlBlocks(writer).Walk(root);

    private void Walk(IElement root)
    {
        // By number: a node of AngleSharp finds its next sibling by looking through all of them.
        var path = new Stack<(INode Node, int Next)>();
        Enter(root);
        path.Push((root, 0));
        while (path.TryPop(out var at))
        {
            if (at.Next == at.Node.ChildNodes.Length)
            {
                Leave(at.Node);
                continue;
            }

            path.Push((at.Node, at.Next + 1));
            var child = at.Node.ChildNodes[at.Next];
            Enter(child);
            path.Push((child, 0));
        }

        Flush(root);
    }

    private void Enter(INode node)
    {
        if (node is IText text)
        {
            _text.Append(_preDepth > 0 ? text.Data : Collapsed(text.Data));
            return;
        }

        if (node is not IElement element || Inline.Contains(element.LocalName))
        {
            return;
        }

        switch (element.LocalName)
        {
            case "br":
                _text.Append(_cellDepth > 0 ? ' ' : '\n');
                return;
            case "td" or "th" when IsData(element):
                _text.Clear();
                _cellDepth++;
                return;
        }

        Flush(element.ParentElement);
        _preDepth += element.LocalName is "pre" ? 1 : 0;
        _marker = element.LocalName is "li" ? Marker(element) : _marker;
    }

    private void Leave(INode node)
    {
        if (node is not IElement element || Inline.Contains(element.LocalName) || element.LocalName is "br")
        {
            return;
        }

        if (element.LocalName is "td" or "th" && IsData(element))
        {
            _cells.Add((TextNormalizer.NormalizeLine(_text.ToString()), Span(element, "colspan"), Span(element, "rowspan")));
            _text.Clear();
            _cellDepth--;
            return;
        }

        Flush(element);
        _preDepth -= element.LocalName is "pre" ? 1 : 0;
        if (element.LocalName is "tr")
        {
            _writer.TableRow(_spans.Place(_cells));
            _cells.Clear();
        }
        else if (element.LocalName is "dl" && _term is { } open)
        {
            // A term without an explanation.
            _term = null;
            _writer.ListItem("-", open);
        }

        if (element.LocalName is "table" or "thead" or "tbody" or "tfoot")
        {
            // Nothing reaches down from one part of a table into the next.
            _spans = new SpannedRows();
        }

        if (element.LocalName is "table" or "ul" or "ol" or "dl" && element.ParentElement is not IHtmlListItemElement)
        {
            _writer.EndLines();
        }
    }

    /// <summary>Ends the text that stands directly in the container, or in inline elements there.</summary>
    private void Flush(IElement? container)
    {
        if (_cellDepth > 0)
        {
            _text.Append(' ');
            return;
        }

        var text = _text.ToString();
        _text.Clear();
        if (string.IsNullOrWhiteSpace(text))
        {
            return;
        }

        if ((HeadingLevel(container) ?? HeadingLevel(container?.ParentElement)) is { } level)
        {
            _writer.Heading(level, text);
        }
        else if (container?.Closest("dt, dd, dl") is { LocalName: "dt" })
        {
            // Several terms may share one explanation.
            _term = _term is null ? text : $"{_term.Trim()}, {text.Trim()}";
        }
        else if (_term is { } term && container?.Closest("dt, dd, dl") is { LocalName: "dd" })
        {
            _term = null;
            _writer.Entry(TextNormalizer.NormalizeLine(term), text);
        }
        else if (_marker is not null)
        {
            _writer.ListItem(_marker, text);
            _marker = null;
        }
        else
        {
            _writer.Paragraph(text);
        }
    }

    /// <summary>How many columns or rows a cell takes; 0 stands for all that are left.</summary>
    private static int Span(IElement cell, string name) =>
        cell.GetAttribute(name) is { } given && int.TryParse(given, NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? count == 0 ? int.MaxValue : count : 1;

    private static int? HeadingLevel(IElement? element) =>
        element?.LocalName is ['h', >= '1' and <= '6' and var digit] ? digit - '0' : null;

    /// <summary>Whether the cell belongs to a table of data; others only lay out the page.</summary>
    private bool IsData(IElement cell)
    {
        var table = cell.Closest("table");
        if (table != _table)
        {
            _table = table;
            _tableHoldsData = table is not null && table.QuerySelector("table, h1, h2, h3, p + p, ul, ol, div div") is null;
        }

        return _tableHoldsData;
    }

    private string Marker(IElement item)
    {
        if (item.ParentElement is not IHtmlOrderedListElement list)
        {
            return "-";
        }

        // Items are entered in order.
        var index = _numbered.GetValueOrDefault(list);
        _numbered[list] = index + 1;
        return string.Create(CultureInfo.InvariantCulture, $"{list.Start + index}.");
    }

    private static string Collapsed(string text) => text.ReplaceLineEndings(" ");
}
