namespace ForumQA.Answering.Planning;

/// <summary>A table of a document.</summary>
/// <param name="Header">The row that names the columns.</param>
/// <param name="Rows">The others with as many cells, in order.</param>
internal sealed record DocumentTable(DocumentLine Header, IReadOnlyList<DocumentLine> Rows)
{
    /// <summary>The title of its document.</summary>
    public string Title => Header.Sentences[0].Document.Title;

    /// <summary>What stands over its rows: headings, names of columns, title.</summary>
    public string Around => $"{Header.Heading} {Header.Text} {Title}";
}
