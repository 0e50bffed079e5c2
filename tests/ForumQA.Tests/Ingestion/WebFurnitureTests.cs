namespace ForumQA.Tests.Ingestion;

public class WebFurnitureTests
{
    private const string Article =
        """
        Harbour towns trade data for fish

        The harbour towns met on Monday. They agreed to share their catch reports within a year.

        "We use cookies to count visitors of the fish market," said Anna Lund.

        What comes next

        Read more books, the mayor asked. Comments were welcome.
        """;

    [Theory]
    [InlineData("Skip to main content")]
    [InlineData("« Back to top »")]
    [InlineData("Share on WhatsApp")]
    [InlineData("12 views 3 comments")]
    [InlineData("1,204 shares")]
    [InlineData("hero_image-2.webp")]
    [InlineData("4 min read")]
    [InlineData("Advertisement")]
    [InlineData("Page 2 of 7")]
    [InlineData("« 1 2 3 ... 9 »")]
    [InlineData("© 2024 Harbour Times Ltd. All rights reserved.")]
    [InlineData("Photo: Lars Holm/HT")]
    [InlineData("Read more: Ten recipes for herring")]
    [InlineData("Sign up for our newsletter!")]
    [InlineData("Weiterlesen →")]
    [InlineData("Click to share on Reddit (Opens in new window)")]
    public async Task Drops_a_line_that_no_article_holds(string line)
    {
        foreach (var text in (string[])[$"{line}\n\n{Article}", $"{Article}\n\n{line}", Article.Replace("What comes next", $"{line}\n\nWhat comes next", StringComparison.Ordinal)])
        {
            Assert.Equal(Article, (await Reading.ReadAsync("a.txt", text)).Text);
        }
    }

    [Theory]
    [InlineData("This website uses cookies to give you the best experience. You can switch them off at any time.")]
    [InlineData("Our new shop opens soon, so kindly bear with us!")]
    [InlineData("Subscribe to the weekly digest and never miss a story.")]
    [InlineData("Please enable JavaScript to see this page.")]
    [InlineData("You may also like")]
    [InlineData("Home › News › Fish")]
    [InlineData("Tags: fish, harbour, data")]
    public async Task Drops_notices_before_and_after_the_article(string line)
    {
        Assert.Equal(Article, (await Reading.ReadAsync("a.txt", $"{line}\n\n{Article}")).Text);
        Assert.Equal(Article, (await Reading.ReadAsync("a.txt", $"{Article}\n\n{line}")).Text);
    }

    [Fact]
    public async Task Drops_menus_and_button_bars_around_the_article()
    {
        var document = await Reading.ReadAsync("a.txt", $"Menu\nHome About Contact\n|\nSearch\n\n{Article}\n\nShare\nFacebook Twitter\nEmail\nComments\nKommentare");

        Assert.Equal(Article, document.Text);
    }

    [Theory]
    [InlineData("Search")]
    [InlineData("Events")]
    [InlineData("Facebook")]
    [InlineData("Photo: the mayor opens the new market hall in the rain.")]
    [InlineData("(c) the third point concerns the catch reports of the islands.")]
    [InlineData("Copyright law was the subject of the second day.")]
    [InlineData("We use cookies only for the market, the towns declared.")]
    [InlineData("Sign up, the mayor said.")]
    [InlineData("Subscribe to peace")]
    [InlineData("Herring | 15 t | 2024")]
    [InlineData("A second hall is coming soon.")]
    [InlineData("SOURCE: Harbour Times | HT")]
    [InlineData("15 percent")]
    [InlineData("See map.png for the towns.")]
    public async Task Keeps_a_line_that_could_belong_to_the_article(string line)
    {
        var between = Article.Replace("What comes next", $"{line}\n\nWhat comes next", StringComparison.Ordinal);

        Assert.Equal(between, (await Reading.ReadAsync("a.txt", between)).Text);
    }

    [Theory]
    [InlineData("Contact\n\nWrite to the harbour office. It answers within a day.")]
    [InlineData("News\n\nThe fish market opens on Monday.")]
    public async Task Keeps_the_title_of_an_article_that_is_named_like_a_menu_item(string text) =>
        Assert.Equal(text, (await Reading.ReadAsync("a.txt", text)).Text);

    [Fact]
    public async Task Remembers_the_source_and_leaves_its_line_in_the_text()
    {
        var document = await Reading.ReadAsync("a.txt", $"{Article}\n\nSource: Harbour Times | HT");

        Assert.Equal("Harbour Times | HT", document.Metadata["source"]);
        Assert.EndsWith("Source: Harbour Times | HT", document.Text, StringComparison.Ordinal);
    }
}
