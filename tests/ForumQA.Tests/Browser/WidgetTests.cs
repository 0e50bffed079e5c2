using ForumQA.Tests.Api;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace ForumQA.Tests.Browser;

/// <summary>The question box on the page of another site, which has a strict content security policy of its own.</summary>
[Collection(BrowserTests.Name)]
public sealed class WidgetTests(BrowserFixture fixture)
{
    [BrowserFact]
    public async Task Another_sites_page_shows_an_answer_with_its_sources()
    {
        await using var site = await OtherSite.StartAsync();
        using var folder = new ServiceFolder();
        folder.Write("mark.md", "# Markup\n\nThe motto of the ferry is <img src=x onerror=alert(1)> in golden letters.");
        await using var service = await RunningService.StartAsync(folder, settings: $"--Api:Widget:Origins:0={site.Origin}");
        site.Show(service.Address, "data-title='Ask the harbour'");
        var page = await OpenAsync(site);
        var complaints = new List<string>();
        page.Console += (_, message) => complaints.Add(message.Text);
        page.PageError += (_, error) => complaints.Add(error);

        await page.GotoAsync(site.Origin);
        await page.GetByLabel("Ask the harbour").FillAsync(ServiceFolder.Question);
        await page.GetByRole(AriaRole.Button, new() { Name = "Ask", Exact = true }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("The keeper of the lighthouse in 1930 was Tom Birch.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Source 1" }).ClickAsync();
        await Expect(page.Locator("li.shown")).ToContainTextAsync("[1] The harbour › Lighthouse");
        await Expect(page.Locator("li.shown")).ToBeFocusedAsync();
        await Expect(page.Locator("li.shown blockquote")).ToContainTextAsync("Tom Birch");

        await page.GetByLabel("Ask the harbour").FillAsync("What is the motto of the ferry?");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator("blockquote")).ToContainTextAsync("golden letters");
        Assert.Equal(0, await page.Locator("img").CountAsync());

        await page.GetByLabel("Ask the harbour").FillAsync("What is the capital of Peru?");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("Not in these documents.");
        await page.SetViewportSizeAsync(320, 600);
        Assert.False(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth > innerWidth"));
        Assert.Empty(complaints);
        await page.Context.CloseAsync();
    }

    [BrowserFact]
    public async Task A_site_that_is_not_named_gets_no_answer()
    {
        await using var site = await OtherSite.StartAsync();
        await using var service = await RunningService.StartAsync(settings: "--Api:Widget:Origins:0=https://www.example.org");
        site.Show(service.Address, "");
        var page = await OpenAsync(site);

        await page.GotoAsync(site.Origin);
        await page.GetByLabel("Ask our documents").FillAsync(ServiceFolder.Question);
        await page.Keyboard.PressAsync("Enter");

        await Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("could not be fetched");
        Assert.Empty((await service.GetJsonAsync("/v1/conversations"))["conversations"]!.AsArray());
        await page.Context.CloseAsync();
    }

    private async Task<IPage> OpenAsync(OtherSite site)
    {
        var context = await fixture.Browser.NewContextAsync(new BrowserNewContextOptions { BaseURL = site.Origin, ViewportSize = new ViewportSize { Width = 1280, Height = 800 } });
        context.SetDefaultTimeout((float)BrowserFixture.Patience.TotalMilliseconds);
        return await context.NewPageAsync();
    }

    /// <summary>A page on another port, and so of another origin.</summary>
    private sealed class OtherSite : IAsyncDisposable
    {
        private readonly WebApplication _app;
        private string _html = "";
        private string _policy = "";

        private OtherSite(WebApplication app) => _app = app;

        public string Origin => _app.Urls.Single();

        public static async Task<OtherSite> StartAsync()
        {
            var builder = WebApplication.CreateSlimBuilder();
            builder.Logging.ClearProviders();
            builder.WebHost.UseUrls("http://127.0.0.1:0");
            var app = builder.Build();
            var site = new OtherSite(app);
            app.MapGet("/", (HttpContext context) =>
            {
                context.Response.Headers.ContentSecurityPolicy = site._policy;
                return TypedResults.Content(site._html, "text/html; charset=utf-8");
            });
            await app.StartAsync();
            return site;
        }

        public void Show(Uri service, string attributes)
        {
            var origin = service.GetLeftPart(UriPartial.Authority);
            _policy = $"default-src 'none'; img-src data:; script-src {origin}; connect-src {origin}";
            _html = $"<!doctype html><html lang=en><title>Harbour</title><link rel=icon href='data:,'><h1>The harbour</h1><script src='{origin}/widget.js' {attributes}></script><p>The end.</p></html>";
        }

        public ValueTask DisposeAsync() => _app.DisposeAsync();
    }
}
