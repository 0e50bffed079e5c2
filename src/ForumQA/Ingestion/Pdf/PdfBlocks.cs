using System.Text;
using ForumQA.Text;

namespace ForumQA.Ingestion.Pdf;

/// <summary>Joins the lines of PDF pages to paragraphs, also across pages.</summary>
internal sealed class PdfBlocks
{
    /// <summary>A line so much taller than most is a heading.</summary>
    private const double HeadingHeight = 1.15;

    /// <summary>A last line of a paragraph stops short of this share of the longest line of its block.</summary>
    private const double ShortLine = 0.8;

    private readonly HashSet<string> _words;
    private readonly double _bodyHeight;
    private readonly List<double> _headingHeights;
    private readonly List<Block> _blocks = [];
    private readonly StringBuilder _text = new();
    private int _startPage;
    private int _page;
    private int _level;
    private bool _table;

    private PdfBlocks(IReadOnlyList<IReadOnlyList<PdfLine>> pages)
    {
        var lines = pages.SelectMany(p => p).ToList();
        _words = [.. lines.SelectMany(l => l.Text.Split(' ')).Select(Bare)];
        var heights = lines.SelectMany(l => Enumerable.Repeat(l.Height, l.Text.Length)).Order().ToList();
        _bodyHeight = heights.Count == 0 ? 0 : heights[heights.Count / 2];
        _headingHeights = [.. lines.Where(l => l.Height > _bodyHeight * HeadingHeight).Select(l => Math.Round(l.Height)).Distinct().OrderDescending()];
    }

    public static IReadOnlyList<Block> Of(PdfPages pages)
    {
        var blocks = new PdfBlocks(pages.Lines).Join(pages.Lines);
        return blocks.Any(b => b.IsHeading) ? blocks : HeadingLines.Mark(blocks);
    }

    private List<Block> Join(IReadOnlyList<IReadOnlyList<PdfLine>> pages)
    {
        for (var page = 1; page <= pages.Count; page++)
        {
            foreach (var group in pages[page - 1].GroupBy(l => l.Block))
            {
                PdfLine? before = null;
                var width = group.Max(l => l.Right);
                foreach (var line in group)
                {
                    Add(line, page, before is not null && !EndsParagraph(before, width));
                    before = line;
                }
            }
        }

        Close();
        return _blocks;
    }

    private void Add(PdfLine line, int page, bool sameBlock)
    {
        var level = Level(line);
        var goesOn = _text.Length > 0 && level == _level && line.IsTableRow == _table
            && (sameBlock || (level == 0 && !_table && char.IsLower(line.Text[0]) && !SentencePunctuation.EndsLine(_text[^1])));
        if (!goesOn)
        {
            Close();
            (_startPage, _page, _level, _table) = (page, page, level, line.IsTableRow);
            _text.Append(line.Text);
            return;
        }

        var item = _table || Paragraphs.OpensItem(line.Text);
        var hyphenated = !item && JoinsHyphen(line.Text);
        _text.Append('\f', page - _page);
        if (!hyphenated && _page == page)
        {
            _text.Append(item ? "\n" : Paragraphs.Separator([_text[^1]], line.Text));
        }

        _page = page;
        _text.Append(line.Text);
    }

    /// <summary>Whether the open text ends in a hyphen that is part of the next line's first word; drops one that only parts the word.</summary>
    private bool JoinsHyphen(string next)
    {
        if (_text.Length < 2 || _text[^1] is not ('-' or '\u00ad' or '\u2010') || !char.IsLetterOrDigit(_text[^2]))
        {
            return false;
        }

        var open = _text.ToString();
        var head = open[(open.LastIndexOfAny([' ', '\n', '\f']) + 1)..^1];
        var tail = next.Split(' ')[0];
        var compound = !char.IsLower(next[0]) || _words.Contains(Bare($"{head}-{tail}"));
        if (!compound || open[^1] is '\u00ad' || _words.Contains(Bare(head + tail)))
        {
            _text.Length--;
        }

        return true;
    }

    private static bool EndsParagraph(PdfLine line, double width) =>
        !line.IsTableRow && SentencePunctuation.EndsLine(line.Text[^1]) && line.Right < width * ShortLine;

    private int Level(PdfLine line) =>
        !line.IsTableRow && line.Height > _bodyHeight * HeadingHeight && WordCounter.Count(line.Text) <= 20 && line.Text.Any(char.IsLetter)
            ? Math.Min(_headingHeights.IndexOf(Math.Round(line.Height)) + 1, 6)
            : 0;

    private void Close()
    {
        if (_text.Length > 0)
        {
            _blocks.Add(new Block(_text.ToString(), _level, _startPage));
            _text.Clear();
        }
    }

    private static string Bare(string word) => word.Trim('.', ',', ';', ':', '(', ')', '"', '“', '”', '!', '?').ToUpperInvariant();
}
