using System.Text;
using ForumQA.Benchmarks.Fuzzing;

namespace ForumQA.Tests.Cli;

/// <summary>Questions over a folder of spreadsheets, slides, a book and a message, as a user would ask them.</summary>
public sealed class FormatsTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public FormatsTests()
    {
        Write("harbour-fees.xlsx", Packages.Workbook(
            $"<sheetData>{Packages.Row(1, "Dock", "Depth in metres", "Fee per night", "Harbour master")}{Packages.Row(2, "North dock", "9", "40 euros", "Tom Birch")}{Packages.Row(3, "South dock", "6", "25 euros", "Rosa Klein")}{Packages.Row(4, "Old dock", "4", "15 euros", "Ada Quill")}</sheetData>"));
        Write("ferries.csv", Encoding.UTF8.GetBytes("Ferry,Destination,Departure,Passengers\nHeron,Lund,07:15,120\nGull,Marby,08:40,85\nTern,Osten,12:05,240\n"));
        Write("regatta.pptx", Packages.Presentation(
            (Packages.Shape("type=\"title\"", "The regatta of 2027"), ""),
            (Packages.Shape("type=\"title\"", "Budget") + Packages.Shape("", "The regatta costs 80,000 euros.", "The town pays half of it."), Packages.Shape("type=\"body\"", "The sponsor is the bakery in Market Street."))));
        Write("history.epub", Packages.Book("<h1>The lighthouse</h1><p>The lighthouse was built by Nils Berg in 1874 from granite of the island.</p>"));
        Write("strike.eml", Encoding.UTF8.GetBytes("From: Ingrid Moe <ingrid@example.org>\r\nTo: Tom Birch <tom@example.org>\r\nSubject: The strike of the pilots\r\nDate: Mon, 4 May 2026 10:00:00 +0200\r\n\r\nDear Tom,\r\n\r\nThe pilots will strike from Thursday until Saturday. They demand a second boat.\r\n"));
        Write("damaged.xlsx", [1, 2, 3]);
    }

    [Theory]
    [InlineData("Who is the harbour master of the south dock?", "Rosa Klein", "harbour-fees.xlsx")]
    [InlineData("Which dock is the deepest?", "North dock", "harbour-fees.xlsx")]
    [InlineData("When does the Gull depart?", "08:40", "ferries.csv")]
    [InlineData("Which ferry has the most passengers?", "Tern", "ferries.csv")]
    [InlineData("How much does the regatta cost?", "80,000 euros", "regatta.pptx")]
    [InlineData("Who is the sponsor of the regatta?", "bakery", "regatta.pptx")]
    [InlineData("Who built the lighthouse?", "Nils Berg", "history.epub")]
    [InlineData("What do the pilots demand?", "a second boat", "strike.eml")]
    public async Task Questions_are_answered_from_every_format(string question, string words, string document)
    {
        var run = await CliRun.InvokeAsync("", "ask", question, "--json", "--corpus", _folder["corpus"], "--index", _folder["corpus.db"]);

        Assert.Equal(0, run.ExitCode);
        Assert.Contains(words, run.Output, StringComparison.Ordinal);
        Assert.Contains($"\"{document}\"", run.Output, StringComparison.Ordinal);
        Assert.Contains("damaged.xlsx", run.Error, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();

    private void Write(string name, byte[] bytes)
    {
        Directory.CreateDirectory(_folder["corpus"]);
        File.WriteAllBytes(Path.Combine(_folder["corpus"], name), bytes);
    }
}
