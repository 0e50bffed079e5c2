using ForumQA.Tests.Api;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace ForumQA.Tests.Browser;

/// <summary>Asking on the page, and reading where the answer comes from.</summary>
[Collection(BrowserTests.Name)]
public sealed class AskingTests(BrowserFixture fixture)
{
    private const string Foreign = "Who won the football world cup?";

    [BrowserFact]
    public async Task A_citation_opens_the_source_at_the_quotation_and_gives_the_focus_back()
    {
        await using var service = await RunningService.StartAsync();
        await using var open = await OpenPage.AtAsync(service, fixture.Browser);

        await open.AskAsync(ServiceFolder.Question);
        var citation = open.Page.Locator(".citation").First;
        await citation.ClickAsync();

        var kept = (await open.ConversationAsync())["answers"]![0]!;
        await Expect(open.Sentences).ToHaveCountAsync(kept["sentences"]!.AsArray().Count);
        await Expect(open.Sentences.First).ToContainTextAsync("Tom Birch");
        await Expect(open.Sentences.First).ToContainTextAsync("Quoted word for word");
        await Expect(open.Source.Locator("mark")).ToHaveTextAsync((string)kept["citations"]![0]!["quotation"]!);
        await Expect(open.Source.Locator("mark")).ToBeInViewportAsync();
        await Expect(open.Source).ToContainTextAsync("Lighthouse");
        await Expect(open.Page.Locator("#source-title")).ToBeFocusedAsync();
        await open.Page.Keyboard.PressAsync("Escape");
        await Expect(open.Source).ToBeHiddenAsync();
        await Expect(citation).ToBeFocusedAsync();
        open.IsClean();
    }

    [BrowserFact]
    public async Task An_abstention_has_its_reason_and_the_nearest_passages_to_read()
    {
        await using var service = await RunningService.StartAsync();
        await using var open = await OpenPage.AtAsync(service, fixture.Browser);

        await open.AskAsync("How many windows has the lighthouse of Farland?");
        await open.AskAsync(Foreign);

        var answers = (await open.ConversationAsync())["answers"]!.AsArray();
        var abstention = Assert.Single(answers, answer => (string?)answer!["question"] == Foreign)!["abstention"]!;
        var turn = open.Page.Locator(".turn").Last;
        await Expect(turn.Locator(".abstention h3")).ToHaveTextAsync("Not in these documents");
        await Expect(turn.Locator(".abstention .reason")).ToHaveTextAsync((string)abstention["reason"]!);
        await Expect(turn.Locator(".nearest li")).ToHaveCountAsync(abstention["nearest"]!.AsArray().Count);

        var nearest = open.Page.Locator(".nearest button").First;
        await nearest.ClickAsync();
        await Expect(open.Source.Locator("mark").First).ToBeVisibleAsync();
        open.IsClean();
    }

    [BrowserFact]
    public async Task A_conversation_survives_reloading_and_is_deleted_when_told_to()
    {
        await using var service = await RunningService.StartAsync();
        await using var open = await OpenPage.AtAsync(service, fixture.Browser);
        await open.AskAsync(ServiceFolder.Question);
        var sentences = await open.Sentences.AllInnerTextsAsync();

        await open.Page.ReloadAsync();

        await Expect(open.Page.Locator(".turn .question")).ToHaveTextAsync(ServiceFolder.Question);
        Assert.Equal(sentences, await open.Sentences.AllInnerTextsAsync());
        await Expect(open.Page.Locator("#conversations a[aria-current=page]")).ToHaveTextAsync(ServiceFolder.Question);

        await open.Page.GetByRole(AriaRole.Link, new() { Name = "New question" }).First.ClickAsync();
        await Expect(open.Page.Locator(".welcome")).ToBeVisibleAsync();
        await open.Page.Locator("#conversations a").ClickAsync();
        await Expect(open.Sentences.First).ToBeVisibleAsync();

        await open.Page.GetByRole(AriaRole.Button, new() { Name = "More about the conversation" }).ClickAsync();
        await open.Page.Locator("#conversation").GetByRole(AriaRole.Button, new() { Name = "Delete", Exact = true }).ClickAsync();
        await open.Page.Locator("#confirm-yes").ClickAsync();
        await Expect(open.Page.Locator("#conversations")).ToHaveTextAsync("None yet");
        Assert.Empty((await service.GetJsonAsync("/v1/conversations"))["conversations"]!.AsArray());
        open.IsClean();
    }

    [BrowserFact]
    public async Task The_keyboard_is_enough()
    {
        await using var service = await RunningService.StartAsync();
        await using var open = await OpenPage.AtAsync(service, fixture.Browser);
        var keyboard = open.Page.Keyboard;
        await open.Page.Locator(".example").First.WaitForAsync();
        await open.Page.Locator(".skip").FocusAsync();

        await keyboard.PressAsync("Enter");
        await Expect(open.Question).ToBeFocusedAsync();
        await keyboard.TypeAsync("Who was the keeper");
        await keyboard.PressAsync("Shift+Enter");
        await keyboard.TypeAsync("of the lighthouse in 1930?");
        await Expect(open.Page.Locator(".turn")).ToHaveCountAsync(0);
        await keyboard.PressAsync("Enter");
        await open.Page.Locator(".answer[aria-busy=false]").WaitForAsync();
        await Expect(open.Page.Locator("#announcer")).ToContainTextAsync("Tom Birch");
        for (var i = 0; i < 20 && !await open.Page.EvaluateAsync<bool>("document.activeElement.matches('.citation')"); i++)
        {
            await keyboard.PressAsync("Shift+Tab");
        }

        await keyboard.PressAsync("Enter");
        await Expect(open.Source.Locator("mark")).ToBeVisibleAsync();
        await keyboard.PressAsync("Tab");
        Assert.True(await open.Page.EvaluateAsync<bool>("document.getElementById('source').contains(document.activeElement)"));
        await keyboard.PressAsync("Escape");
        Assert.True(await open.Page.EvaluateAsync<bool>("document.activeElement.matches('.citation')"));
        open.IsClean();
    }

    [BrowserFact]
    public async Task What_stands_in_a_document_stays_text()
    {
        const string Hostile = "<img src=x onerror=document.title='taken'>";
        using var folder = new ServiceFolder();
        folder.Write("hostile.txt", $"The owner of the windmill is {Hostile} Nora Finch. <script>document.title='taken'</script> The windmill has four sails.");
        await using var service = await RunningService.StartAsync(folder);
        await using var open = await OpenPage.AtAsync(service, fixture.Browser);

        await open.AskAsync("Who is the owner of the windmill?");
        await open.Page.Locator(".citation, .nearest button").First.ClickAsync();
        await Expect(open.Source.Locator(".source-text")).ToContainTextAsync(Hostile);
        await Expect(open.Source.Locator(".source-text")).ToContainTextAsync("<script>");

        Assert.Equal(0, await open.Page.Locator("img[src=x], .source script, .talk script").CountAsync());
        Assert.Equal("ForumQA", await open.Page.TitleAsync());
        open.IsClean();
    }

    [BrowserFact]
    public async Task A_key_is_asked_for_once_and_sent_with_every_request()
    {
        await using var service = await RunningService.StartAsync();
        await using var open = await OpenPage.AtAsync(service, fixture.Browser);
        var keys = new List<string?>();
        await open.Page.RouteAsync("**/v1/**", async route =>
        {
            var key = route.Request.Headers.GetValueOrDefault("authorization");
            keys.Add(key);
            await (key == "Bearer open sesame"
                ? route.ContinueAsync()
                : route.FulfillAsync(new() { Status = 401, ContentType = "application/problem+json", Body = """{"title":"A key is needed","status":401,"detail":"Send a key.","code":"key-missing"}""" }));
        });

        await open.Page.ReloadAsync();
        await open.Page.GetByLabel("API key").FillAsync("open sesame");
        await open.Page.Keyboard.PressAsync("Enter");
        await open.Page.Locator(".example").First.WaitForAsync();
        await open.AskAsync(ServiceFolder.Question);
        await open.Page.ReloadAsync();
        await Expect(open.Sentences.First).ToBeVisibleAsync();

        await Expect(open.Page.Locator("#key")).ToBeHiddenAsync();
        Assert.DoesNotContain(null, keys.SkipWhile(key => key is null));
        open.IsClean(refusals: true);
    }
}
