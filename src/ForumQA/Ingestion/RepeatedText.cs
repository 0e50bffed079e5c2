namespace ForumQA.Ingestion;

/// <summary>Writes cells of a table again in rows below those they stand in, up to a limit for the whole table: a merged cell of a book over a thousand rows is no text.</summary>
internal sealed class RepeatedText
{
    /// <summary>Columns that a cell may span; no table that is read has more.</summary>
    public const int MostColumns = 64;

    private const int MostCharacters = 1_000_000;

    private int _left = MostCharacters;

    /// <summary>The text, or nothing when it would be too much.</summary>
    public string Again(string text)
    {
        if (text.Length > _left)
        {
            return string.Empty;
        }

        _left -= text.Length;
        return text;
    }
}
