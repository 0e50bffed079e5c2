using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using ForumQA.Tests.Api;
using ForumQA.Tests.Models;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace ForumQA.Tests.Browser;

/// <summary>What the reader chooses, and keys.</summary>
[Collection(BrowserTests.Name)]
public sealed partial class SettingsTests(BrowserFixture fixture)
{
    private static readonly string[] Languages = ["en", "zh", "ja"];

    [BrowserTheory]
    [InlineData("zh", "你想知道什么？", "来源")]
    [InlineData("ja", "何を知りたいですか？", "出典")]
    public async Task The_page_speaks_the_language_of_the_browser_or_the_one_chosen(string language, string welcome, string sources)
    {
        await using var service = await RunningService.StartAsync();
        await using (var native = await OpenPage.AtAsync(service, fixture.Browser, new() { Locale = language }))
        {
            await Expect(native.Page.Locator(".welcome-title")).ToHaveTextAsync(welcome);
        }

        await using var open = await OpenPage.AtAsync(service, fixture.Browser);
        await Expect(open.Page.Locator(".welcome-title")).ToHaveTextAsync("What would you like to know?");
        await open.Page.GetByRole(AriaRole.Button, new() { Name = "Settings" }).ClickAsync();
        await open.Page.GetByLabel("Language of the page").SelectOptionAsync(language);
        await Expect(open.Page.Locator(".welcome-title")).ToHaveTextAsync(welcome);
        await open.Page.ReloadAsync();
        await Expect(open.Page.Locator("html")).ToHaveAttributeAsync("lang", language);
        await open.Page.Locator("#question").FillAsync(ServiceFolder.Question);
        await open.Page.Locator("#question").PressAsync("Enter");
        await Expect(open.Page.Locator(".sources h3")).ToHaveTextAsync(sources);
        open.IsClean();
    }

    [BrowserFact]
    public async Task Who_writes_and_how_many_passages_go_along_with_the_question()
    {
        await using var service = await RunningService.StartAsync(settings: ["--Chat:Endpoint=http://127.0.0.1:9/v1", "--Chat:Model=model-1", "--Chat:Retries=0"]);
        await using var open = await OpenPage.AtAsync(service, fixture.Browser);
        await open.Page.Locator(".example").First.WaitForAsync();
        var bodies = new List<JsonNode>();
        open.Page.Request += (_, request) =>
        {
            if (request.Method == "POST" && request.Url.EndsWith("/v1/answers", StringComparison.Ordinal))
            {
                bodies.Add(JsonNode.Parse(request.PostData!)!);
            }
        };

        await open.Page.GetByRole(AriaRole.Button, new() { Name = "Settings" }).ClickAsync();
        await Expect(open.Page.Locator("#settings")).ToContainTextAsync("model-1");
        await open.Page.GetByLabel("Only sentences of the documents").CheckAsync();
        await open.Page.GetByLabel("Passages considered").SelectOptionAsync("5");
        await open.Page.GetByRole(AriaRole.Button, new() { Name = "Close", Exact = true }).ClickAsync();
        await open.Page.ReloadAsync();
        await open.Page.Locator(".example").First.WaitForAsync();
        await open.AskAsync(ServiceFolder.Question);

        Assert.Equal(("extractive", 5), ((string?)Assert.Single(bodies)["mode"], (int)bodies[0]["passages"]!));
        await Expect(open.Page.Locator(".answer-foot")).ToContainTextAsync("Quoted from the documents");
        open.IsClean();
    }

    [BrowserFact]
    public async Task One_of_several_models_is_chosen_and_asked()
    {
        await using var model = await ScriptedModelServer.StartAsync();
        model.Respond = _ => "The keeper of the lighthouse in 1930 was Tom Birch. [1]";
        await using var service = await RunningService.StartAsync(settings: [$"--Chat:Endpoint={model.Endpoint}", "--Chat:Model=model-1", "--Chat:Models:0=model-2"]);
        await using var open = await OpenPage.AtAsync(service, fixture.Browser);
        await open.Page.Locator(".example").First.WaitForAsync();

        await open.Page.GetByRole(AriaRole.Button, new() { Name = "Settings" }).ClickAsync();
        await Expect(open.Page.GetByLabel("model-1, each sentence")).ToBeCheckedAsync();
        await open.Page.GetByLabel("model-2, each sentence").CheckAsync();
        await open.Page.ReloadAsync();
        await open.Page.Locator(".example").First.WaitForAsync();
        await open.Page.GetByRole(AriaRole.Button, new() { Name = "Settings" }).ClickAsync();
        await Expect(open.Page.GetByLabel("model-2, each sentence")).ToBeCheckedAsync();
        await Expect(open.Page.GetByLabel("model-1, each sentence")).Not.ToBeCheckedAsync();
        await open.Page.GetByRole(AriaRole.Button, new() { Name = "Close", Exact = true }).ClickAsync();
        await open.AskAsync(ServiceFolder.Question);

        Assert.All(model.Requests, request => Assert.Equal("model-2", (string?)request["model"]));
        Assert.NotEmpty(model.Requests);
        open.IsClean();
    }

    [BrowserFact]
    public async Task Keys_do_what_the_help_says_and_can_be_switched_off()
    {
        await using var service = await RunningService.StartAsync();
        await using var open = await OpenPage.AtAsync(service, fixture.Browser);
        var keyboard = open.Page.Keyboard;
        await open.AskAsync(ServiceFolder.Question);
        await Expect(open.Question).ToBeFocusedAsync();
        await keyboard.PressAsync("?");
        await Expect(open.Question).ToHaveValueAsync("?");
        await open.Question.FillAsync("");

        await keyboard.PressAsync("Escape");
        await keyboard.PressAsync("?");
        await Expect(open.Page.Locator("#help")).ToContainTextAsync("Edit the last question");
        await keyboard.PressAsync("Escape");
        await keyboard.PressAsync("s");
        await Expect(open.Source.Locator("mark")).ToBeVisibleAsync();
        await keyboard.PressAsync("Escape");
        await keyboard.PressAsync("e");
        await Expect(open.Page.GetByLabel("Edit the question").And(open.Page.Locator("textarea"))).ToBeFocusedAsync();
        await keyboard.PressAsync("Escape");
        await keyboard.PressAsync("d");
        await Expect(open.Page.Locator("#documents-title")).ToBeFocusedAsync();
        await keyboard.PressAsync("n");
        await Expect(open.Question).ToBeFocusedAsync();

        await open.Page.GetByRole(AriaRole.Button, new() { Name = "Settings" }).ClickAsync();
        await open.Page.GetByLabel("Single keys are shortcuts").UncheckAsync();
        await keyboard.PressAsync("Escape");
        await keyboard.PressAsync("d");
        await open.Page.WaitForTimeoutAsync(500);
        await Expect(open.Page.Locator("#talk")).ToBeVisibleAsync();
        open.IsClean();
    }

    [BrowserFact]
    public async Task An_error_goes_when_it_is_dismissed()
    {
        await using var service = await RunningService.StartAsync();
        await using var open = await OpenPage.AtAsync(service, fixture.Browser);
        await open.Page.Locator(".example").First.WaitForAsync();
        await open.Page.RouteAsync("**/v1/answers", route => route.AbortAsync());

        await open.AskAsync(ServiceFolder.Question);
        await Expect(open.Page.Locator(".failure")).ToContainTextAsync("cannot be reached");
        await open.Page.GetByRole(AriaRole.Button, new() { Name = "Dismiss" }).ClickAsync();

        await Expect(open.Page.Locator(".failure")).ToHaveCountAsync(0);
        await Expect(open.Question).ToBeFocusedAsync();
    }

    /// <summary>Needs no browser.</summary>
    [Fact]
    public void Every_language_has_the_same_words_with_the_same_values_and_the_page_uses_them()
    {
        var folder = Repository.Path("src", "ForumQA.Api", "wwwroot");
        var languages = Languages.ToDictionary(name => name, name => Entry().Matches(File.ReadAllText(Path.Combine(folder, $"words-{name}.js"))).ToDictionary(
            match => match.Groups[1].Value, match => Value().Matches(match.Groups[2].Value).Select(value => value.Value).Distinct().Order().ToList()));
        var page = string.Concat(Directory.GetFiles(folder).Where(file => !Path.GetFileName(file).StartsWith("words-", StringComparison.Ordinal)).Select(File.ReadAllText));

        foreach (var (name, values) in languages["en"])
        {
            Assert.All(languages, language => Assert.True(language.Value.TryGetValue(name, out var same) && same.All(value => value == "{count}" || values.Contains(value)), $"{language.Key}: {name}"));
            Assert.True(Regex.IsMatch(page, $"""['"]{name}['"]""") || name.StartsWith("sort", StringComparison.Ordinal), $"The page does not use '{name}'.");
        }

        Assert.All(Used().Matches(page), used => Assert.Contains(used.Groups[1].Value + used.Groups[2].Value, languages["en"].Keys));
        Assert.All(languages, language => Assert.Equal(languages["en"].Count, language.Value.Count));
    }

    [GeneratedRegex("""^  (\w+): (.*),$""", RegexOptions.Multiline)]
    private static partial Regex Entry();

    [GeneratedRegex("""\{\w+\}""")]
    private static partial Regex Value();

    [GeneratedRegex("""\bt\('(\w+)'|data-(?:words|label|placeholder)="(\w+)""")]
    private static partial Regex Used();
}
