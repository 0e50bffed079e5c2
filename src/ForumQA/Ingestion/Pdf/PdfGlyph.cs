namespace ForumQA.Ingestion.Pdf;

/// <summary>A character where a page shows it, turned so that its line runs to the right.</summary>
/// <param name="Text">What it stands for: mostly one character.</param>
/// <param name="X">Where it begins on its line, in points.</param>
/// <param name="Y">Its base line, in points downwards.</param>
/// <param name="Width">How far it moves on, in points.</param>
/// <param name="Size">The height of its font, in points.</param>
/// <param name="Angle">How its line was turned on the page, in degrees counter-clockwise, in steps of 5.</param>
internal readonly record struct PdfGlyph(string Text, double X, double Y, double Width, double Size, int Angle);
