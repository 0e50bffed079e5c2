namespace ForumQA.Ingestion;

/// <summary>Finds the headings of text that does not mark them.</summary>
internal static class HeadingLines
{
    /// <summary>A short line that is no sentence and stands right before running text is a heading; the first is the title.</summary>
    public static IReadOnlyList<Block> Mark(IReadOnlyList<Block> blocks)
    {
        var marked = new Block[blocks.Count];
        for (var i = 0; i < blocks.Count; i++)
        {
            marked[i] = !blocks[i].IsHeading && IsHeading(blocks, i) ? blocks[i] with { HeadingLevel = i == 0 ? 1 : 2 } : blocks[i];
        }

        return marked;
    }

    private static bool IsHeading(IReadOnlyList<Block> blocks, int i) =>
        i + 1 < blocks.Count
        && !blocks[i + 1].IsHeading
        && LineShape.IsHeading(blocks[i].Text)
        && (LineShape.IsProse(blocks[i + 1].Text)
            || (i + 2 < blocks.Count && LineShape.IsHeading(blocks[i + 1].Text) && LineShape.IsProse(blocks[i + 2].Text)))
        && !IsOneOfMany(blocks, i);

    /// <summary>Verses, lists and tables are runs of short lines.</summary>
    private static bool IsOneOfMany(IReadOnlyList<Block> blocks, int i) =>
        i > 1 && !LineShape.IsProse(blocks[i - 1].Text) && !LineShape.IsProse(blocks[i - 2].Text);
}
