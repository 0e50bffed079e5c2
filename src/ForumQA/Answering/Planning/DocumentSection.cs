namespace ForumQA.Answering.Planning;

/// <summary>Lines of a document that belong together under one name: a list, a table, an entry, the text under a heading.</summary>
/// <param name="Heading">The innermost heading.</param>
/// <param name="Lead">The line that introduces a list, "The van stops:"; empty when none does.</param>
/// <param name="Around">The headings above, the title, the lines at the beginning of the document, and the names of a table's columns.</param>
/// <param name="Lines">At least one, in order; of a table without the names of its columns.</param>
internal sealed record DocumentSection(string Heading, string Lead, string Around, IReadOnlyList<DocumentLine> Lines)
{
    private const int ShortLine = 90;

    private const int OpeningLines = 3;

    private const string HeadingBreak = " › ";

    /// <summary>What names it.</summary>
    public string Name => $"{Heading} {Lead}";

    /// <summary>Whether it is a list or a table of several items.</summary>
    public bool IsList => (Lines.Count > 1 && Lines[0].Kind != LineKind.Text) || Lines[0].Kind == LineKind.Row;

    /// <summary>Whether it is a few short lines, such as those of one of a list of staff.</summary>
    public bool IsEntry => Lines.Count > 1 && Lines.All(line => line.Kind == LineKind.Text && line.Text.Length <= ShortLine && line.Block == Lines[0].Block);

    /// <summary>Whether it is one short line.</summary>
    public bool IsLine => Lines.Count == 1 && Lines[0].Text.Length <= ShortLine;

    /// <summary>Whether its heading is a question.</summary>
    public bool AsksItself => Heading.EndsWith('?');

    /// <summary>The sections of a document.</summary>
    /// <param name="lines">Its lines, in order.</param>
    public static IEnumerable<DocumentSection> Of(IReadOnlyList<DocumentLine> lines)
    {
        if (lines.Count == 0)
        {
            yield break;
        }

        var opening = string.Join(' ', lines.Take(OpeningLines).TakeWhile(line => line.Kind == LineKind.Text && !line.Heading.Contains(HeadingBreak, StringComparison.Ordinal) && line.Text.Length <= ShortLine).Select(line => line.Text));
        foreach (var section in lines.GroupBy(line => line.Heading))
        {
            var headings = section.Key.Split(HeadingBreak);
            var around = $"{string.Join(' ', headings.SkipLast(1))} {lines[0].Sentences[0].Document.Title} {opening}";
            var all = section.ToList();
            for (var i = 0; i < all.Count;)
            {
                var run = all.Skip(i).TakeWhile(line => line.IsBeside(all[i])).ToList();
                var lead = run[0].Kind is LineKind.Bullet or LineKind.Step && i > 0 && all[i - 1].Text.EndsWith(':') ? all[i - 1].Text : "";
                var isTable = run[0].Kind == LineKind.Row && run.Count > 1;
                yield return new DocumentSection(headings[^1], lead, isTable ? $"{around} {run[0].Text}" : around, isTable ? run[1..] : run);
                i += run.Count;
            }
        }
    }
}
