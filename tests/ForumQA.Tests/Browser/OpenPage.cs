using ForumQA.Tests.Api;
using Microsoft.Playwright;

namespace ForumQA.Tests.Browser;

/// <summary>The page of a running service, in a window of its own, under a strict content security policy. It takes note of all that no visitor should see.</summary>
internal sealed class OpenPage : IAsyncDisposable
{
    public const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; frame-src blob:; base-uri 'none'; form-action 'none'; "
        + "frame-ancestors 'none'; require-trusted-types-for 'script'";

    private readonly IBrowserContext _context;
    private readonly List<string> _complaints = [];

    private OpenPage(IBrowserContext context, IPage page, RunningService service)
    {
        _context = context;
        Page = page;
        Service = service;
    }

    public IPage Page { get; }

    public RunningService Service { get; }

    public ILocator Sentences => Page.Locator(".sentence");

    public ILocator Source => Page.Locator("#source");

    public ILocator Question => Page.GetByLabel("Your question");

    public static async Task<OpenPage> AtAsync(RunningService service, IBrowser browser, BrowserNewContextOptions? options = null)
    {
        options ??= new BrowserNewContextOptions { ViewportSize = new ViewportSize { Width = 1280, Height = 800 } };
        options.BaseURL = service.Address.ToString();
        options.ReducedMotion = ReducedMotion.Reduce;
        var context = await browser.NewContextAsync(options);
        context.SetDefaultTimeout((float)BrowserFixture.Patience.TotalMilliseconds);
        var opened = new OpenPage(context, await context.NewPageAsync(), service);
        opened.Listen();
        if (options.BypassCSP != true)
        {
            await opened.Page.RouteAsync(url => new Uri(url).AbsolutePath == "/", RestrictAsync);
        }

        await opened.Page.GotoAsync("/");
        return opened;
    }

    /// <summary>Asks and waits until the answer is complete.</summary>
    public async Task AskAsync(string question)
    {
        var before = await Page.Locator(".turn").CountAsync();
        await Question.FillAsync(question);
        await Question.PressAsync("Enter");
        await Page.Locator(".turn").Nth(before).Locator(".answer[aria-busy=false]").WaitForAsync();
    }

    /// <summary>The conversation shown, as the service keeps it.</summary>
    public async Task<System.Text.Json.Nodes.JsonNode> ConversationAsync() =>
        await Service.GetJsonAsync("/v1/conversations/" + new Uri(Page.Url).Fragment["#/c/".Length..]);

    public Task<bool> IsWiderThanWindowAsync() => Page.EvaluateAsync<bool>("document.documentElement.scrollWidth > innerWidth");

    /// <summary>Holds the page to have had no error, no forbidden script or style, and no request to another host.</summary>
    /// <param name="refusals">Whether requests that the service refuses are part of the test.</param>
    public void IsClean(bool refusals = false) => Assert.DoesNotContain(
        _complaints, complaint => !refusals || !complaint.Contains("Failed to load resource", StringComparison.Ordinal));

    public async ValueTask DisposeAsync() => await _context.CloseAsync();

    private static async Task RestrictAsync(IRoute route)
    {
        var response = await route.FetchAsync();
        var headers = new Dictionary<string, string>(response.Headers) { ["content-security-policy"] = Policy };
        await route.FulfillAsync(new RouteFulfillOptions { Response = response, Headers = headers });
    }

    private void Listen()
    {
        Page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning")
            {
                _complaints.Add($"{message.Type}: {message.Text}");
            }
        };
        Page.PageError += (_, error) => _complaints.Add("thrown: " + error);
        Page.Request += (_, request) =>
        {
            if (new Uri(request.Url) is { Scheme: "http" or "https" } address && address.Authority != Service.Address.Authority)
            {
                _complaints.Add("another host: " + request.Url);
            }
        };
    }
}
