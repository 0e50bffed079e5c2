using ForumQA.Benchmarks.Fuzzing;

namespace ForumQA.Tests.Ingestion;

public class BookReaderTests
{
    [Fact]
    public async Task Chapters_are_read_in_order_without_the_contents()
    {
        var document = await Reading.ReadAsync("a.epub", Packages.Book(
            "<h1>The opening</h1><p>Ada Quill opened the harbour.<a id=\"x\"/></p><script/><aside><p>The mayor.</p></aside>",
            "<?xml version=\"1.0\" encoding=\"utf-8\"?><html xmlns=\"http://www.w3.org/1999/xhtml\"><head><title/></head><body><h1>The docks</h1><table><tr><th>Dock</th><th>Depth</th></tr><tr><td>North</td><td>9 m</td></tr></table></body></html>"));

        Assert.Equal(
            """
            The opening

            Ada Quill opened the harbour.

            The mayor.

            The docks

            Dock | Depth
            North | 9 m
            """,
            document.Text);
        Assert.Equal(("The harbour book", "Ada Quill", "en"), (document.Title, document.Metadata["author"], document.Metadata["lang"]));
    }

    [Fact]
    public async Task A_locked_book_is_refused_and_one_with_locked_fonts_is_not()
    {
        const string Locked = """<encryption><EncryptedData><CipherData><CipherReference URI="{0}"/></CipherData></EncryptedData></encryption>""";

        var error = await Reading.FailureAsync("a.epub", Packages.Book(Locked.Replace("{0}", "OEBPS/text/chapter%200.xhtml", StringComparison.Ordinal), ["<p>Text.</p>"]));
        var document = await Reading.ReadAsync("a.epub", Packages.Book(Locked.Replace("{0}", "OEBPS/font.otf", StringComparison.Ordinal), ["<p>Text.</p>"]));

        Assert.Equal("book-locked", error.Code);
        Assert.Equal("Text.", document.Text);
    }

    [Theory]
    [InlineData("<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;\">]>")]
    [InlineData("not XML")]
    public async Task A_package_that_is_no_book_is_refused_with_what_to_do(string container)
    {
        var error = await Reading.FailureAsync("a.epub", Packages.Pack([("META-INF/container.xml", container)]));

        Assert.Equal("book-invalid", error.Code);
        Assert.Contains("'a.epub'", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_book_that_unpacks_into_very_much_more_is_refused()
    {
        var bomb = Packages.Book([.. Enumerable.Repeat(new string('x', 4_000_000), 12)]);
        Assert.True(bomb.Length < 1_000_000, "It is no bomb.");

        Assert.Equal("book-too-large", (await Reading.FailureAsync("a.epub", bomb)).Code);
    }
}
