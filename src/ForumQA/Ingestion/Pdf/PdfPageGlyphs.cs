namespace ForumQA.Ingestion.Pdf;

/// <summary>The characters of a page in the order in which the file writes them.</summary>
internal sealed record PdfPageGlyphs(IReadOnlyList<PdfGlyph> Glyphs);
