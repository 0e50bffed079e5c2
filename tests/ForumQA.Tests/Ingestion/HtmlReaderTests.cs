using System.Text;

namespace ForumQA.Tests.Ingestion;

public class HtmlReaderTests
{
    private const string Page =
        """
        <!doctype html><html lang="en"><head>
        <title>Fish and data | Harbour Times</title>
        <meta name="author" content="Anna Lund"><meta property="article:published_time" content="2024-12-03">
        <meta property="og:site_name" content="Harbour Times"><link rel="canonical" href="https://example.com/fish">
        <style>p { color: red }</style><script>var secret = "script text";</script></head>
        <body class="has-sidebar"><header><a href="/">Harbour Times</a></header><nav><ul><li>Home<li>Sport</ul></nav>
        <div id="cookie-banner"><p>We care about your privacy. Accept.</p></div>
        <main><article><header><h1>Fish and data</h1></header>
        <p>The towns met in <a href="/l">Lund</a>&nbsp;on
        Monday.<br>They   agreed.</p>
        <div class="share-buttons"><a>Facebook</a><a>Mail</a></div>
        <h2>What they sold</h2>
        <ul><li>Herring</li><li><p>Cod, of which</p><ol start="3"><li>half was fresh</li></ol></li></ul>
        <table><caption>Catch</caption><thead><tr><th>Town</th><th>Tons</th></tr></thead><tr><td>Lund</td><td><b>15</b> t</td></tr></table>
        <blockquote>Data is like water.</blockquote><pre>a
          b</pre><p style="display:none">Hidden words.</p>
        <figure><img src="x.png"><figcaption>The harbour of Lund at dawn.</figcaption></figure>
        </article><aside>Weather</aside><div class="comments"><p>First!</p></div></main>
        <footer>Imprint</footer></body></html>
        """;

    [Fact]
    public async Task Reads_the_main_content_only()
    {
        var document = await Reading.ReadAsync("a.html", Page);

        Assert.Equal(
            """
            Fish and data

            The towns met in Lund on Monday.
            They agreed.

            What they sold

            - Herring
            - Cod, of which
            3. half was fresh

            Catch

            Town | Tons
            Lund | 15 t

            Data is like water.

            a
            b

            The harbour of Lund at dawn.
            """,
            document.Text);
    }

    [Fact]
    public async Task Takes_title_address_and_metadata_from_the_head()
    {
        var document = await Reading.ReadAsync("a.html", Page);

        Assert.Equal("Fish and data", document.Title);
        Assert.Equal("https://example.com/fish", document.Uri);
        Assert.Equal(
            [("author", "Anna Lund"), ("date", "2024-12-03"), ("lang", "en"), ("publisher", "Harbour Times")],
            document.Metadata.Select(m => (m.Key, m.Value)));
        Assert.Equal([(1, "Fish and data"), (2, "What they sold")], document.Headings.Select(h => (h.Level, h.Title)));
    }

    [Theory]
    [InlineData("<meta property='og:title' content='Open'><title>Title</title><h1>Heading</h1><p>Text.", "Open")]
    [InlineData("<title>Title</title><p>Text.", "Title")]
    [InlineData("<h1>Heading</h1><p>Text.", "Heading")]
    public async Task Prefers_the_title_made_for_readers(string html, string title) =>
        Assert.Equal(title, (await Reading.ReadAsync("a.htm", html)).Title);

    [Fact]
    public async Task Keeps_content_whose_class_sounds_like_furniture()
    {
        var document = await Reading.ReadAsync("a.html", "<body><div class='menu page'><p>The whole text of the page stands in here.</p></div></body>");

        Assert.Equal("The whole text of the page stands in here.", document.Text);
    }

    [Fact]
    public async Task Reads_a_page_laid_out_by_a_table()
    {
        var document = await Reading.ReadAsync("a.html", "<table><tr><td><h1>Fish</h1><p>One.</p><p>Two.</p></td><td><p>Three.</p></td></tr></table>");

        Assert.Equal("Fish\n\nOne.\n\nTwo.\n\nThree.", document.Text);
    }

    [Fact]
    public async Task Honours_the_declared_encoding()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var bytes = Encoding.GetEncoding("windows-1251").GetBytes("<meta charset=\"windows-1251\"><p>Форум открыт.");

        Assert.Equal("Форум открыт.", (await Reading.ReadAsync("a.html", bytes)).Text);
    }

    [Fact]
    public async Task Survives_endless_nesting()
    {
        var html = string.Concat(Enumerable.Repeat("<div class='menu'><span>", 4_000)) + "Deep text.";

        Assert.Equal("Deep text.", (await Reading.ReadAsync("a.html", html)).Text);
    }

    [Fact]
    public async Task Keeps_a_term_and_its_explanation_on_one_line()
    {
        var document = await Reading.ReadAsync("a.html", "<main><h1>Words</h1><p>Words of the harbour.</p><dl><dt>Mole</dt><dt>Pier</dt><dd><p>A wall in the sea.</p><p>It is long.</p></dd><dt>Quay</dt><dd>Where ships land.</dd><dt>Lock</dt></dl></main>");

        Assert.EndsWith("Mole, Pier: A wall in the sea.\n\nIt is long.\n\nQuay: Where ships land.\n- Lock", document.Text, StringComparison.Ordinal);
    }
}
