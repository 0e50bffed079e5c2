namespace ForumQA.Tests.Ingestion.Pdf;

/// <summary>Writes the smallest PDF files that hold the given lines.</summary>
internal static class MinimalPdf
{
    private const int Top = 42;
    private const int LineHeight = 14;

    /// <param name="pages">The lines of each page in Latin letters, from the top; an empty one leaves a gap, one that starts with <c>#</c> is set large.</param>
    public static byte[] Of(params string[][] pages)
    {
        var file = new PdfFile();
        foreach (var lines in pages)
        {
            file.Page(lines.Select((line, i) => PdfFile.Line(60, Top + (i * LineHeight), line.TrimStart('#', ' '), line.StartsWith('#') ? 20 : 11)));
        }

        return file.ToBytes();
    }
}
