using System.IO.Compression;
using System.Text;
using ForumQA.Ingestion;
using static ForumQA.Tests.Ingestion.Pdf.PdfFile;

namespace ForumQA.Tests.Ingestion.Pdf;

/// <summary>Files that cannot be read, or must not be.</summary>
public class PdfDamageTests
{
    private static readonly PdfFile Whole = new PdfFile().Page([Line(60, 100, "The harbour is closed.")]);

    [Fact]
    public async Task Says_what_to_do_with_a_scan()
    {
        var error = await Reading.FailureAsync("scan.pdf", MinimalPdf.Of([], []));

        Assert.Equal("pdf-without-text", error.Code);
        Assert.Contains("ocrmypdf", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Says_what_to_do_with_a_password()
    {
        var file = new PdfFile
        {
            Trailer = $"/ID [<00> <00>] /Encrypt << /Filter /Standard /V 1 /R 2 /P -44 /O <{new string('5', 64)}> /U <{new string('7', 64)}> >>",
        };

        var error = await Reading.FailureAsync("a.pdf", file.Page([Line(60, 100, "Secret.")]).ToBytes());

        Assert.Equal("pdf-protected", error.Code);
        Assert.Contains("qpdf --decrypt", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Says_what_to_do_with_a_damaged_file()
    {
        var error = await Reading.FailureAsync("a.pdf", "%PDF-1.4\nnothing of the kind"u8.ToArray());

        Assert.Equal("pdf-invalid", error.Code);
        Assert.Contains("print it as a new PDF", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reads_a_file_whose_table_of_objects_is_lost()
    {
        var bytes = Whole.ToBytes();
        var text = Encoding.Latin1.GetString(bytes);

        var document = await Reading.ReadAsync("a.pdf", Encoding.Latin1.GetBytes(text.Replace("startxref\n", "startxref\n9", StringComparison.Ordinal)));

        Assert.Equal("The harbour is closed.", document.Text);
    }

    [Fact]
    public async Task Keeps_the_other_pages_of_a_file_with_a_damaged_one_and_tells_which_is_missing()
    {
        var file = new PdfFile().Page([Line(60, 100, "Page one is whole.")]).PageOf("42").Page([Line(60, 100, "Page three is too.")]);

        var document = await Reading.ReadAsync("a.pdf", file.ToBytes());

        Assert.Equal("Page one is whole.\n\nPage three is too.", document.Text);
        Assert.Equal("2", document.Metadata["unread-pages"]);
        Assert.Equal([1, 3], document.Pages.Select(p => p.Number));
    }

    [Fact]
    public async Task Refuses_another_format_under_the_name_of_a_PDF()
    {
        var error = await Reading.FailureAsync("a.pdf", Encoding.UTF8.GetBytes("Just text."));

        Assert.Equal("pdf-invalid", error.Code);
    }

    [Fact]
    public async Task Gives_up_when_the_time_is_over()
    {
        var error = await Reading.FailureAsync("a.pdf", Whole.ToBytes(), new IngestionOptions { PdfTimeLimit = TimeSpan.FromTicks(1) });

        Assert.Equal("pdf-too-slow", error.Code);
    }

    [Fact]
    public async Task Stops_when_the_caller_does()
    {
        using var stopped = new CancellationTokenSource();
        await stopped.CancelAsync();
        var reader = new ForumQA.Ingestion.Pdf.PdfReader();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => reader.ReadAsync(new SourceFile("a.pdf", Whole.ToBytes()), new IngestionOptions(), stopped.Token));
    }

    [Theory]
    [InlineData("/FlateDecode")]
    [InlineData("[/FlateDecode /FlateDecode]")]
    public async Task Refuses_a_file_that_unpacks_to_very_much_more(string filter)
    {
        var content = Compress(new byte[200_000_000]);
        var packed = Encoding.Latin1.GetString(filter.StartsWith('[') ? Compress(content) : content);
        var file = new PdfFile().PageOf(Stream(packed, $"/Filter {filter}"));

        var error = await Reading.FailureAsync("a.pdf", file.ToBytes());

        Assert.Equal("pdf-too-large", error.Code);
    }

    [Fact]
    public async Task Refuses_pages_that_are_nested_without_end()
    {
        var file = new PdfFile();
        var inner = file.Add(Stream(Line(60, 100, "The end."), "/Type /XObject /Subtype /Form /BBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >>"));
        for (var i = 0; i < 2_000; i++)
        {
            inner = file.Add(Stream("/X Do", $"/Type /XObject /Subtype /Form /BBox [0 0 595 842] /Resources << /XObject << /X {inner} 0 R >> >>"));
        }

        var error = await Reading.FailureAsync("a.pdf", file.PageOf(Stream("/X Do"), resources: $"/XObject << /X {inner} 0 R >>").ToBytes());

        Assert.Equal("pdf-too-large", error.Code);
    }

    [Fact]
    public async Task Refuses_pages_that_multiply()
    {
        // Each form shows the one inside it forty times: 40 to the power of six times a long line.
        var file = new PdfFile();
        var inner = file.Add(Stream(Line(60, 100, new string('x', 2_000)), "/Type /XObject /Subtype /Form /BBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >>"));
        for (var i = 0; i < 6; i++)
        {
            inner = file.Add(Stream(string.Join(' ', Enumerable.Repeat("/X Do", 40)), $"/Type /XObject /Subtype /Form /BBox [0 0 595 842] /Resources << /XObject << /X {inner} 0 R >> >>"));
        }

        var error = await Reading.FailureAsync("a.pdf", file.PageOf(Stream("/X Do"), resources: $"/XObject << /X {inner} 0 R >>").ToBytes());

        Assert.Equal("pdf-too-large", error.Code);
    }

    private static byte[] Compress(byte[] bytes)
    {
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Optimal))
        {
            zlib.Write(bytes);
        }

        return packed.ToArray();
    }
}
