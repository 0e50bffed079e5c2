using ForumQA.Ingestion.Pdf;
using UglyToad.PdfPig;

namespace ForumQA.Tests.Ingestion.Pdf;

public sealed class PdfPageMarkerTests
{
    private static readonly byte[] TwoPages = MinimalPdf.Of(
        ["The river of Farland is long."], ["The bridge of Farland was designed", "by Otto Grau in 1954. It is red."]);

    [Fact]
    public void Marks_the_lines_of_the_quotation_on_its_page_and_nothing_else()
    {
        using var marked = PdfDocument.Open(PdfPageMarker.Mark(TwoPages, 2, "The bridge of Farland was de-\nsigned by Otto Grau in 1954.", CancellationToken.None)!);

        var page = marked.GetPage(1);
        var boxes = page.Paths.Select(path => path.GetBoundingRectangle()!.Value).OrderByDescending(box => box.Bottom).ToList();
        var text = string.Concat(page.Letters.Select(letter => letter.Value));
        var marks = page.Letters.Where(letter => boxes.Any(box => box.Left <= letter.BoundingBox.Left && box.Right >= letter.BoundingBox.Right
            && box.Bottom <= letter.StartBaseLine.Y && box.Top >= letter.StartBaseLine.Y)).Select(letter => letter.Value);
        Assert.Equal(1, marked.NumberOfPages);
        Assert.Contains("It is red", text, StringComparison.Ordinal);
        Assert.Equal(2, boxes.Count);
        Assert.Equal("ThebridgeofFarlandwasdesignedbyOttoGrauin1954", string.Concat(marks).Replace(" ", "", StringComparison.Ordinal).TrimEnd('.'));
    }

    [Fact]
    public void Copies_the_page_as_it_is_where_the_words_are_not_on_it_and_says_when_it_cannot()
    {
        using var unmarked = PdfDocument.Open(PdfPageMarker.Mark(TwoPages, 1, "The bridge of Farland was designed", CancellationToken.None)!);

        Assert.Contains("river", unmarked.GetPage(1).Text, StringComparison.Ordinal);
        Assert.Empty(unmarked.GetPage(1).Paths);
        Assert.Null(PdfPageMarker.Mark(TwoPages, 3, "The bridge", CancellationToken.None));
        Assert.Null(PdfPageMarker.Mark([1, 2, 3], 1, "The bridge", CancellationToken.None));
    }
}
