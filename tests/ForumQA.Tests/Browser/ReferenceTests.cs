using System.Text.RegularExpressions;
using ForumQA.Tests.Api;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace ForumQA.Tests.Browser;

/// <summary>The API as a page for people, without anything from elsewhere.</summary>
[Collection(BrowserTests.Name)]
public sealed partial class ReferenceTests(BrowserFixture fixture)
{
    [BrowserFact]
    public async Task Shows_the_operations_and_asks_no_other_host()
    {
        await using var service = await RunningService.StartAsync();
        var context = await fixture.Browser.NewContextAsync(new BrowserNewContextOptions { ViewportSize = new ViewportSize { Width = 1280, Height = 900 } });
        context.SetDefaultTimeout((float)BrowserFixture.Patience.TotalMilliseconds);
        var page = await context.NewPageAsync();
        var hosts = new HashSet<string>();
        var errors = new List<string>();
        page.Request += (_, request) =>
        {
            if (new Uri(request.Url) is { Scheme: "http" or "https" } address)
            {
                hosts.Add(address.Authority);
            }
        };
        page.PageError += (_, error) => errors.Add(error);

        await page.GotoAsync(new Uri(service.Address, "/reference").ToString());
        await Expect(page.GetByText("Ask a question").First).ToBeVisibleAsync();

        // What is far down is drawn when it comes near; which operation is the first to be tried does not matter here.
        await Expect(page.GetByRole(AriaRole.Button, new() { NameRegex = TestRequest() }).First).ToBeVisibleAsync();

        Assert.Equal([service.Address.Authority], hosts);
        Assert.Empty(errors);
        if (Chromium.Screenshots is { } folder)
        {
            await page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(folder, "reference.png") });
        }

        await context.CloseAsync();
    }

    [GeneratedRegex("^Test Request")]
    private static partial Regex TestRequest();
}
