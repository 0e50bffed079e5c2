using System.Globalization;
using System.Text;

namespace ForumQA.Tests.Ingestion;

/// <summary>Writes the smallest PDF files that hold the given lines.</summary>
internal static class MinimalPdf
{
    private const int Top = 800;
    private const int LineHeight = 14;

    /// <param name="pages">The lines of each page in Latin letters, from the top; an empty one leaves a gap, one that starts with <c>#</c> is set large.</param>
    public static byte[] Of(params string[][] pages)
    {
        var kids = string.Join(' ', pages.Select((_, i) => $"{4 + (2 * i)} 0 R"));
        List<string> objects =
        [
            "<< /Type /Catalog /Pages 2 0 R >>",
            $"<< /Type /Pages /Kids [{kids}] /Count {pages.Length} >>",
            "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        ];
        for (var i = 0; i < pages.Length; i++)
        {
            var content = Content(pages[i]);
            objects.Add($"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {5 + (2 * i)} 0 R /Resources << /Font << /F1 3 0 R >> >> >>");
            objects.Add($"<< /Length {content.Length} >>\nstream\n{content}\nendstream");
        }

        return Encoding.ASCII.GetBytes(File(objects));
    }

    private static string Content(string[] lines)
    {
        var content = new StringBuilder("BT\n");
        for (var i = 0; i < lines.Length; i++)
        {
            var size = lines[i].StartsWith('#') ? 20 : 11;
            var words = lines[i].TrimStart('#', ' ').Replace("(", "\\(", StringComparison.Ordinal).Replace(")", "\\)", StringComparison.Ordinal);
            content.Append(CultureInfo.InvariantCulture, $"/F1 {size} Tf 1 0 0 1 60 {Top - (i * LineHeight)} Tm ({words}) Tj\n");
        }

        return content.Append("ET").ToString();
    }

    private static string File(List<string> objects)
    {
        var file = new StringBuilder("%PDF-1.4\n");
        var offsets = new List<int>();
        for (var i = 0; i < objects.Count; i++)
        {
            offsets.Add(file.Length);
            file.Append(CultureInfo.InvariantCulture, $"{i + 1} 0 obj\n{objects[i]}\nendobj\n");
        }

        var table = file.Length;
        file.Append(CultureInfo.InvariantCulture, $"xref\n0 {objects.Count + 1}\n0000000000 65535 f \n");
        offsets.ForEach(offset => file.Append(CultureInfo.InvariantCulture, $"{offset:D10} 00000 n \n"));
        return file.Append(CultureInfo.InvariantCulture, $"trailer << /Size {objects.Count + 1} /Root 1 0 R >>\nstartxref\n{table}\n%%EOF").ToString();
    }
}
