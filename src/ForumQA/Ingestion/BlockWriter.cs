using System.Text;

namespace ForumQA.Ingestion;

/// <summary>Collects blocks; the items of a list and the rows of a table become the lines of one block.</summary>
internal sealed class BlockWriter
{
    private readonly List<Block> _blocks = [];
    private readonly StringBuilder _lines = new();

    /// <summary>The page or slide that the next block starts on, from 1; null where the format has none.</summary>
    public int? Page { get; set; }

    public void Heading(int level, string text) => Add(new Block(text, Math.Max(level, 1), Page));

    public void Paragraph(string text) => Add(new Block(text, Page: Page));

    /// <param name="marker">Such as <c>-</c> or <c>1.</c></param>
    /// <param name="text">The item's words.</param>
    public void ListItem(string marker, string text) => Line($"{marker} {text}", text);

    /// <param name="term">What is explained, such as <c>-o DIR</c>.</param>
    /// <param name="text">What it means. Both stand on one line, so that a quotation has the term with its meaning.</param>
    public void Entry(string term, string text) => Line($"{term.ReplaceLineEndings(" ").Trim().TrimEnd(':')}: {text.ReplaceLineEndings(" ").Trim()}", text);

    /// <summary>Empty cells keep their place, so that columns can be told apart.</summary>
    public void TableRow(IReadOnlyList<string> cells) => Line(string.Join(" | ", cells), string.Concat(cells));

    /// <summary>Ends a list or table, so that the next one is a block of its own.</summary>
    public void EndLines()
    {
        if (_lines.Length > 0)
        {
            _blocks.Add(new Block(_lines.ToString(), Page: Page));
            _lines.Clear();
        }
    }

    public IReadOnlyList<Block> ToBlocks()
    {
        EndLines();
        return _blocks;
    }

    private void Add(Block block)
    {
        EndLines();
        if (!string.IsNullOrWhiteSpace(block.Text))
        {
            _blocks.Add(block);
        }
    }

    private void Line(string line, string words)
    {
        if (!string.IsNullOrWhiteSpace(words))
        {
            _lines.Append(TextNormalizer.NormalizeLine(line)).Append('\n');
        }
    }
}
