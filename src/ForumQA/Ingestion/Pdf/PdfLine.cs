namespace ForumQA.Ingestion.Pdf;

/// <summary>A line of a page.</summary>
/// <param name="Block">The number of its block of text on the page.</param>
/// <param name="Text">Its words.</param>
/// <param name="Height">The height of its font, in points.</param>
/// <param name="Right">Distance of its end from the page's left edge, in points.</param>
/// <param name="IsTableRow">Whether it is a row of a table, its cells parted by <c>|</c>.</param>
internal sealed record PdfLine(int Block, string Text, double Height, double Right, bool IsTableRow = false);
