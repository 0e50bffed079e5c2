using ForumQA.Tests.Api;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace ForumQA.Tests.Browser;

/// <summary>The list of conversations on the page.</summary>
[Collection(BrowserTests.Name)]
public sealed class ConversationsTests(BrowserFixture fixture)
{
    private const string Oven = "Who built the oven of the bakery?";

    [BrowserFact]
    public async Task Is_found_by_words_renamed_and_told_from_one_of_the_same_question()
    {
        await using var service = await RunningService.StartAsync();
        await using var open = await OpenPage.AtAsync(service, fixture.Browser);
        var list = open.Page.Locator("#conversations a");
        foreach (var question in new[] { Oven, ServiceFolder.Question, ServiceFolder.Question })
        {
            await open.Page.GetByRole(AriaRole.Link, new() { Name = "New question" }).First.ClickAsync();
            await open.Page.Locator(".welcome").WaitForAsync();
            await open.AskAsync(question);
        }

        await Expect(list).ToHaveCountAsync(3);
        await Expect(open.Page.Locator(".conversation-when")).ToHaveCountAsync(2);
        await open.Page.GetByLabel("Find a conversation").FillAsync("rosa klein");
        await Expect(list).ToHaveCountAsync(1);
        await Expect(list).ToHaveTextAsync(Oven);
        await open.Page.GetByRole(AriaRole.Button, new() { Name = "More about the conversation" }).ClickAsync();
        await open.Page.GetByLabel("Title").FillAsync("Ovens of the town");
        await open.Page.GetByRole(AriaRole.Button, new() { Name = "Save", Exact = true }).ClickAsync();
        await Expect(list).ToHaveTextAsync("Ovens of the town");
        await Expect(open.Page.GetByRole(AriaRole.Button, new() { Name = "More about the conversation Ovens of the town" })).ToBeFocusedAsync();
        await open.Page.GetByLabel("Find a conversation").FillAsync("nothing of that kind");
        await Expect(open.Page.Locator("#conversations")).ToHaveTextAsync("Nothing found");
        await open.Page.GetByLabel("Find a conversation").FillAsync("");
        await Expect(list).ToHaveCountAsync(3);
        open.IsClean();
    }

    [BrowserFact]
    public async Task Those_begun_in_the_same_minute_with_the_same_question_are_told_apart()
    {
        // The clock of the service stands still: by their times alone the first three are one.
        var clock = new StoppedClock();
        await using var service = await RunningService.StartAsync(register: services => services.AddSingleton<TimeProvider>(clock));
        for (var i = 0; i < 4; i++)
        {
            var id = (string)(await service.PostJsonAsync("/v1/conversations", null))["id"]!;
            clock.Now += TimeSpan.FromSeconds(i == 3 ? 1 : 0);
            await service.PostJsonAsync("/v1/answers", new { question = Oven, conversationId = id });
        }

        await using var open = await OpenPage.AtAsync(service, fixture.Browser);

        await Expect(open.Page.Locator(".conversation-when")).ToHaveCountAsync(4);
        Assert.Equal(4, (await open.Page.Locator(".conversation-when").AllTextContentsAsync()).Distinct().Count());
        var buttons = await open.Page.Locator("#conversations button").EvaluateAllAsync<string[]>("all => all.map(one => one.ariaLabel)");
        Assert.Equal(4, buttons.Distinct().Count());
        open.IsClean();
    }

    [BrowserFact]
    public async Task Is_one_stop_of_the_Tab_key_and_arrows_go_through_it()
    {
        await using var service = await RunningService.StartAsync();
        foreach (var question in new[] { Oven, ServiceFolder.Question, "How high is the lighthouse?" })
        {
            var id = (string)(await service.PostJsonAsync("/v1/conversations", null))["id"]!;
            await service.PostJsonAsync("/v1/answers", new { question, conversationId = id });
        }

        await using var open = await OpenPage.AtAsync(service, fixture.Browser);
        await Expect(open.Page.Locator(".conversation")).ToHaveCountAsync(3);
        await open.Page.GetByLabel("Find a conversation").FocusAsync();
        await open.Page.Keyboard.PressAsync("Tab");
        await Expect(open.Page.Locator(".conversation a").First).ToBeFocusedAsync();
        await open.Page.Keyboard.PressAsync("ArrowDown");
        await open.Page.Keyboard.PressAsync("End");
        await Expect(open.Page.Locator(".conversation a").Last).ToBeFocusedAsync();
        await open.Page.Keyboard.PressAsync("Tab");
        await Expect(open.Page.Locator(".conversation button").Last).ToBeFocusedAsync();
        await open.Page.Keyboard.PressAsync("Tab");
        await Expect(open.Page.Locator("#documents-link")).ToBeFocusedAsync();
        open.IsClean();
    }

    [BrowserFact]
    public async Task Is_shared_for_reading_only_until_sharing_stops()
    {
        await using var service = await RunningService.StartAsync();
        await using var open = await OpenPage.AtAsync(service, fixture.Browser);
        await open.AskAsync(ServiceFolder.Question);
        await open.Page.Locator(".conversation").HoverAsync();
        await open.Page.GetByRole(AriaRole.Button, new() { Name = "More about the conversation" }).ClickAsync();
        await open.Page.GetByRole(AriaRole.Button, new() { Name = "Copy a link for reading" }).ClickAsync();
        var address = await open.Page.Locator(".share-address a").GetAttributeAsync("href");

        await using (var reader = await OpenPage.AtAsync(service, fixture.Browser))
        {
            await reader.Page.GotoAsync(address!);
            await reader.Page.ReloadAsync();
            await Expect(reader.Page.Locator(".note")).ToContainTextAsync("for reading only");
            await Expect(reader.Sentences.First).ToContainTextAsync("Tom Birch");
            await Expect(reader.Question).ToBeHiddenAsync();
            await Expect(reader.Page.GetByRole(AriaRole.Button, new() { Name = "Edit the question" })).ToHaveCountAsync(0);
            await Expect(reader.Page.GetByRole(AriaRole.Button, new() { Name = "Helpful" })).ToHaveCountAsync(0);
            await reader.Page.Locator(".citation").First.ClickAsync();
            await Expect(reader.Source.Locator("mark")).ToBeVisibleAsync();
            reader.IsClean();
        }

        await open.Page.GetByRole(AriaRole.Button, new() { Name = "Stop sharing" }).ClickAsync();
        await Expect(open.Page.Locator(".share-address")).ToHaveCountAsync(0);
        await using var late = await OpenPage.AtAsync(service, fixture.Browser);
        await late.Page.GotoAsync(address!);
        await late.Page.ReloadAsync();
        await Expect(late.Page.Locator(".talk .failure")).ToContainTextAsync("no longer shared");
        await Expect(late.Page.Locator(".note")).ToHaveCountAsync(0);
        await Expect(late.Question).ToBeHiddenAsync();
        open.IsClean();
    }

    [BrowserFact]
    public async Task Is_saved_whole_and_all_are_deleted_at_once()
    {
        await using var service = await RunningService.StartAsync();
        await using var open = await OpenPage.AtAsync(service, fixture.Browser);
        await open.AskAsync(ServiceFolder.Question);
        await open.AskAsync("Who won the football world cup?");
        await open.Page.Locator(".conversation").HoverAsync();
        await open.Page.GetByRole(AriaRole.Button, new() { Name = "More about the conversation" }).ClickAsync();

        var download = await open.Page.RunAndWaitForDownloadAsync(() => open.Page.Locator("#conversation").GetByRole(AriaRole.Button, new() { Name = "Save as Markdown" }).ClickAsync());

        var text = await File.ReadAllTextAsync(await download.PathAsync());
        Assert.Contains("## " + ServiceFolder.Question, text, StringComparison.Ordinal);
        Assert.Contains("## Who won the football world cup?", text, StringComparison.Ordinal);
        Assert.Contains("**Not in these documents.**", text, StringComparison.Ordinal);
        await open.Page.Keyboard.PressAsync("Escape");
        await open.Page.GetByRole(AriaRole.Button, new() { Name = "Settings" }).ClickAsync();
        await open.Page.GetByRole(AriaRole.Button, new() { Name = "Delete all conversations" }).ClickAsync();
        await open.Page.Locator("#confirm-yes").ClickAsync();
        await Expect(open.Page.Locator("#conversations")).ToHaveTextAsync("None yet");
        await Expect(open.Page.Locator(".welcome")).ToBeVisibleAsync();
        Assert.Equal(0, (int)(await service.GetJsonAsync("/v1/conversations"))["total"]!);
        open.IsClean();
    }

    private sealed class StoppedClock : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = new(2026, 5, 4, 9, 30, 10, TimeSpan.Zero);

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
