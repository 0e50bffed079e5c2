using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using ForumQA.Tests.Api;
using ForumQA.Tests.Ingestion.Pdf;
using ForumQA.Tests.Models;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace ForumQA.Tests.Browser;

/// <summary>Light and dark, large and small, and fit for everyone.</summary>
[Collection(BrowserTests.Name)]
public sealed class AppearanceTests(BrowserFixture fixture)
{
    private static readonly AxeRunOptions Rules =
        new() { Iframes = false, RunOnly = new() { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] } };

    /// <summary>The main part of the page and its heading are out of reach while the menu is over them, as they are behind a dialog.</summary>
    private static readonly AxeRunOptions Covered = new()
    {
        Iframes = false,
        RunOnly = Rules.RunOnly,
        Rules = new() { ["landmark-one-main"] = new() { Enabled = false }, ["page-has-heading-one"] = new() { Enabled = false } },
    };

    private const string Ground = "getComputedStyle(document.body).backgroundColor";
    private const string Light = "rgb(250, 248, 244)";
    private const string Dark = "rgb(21, 24, 26)";

    [BrowserFact]
    public async Task Colours_are_those_of_the_system_until_the_reader_chooses_others()
    {
        await using var service = await RunningService.StartAsync();
        await using var open = await OpenPage.AtAsync(service, fixture.Browser, Window(1280, 800, ColorScheme.Dark));
        var toggle = open.Page.GetByRole(AriaRole.Button, new() { Name = "Dark colours" });

        Assert.Equal(Dark, await open.Page.EvaluateAsync<string>(Ground));
        await Expect(toggle).ToHaveAttributeAsync("aria-pressed", "true");
        await toggle.ClickAsync();
        Assert.Equal(Light, await open.Page.EvaluateAsync<string>(Ground));
        await open.Page.ReloadAsync();
        Assert.Equal(Light, await open.Page.EvaluateAsync<string>(Ground));
        await Expect(toggle).ToHaveAttributeAsync("aria-pressed", "false");
        open.IsClean();
    }

    [BrowserFact]
    public async Task On_a_phone_nothing_is_wider_than_the_screen_and_the_source_is_a_sheet()
    {
        using var folder = new ServiceFolder();
        folder.Write("long.md", $"# {new string('W', 90)}\n\nThe longest word of the lighthouse of Lindale is {new string('x', 300)} and it was written by Ben Holt.");
        await using var service = await RunningService.StartAsync(folder);
        await using var open = await OpenPage.AtAsync(service, fixture.Browser, Window(360, 740, ColorScheme.Light));

        Assert.False(await open.IsWiderThanWindowAsync());
        await open.AskAsync("Who wrote the longest word of the lighthouse of Lindale?");
        Assert.False(await open.IsWiderThanWindowAsync());
        await open.Page.Locator(".source-card").First.ClickAsync();
        await open.Source.Locator("mark").First.WaitForAsync();
        Assert.False(await open.IsWiderThanWindowAsync());
        Assert.True(await open.Page.EvaluateAsync<bool>("document.getElementById('source').matches(':modal')"));
        await open.Page.SetViewportSizeAsync(1280, 740);
        await Expect(open.Page.Locator("#source:not(:modal)")).ToBeVisibleAsync();
        await open.Page.SetViewportSizeAsync(360, 740);
        await Expect(open.Page.Locator("#source:modal")).ToBeVisibleAsync();
        await open.Page.GetByLabel("Close the source").ClickAsync();
        await Expect(open.Page.Locator(".source-card").First).ToBeFocusedAsync();
        await open.Page.GetByRole(AriaRole.Button, new() { Name = "Menu", Exact = true }).ClickAsync();
        await open.Page.GetByRole(AriaRole.Link, new() { Name = "Documents" }).ClickAsync();
        await Expect(open.Page.Locator(".document")).ToHaveCountAsync(3);
        Assert.False(await open.IsWiderThanWindowAsync());
        open.IsClean();
    }

    [BrowserTheory]
    [InlineData(360, 740)]
    [InlineData(768, 1024)]
    [InlineData(1280, 800)]
    [InlineData(1920, 1080)]
    public async Task Everything_has_its_room_at_every_width(int width, int height)
    {
        using var folder = new ServiceFolder();
        folder.Write("long.md", $"---\ntitle: A history of the lighthouses, the harbours and the bridges of Lindale and of Farland\n---\n\n{string.Join("\n\n", Enumerable.Range(1, 60).Select(i => $"The lamp of lighthouse {i} was lit by Ada Quill{(char)('a' + (i % 26))}ton."))}");
        await using var service = await RunningService.StartAsync(folder);
        await using var open = await OpenPage.AtAsync(service, fixture.Browser, Window(width, height, ColorScheme.Light));

        await open.AskAsync(ServiceFolder.Question);
        await open.Page.GetByRole(AriaRole.Button, new() { Name = "Edit the question" }).ClickAsync();
        await InOneRowAsync(".edit-buttons .text-button", ".edit-buttons .button");
        await open.Page.Keyboard.PressAsync("Escape");
        await open.Page.EvaluateAsync("document.getElementById('help-open').click()");
        await Expect(open.Page.Locator("#help-title")).ToBeInViewportAsync();
        await open.Page.Keyboard.PressAsync("Escape");
        await open.Page.EvaluateAsync("location.hash = '#/documents'");
        await open.Page.GetByLabel("Choose A history").CheckAsync();
        await open.Page.GetByRole(AriaRole.Button, new() { Name = "A history of the lighthouses", Exact = false }).First.ClickAsync();
        foreach (var (part, content) in new[] { ("Summary", ".summary"), ("Who and what it mentions", ".mentions") })
        {
            await open.Source.GetByText(part).ClickAsync();
            await open.Source.Locator(content).WaitForAsync();
            Assert.InRange((await open.Source.Locator(".source-text").BoundingBoxAsync())!.Height, 100, height);
            Assert.False(await open.IsWiderThanWindowAsync());
        }

        await open.Page.Keyboard.PressAsync("Escape");
        await open.Page.GetByRole(AriaRole.Link, new() { Name = "Ask about 1 document" }).ClickAsync();
        await InOneRowAsync("#scope > .icon", "#scope > .scope-words");
        Assert.False(await open.IsWiderThanWindowAsync());
        open.IsClean();

        async Task InOneRowAsync(string one, string other)
        {
            var (first, second) = ((await open.Page.Locator(one).BoundingBoxAsync())!, (await open.Page.Locator(other).BoundingBoxAsync())!);
            Assert.True(first.Y < second.Y + second.Height && second.Y < first.Y + first.Height, $"{one} and {other} stand under each other.");
        }
    }

    [BrowserTheory]
    [InlineData(1280, 800, ColorScheme.Light)]
    [InlineData(1280, 800, ColorScheme.Dark)]
    [InlineData(390, 844, ColorScheme.Light)]
    [InlineData(390, 844, ColorScheme.Dark)]
    public async Task Axe_finds_nothing(int width, int height, ColorScheme colors)
    {
        using var folder = new ServiceFolder();
        await File.WriteAllBytesAsync(Path.Combine(folder.Corpus, "bridge.pdf"), MinimalPdf.Of(["The bridge of Farland was designed by Otto Grau in 1954."]));
        await using var service = await RunningService.StartAsync(folder);
        var window = Window(width, height, colors);
        window.BypassCSP = true; // axe is put into the page as a script.
        await using var open = await OpenPage.AtAsync(service, fixture.Browser, window);

        await open.Page.Locator(".example").First.WaitForAsync();
        await CheckAsync("the empty page");
        await open.AskAsync(ServiceFolder.Question);
        await open.Page.Locator(".suggestion").First.WaitForAsync();
        await CheckAsync("an answer");
        await open.Page.Locator(".citation").First.HoverAsync();
        await Expect(open.Page.Locator("#preview")).ToBeVisibleAsync();
        await CheckAsync("a quotation beside its number");
        await open.Page.GetByRole(AriaRole.Button, new() { Name = "Not helpful" }).ClickAsync();
        await open.Page.GetByRole(AriaRole.Button, new() { Name = "Edit the question" }).ClickAsync();
        await CheckAsync("a question being corrected and a comment");
        await open.Page.Keyboard.PressAsync("Escape");
        foreach (var dialog in new[] { "settings-open", "help-open" })
        {
            await open.Page.EvaluateAsync($"document.getElementById('{dialog}').click()");
            await CheckAsync(dialog);
            await open.Page.Keyboard.PressAsync("Escape");
        }

        await open.Page.EvaluateAsync("document.querySelector('.conversation button').click()");
        await CheckAsync("what can be done with a conversation");
        await open.Page.Keyboard.PressAsync("Escape");
        await open.Page.Locator(".citation").First.ClickAsync();
        await open.Source.Locator("mark").WaitForAsync();
        await CheckAsync("a source");
        await open.Source.GetByText("Summary").ClickAsync();
        await open.Source.Locator(".summary").WaitForAsync();
        await CheckAsync("the summary of a document");
        await open.Source.GetByText("Who and what it mentions").ClickAsync();
        await open.Source.Locator(".mentions").WaitForAsync();
        await CheckAsync("whom and what a document mentions");
        await open.Page.Keyboard.PressAsync("Escape");
        if (await open.Page.Locator("#menu-open").IsVisibleAsync())
        {
            await open.Page.Locator("#menu-open").ClickAsync();
            await CheckAsync("the menu", Covered);
            await open.Page.Keyboard.PressAsync("Escape");
        }

        await open.AskAsync("How many windows has the lighthouse of Farland?");
        await open.AskAsync("Who won the football world cup?");
        await CheckAsync("a doubtful answer and an abstention");
        await open.Page.EvaluateAsync("location.hash = '#/documents'");
        await open.Page.Locator(".document").First.WaitForAsync();
        await open.Page.Locator(".choose").First.CheckAsync();
        await CheckAsync("the documents");
        await open.Page.Locator(".document", new() { HasText = "bridge.pdf" }).Locator(".document-title").ClickAsync();
        await open.Source.GetByRole(AriaRole.Button, new() { Name = "Show the original" }).ClickAsync();
        await open.Source.Locator("iframe").WaitForAsync();
        await CheckAsync("the original of a PDF");
        await open.Page.Keyboard.PressAsync("Escape");
        await open.Page.EvaluateAsync("location.hash = '#/'");
        await open.Page.Locator(".scope-words").WaitForAsync();
        await CheckAsync("a choice of documents");
        await open.Page.EvaluateAsync("location.hash = '#/documents'");
        await open.Page.Locator(".document").First.WaitForAsync();
        await open.Page.GetByRole(AriaRole.Button, new() { Name = "Delete The bakery" }).ClickAsync();
        await CheckAsync("a question before deleting");
        open.IsClean();

        async Task CheckAsync(string state, AxeRunOptions? rules = null)
        {
            var result = await open.Page.RunAxe(rules ?? Rules);
            Assert.NotEmpty(result.Passes);
            Assert.True(
                result.Violations.Length == 0,
                $"{state}: {string.Join('\n', result.Violations.SelectMany(violation => violation.Nodes.Select(node => $"{violation.Id}: {node.Html}")))}");
        }
    }

    [ScreenshotFact]
    public async Task Screenshots_for_the_documentation()
    {
        using var folder = new TemporaryFolder();
        await using var model = await ScriptedModelServer.StartAsync();
        await using var service = await RunningService.StartAsync(
            settings: [$"--corpus={Repository.Path("seeds")}", $"--index={folder["index.db"]}", $"--Chat:Endpoint={model.Endpoint}", "--Chat:Model=model-1", "--Chat:Retries=0"]);
        model.Respond = _ => throw new InvalidOperationException("Only the scripted answer is for the model.");

        await service.PostJsonAsync("/v1/answers", new { question = "The first answer takes longer.", mode = "extractive" });

        await using (var open = await OpenPage.AtAsync(service, fixture.Browser, Window(1200, 720, ColorScheme.Light)))
        {
            await AskExtractivelyAsync(open, "Who compared managing data to water control?");
            await open.Page.Locator(".citation").Last.ClickAsync();
            await open.Source.Locator("mark").WaitForAsync();
            await ShootAsync(open, "page-source.png");
        }

        await using (var open = await OpenPage.AtAsync(service, fixture.Browser, Window(1200, 720, ColorScheme.Dark)))
        {
            await AskExtractivelyAsync(open, "Who won the 1998 football world cup?");
            await ShootAsync(open, "page-not-found.png");
        }

        await using (var open = await OpenPage.AtAsync(service, fixture.Browser, Window(390, 844, ColorScheme.Light)))
        {
            model.Then(ChatReply.StallAfter("Liu Song of Alibaba compared managing data to water control in ancient China [1]. He said that neither blocking data nor letting"));
            await open.Question.FillAsync("Who compared managing data to water control?");
            await open.Question.PressAsync("Enter");
            await Expect(open.Page.Locator(".provisional")).ToContainTextAsync("letting");
            await ShootAsync(open, "page-phone.png");
        }
    }

    private static async Task AskExtractivelyAsync(OpenPage open, string question)
    {
        await open.Page.RouteAsync("**/v1/answers", route => route.ContinueAsync(new()
        {
            PostData = System.Text.Encoding.UTF8.GetBytes(route.Request.PostData!.Replace("{\"question\"", "{\"mode\":\"extractive\",\"question\"", StringComparison.Ordinal)),
        }));
        await open.AskAsync(question);
    }

    private static async Task ShootAsync(OpenPage open, string name) =>
        await open.Page.ScreenshotAsync(new() { Path = Path.Combine(Chromium.Screenshots!, name), Animations = ScreenshotAnimations.Disabled });

    private static BrowserNewContextOptions Window(int width, int height, ColorScheme colors) =>
        new() { ViewportSize = new ViewportSize { Width = width, Height = height }, ColorScheme = colors };
}
