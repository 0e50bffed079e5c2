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
        var boxes = page.Paths.Where(path => path.IsFilled).Select(path => path.GetBoundingRectangle()!.Value).OrderByDescending(box => box.Bottom).ToList();
        var text = string.Concat(page.Letters.Select(letter => letter.Value));
        var marks = page.Letters.Where(letter => boxes.Any(box => box.Left <= letter.BoundingBox.Left && box.Right >= letter.BoundingBox.Right
            && box.Bottom <= letter.StartBaseLine.Y && box.Top >= letter.StartBaseLine.Y)).Select(letter => letter.Value);
        Assert.Equal(1, marked.NumberOfPages);
        Assert.Contains("It is red", text, StringComparison.Ordinal);
        Assert.Equal(2, boxes.Count);
        Assert.Equal("ThebridgeofFarlandwasdesignedbyOttoGrauin1954", string.Concat(marks).Replace(" ", "", StringComparison.Ordinal).TrimEnd('.'));
    }

    [Fact]
    public void Frames_the_words_over_a_ground_that_the_page_has_itself_and_where_the_page_moves_its_coordinates()
    {
        // Two streams, as some programs write: the first leaves the page turned upside down and a ground under the words that hides what is under it.
        var file = new PdfFile();
        var ground = file.Add(PdfFile.Stream("0.12 0.31 0.56 rg 40 700 400 60 re f 0.5 0 0 -0.5 0 842 cm"));
        var words = file.Add(PdfFile.Stream("BT 1 1 1 rg 2 0 0 -2 120 220 Tm /F1 11 Tf (The bridge of Farland was designed by Otto Grau.) Tj ET"));
        file.PageOf($"[{ground} 0 R {words} 0 R]");

        using var marked = PdfDocument.Open(PdfPageMarker.Mark(file.ToBytes(), 1, "The bridge of Farland was designed by Otto Grau.", CancellationToken.None)!);

        var page = marked.GetPage(1);
        var paths = page.Paths.ToList();
        var baseline = page.Letters[0].StartBaseLine;
        var frame = paths[^1].GetBoundingRectangle()!.Value;
        Assert.Equal((true, false), (paths[^1].IsStroked, paths[^1].IsFilled));
        Assert.Equal(3, paths.Count);
        Assert.InRange(baseline.Y, frame.Bottom, frame.Top);
        Assert.InRange(baseline.X, frame.Left, frame.Right);
        Assert.InRange(frame.Height, 5, 20);
        Assert.Equal((frame.Left, frame.Bottom), (paths[0].GetBoundingRectangle()!.Value.Left, paths[0].GetBoundingRectangle()!.Value.Bottom));
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
