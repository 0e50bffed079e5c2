namespace ForumQA.Ingestion.Sheets;

/// <summary>Where a cell stands.</summary>
/// <param name="Column">From 1 for A.</param>
/// <param name="Row">From 1.</param>
internal readonly record struct CellPlace(int Column, int Row)
{
    /// <summary>The last column of a sheet, XFD.</summary>
    public const int LastColumn = 16_384;

    private const int LastRow = 1_048_576;

    private const int Letters = 26;

    /// <summary>Reads a place as it is written in a sheet, such as <c>BC12</c>.</summary>
    public static bool TryParse(string text, out CellPlace place)
    {
        var (i, column, row) = (0, 0, 0);
        for (; i < text.Length && char.IsAsciiLetterUpper(text[i]) && column <= LastColumn; i++)
        {
            column = (column * Letters) + text[i] - 'A' + 1;
        }

        var digits = i;
        for (; i < text.Length && char.IsAsciiDigit(text[i]) && row <= LastRow; i++)
        {
            row = (row * 10) + text[i] - '0';
        }

        place = new CellPlace(column, row);
        return i == text.Length && i > digits && column is >= 1 and <= LastColumn && row is >= 1 and <= LastRow;
    }
}
