namespace ForumQA.Ingestion;

/// <summary>A heading, paragraph, list, table or the like, as a reader found it.</summary>
/// <param name="Text">Plain text; a line each for list items and table rows. A form feed marks where the next page starts.</param>
/// <param name="HeadingLevel">1 for the outermost; 0 when it is no heading.</param>
/// <param name="Page">The page it starts on, from 1; null when the format has none.</param>
internal sealed record Block(string Text, int HeadingLevel = 0, int? Page = null)
{
    public bool IsHeading => HeadingLevel > 0;
}
