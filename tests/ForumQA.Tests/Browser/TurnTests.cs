using ForumQA.Tests.Api;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace ForumQA.Tests.Browser;

/// <summary>What is done with an answer: looked into, corrected, judged, kept.</summary>
[Collection(BrowserTests.Name)]
public sealed class TurnTests(BrowserFixture fixture)
{
    private const string Height = "How high is the lighthouse of Lindale?";
    private const string Quotation = "The keeper of the lighthouse in 1930 was Tom Birch.";

    [BrowserFact]
    public async Task A_quotation_shows_without_a_click_by_mouse_and_by_keyboard_and_goes_with_Escape()
    {
        await using var service = await RunningService.StartAsync();
        await using var open = await OpenPage.AtAsync(service, fixture.Browser);
        await open.AskAsync(ServiceFolder.Question);
        var preview = open.Page.Locator("#preview");
        var citation = open.Page.Locator(".citation").First;

        await citation.HoverAsync();
        await Expect(preview).ToContainTextAsync(Quotation);
        await Expect(preview).ToContainTextAsync("The harbour");
        await preview.HoverAsync();
        await open.Page.WaitForTimeoutAsync(400);
        await Expect(preview).ToBeVisibleAsync();
        await open.Page.Mouse.MoveAsync(2, 2);
        await Expect(preview).ToBeHiddenAsync();

        await open.Question.FocusAsync();
        for (var i = 0; i < 25 && !await preview.IsVisibleAsync(); i++)
        {
            await open.Page.Keyboard.PressAsync("Shift+Tab");
        }

        await Expect(preview).ToBeVisibleAsync();
        await Expect(open.Page.Locator(".citation:focus")).ToHaveAttributeAsync("aria-describedby", "preview");
        await open.Page.Keyboard.PressAsync("Escape");
        await Expect(preview).ToBeHiddenAsync();
        await Expect(open.Page.Locator(".citation:focus")).ToHaveCountAsync(1);
        open.IsClean();
    }

    [BrowserFact]
    public async Task A_question_is_corrected_in_its_place_and_an_answer_is_asked_for_again()
    {
        await using var service = await RunningService.StartAsync();
        await using var open = await OpenPage.AtAsync(service, fixture.Browser);
        await open.AskAsync("Who built the oven of the bakery?");
        await open.AskAsync(ServiceFolder.Question);
        await open.AskAsync("Who opened the harbour of Lindale?");

        var second = open.Page.Locator(".turn").Nth(1);
        await second.HoverAsync();
        await second.GetByRole(AriaRole.Button, new() { Name = "Edit the question" }).ClickAsync();
        var field = second.GetByLabel("Edit the question");
        await Expect(field).ToHaveValueAsync(ServiceFolder.Question);
        await Expect(second.Locator(".edit-note")).ToContainTextAsync("the 1 after it will be replaced");
        await field.PressAsync("Escape");
        await Expect(second.Locator(".question")).ToHaveTextAsync(ServiceFolder.Question);

        await second.GetByRole(AriaRole.Button, new() { Name = "Edit the question" }).ClickAsync();
        await field.FillAsync(Height);
        await field.PressAsync("Enter");
        await open.Page.Locator(".turn").Last.Locator(".answer-foot").WaitForAsync();
        await Expect(open.Page.Locator(".turn")).ToHaveCountAsync(2);
        await Expect(open.Page.Locator(".turn").Last.Locator(".sentence").First).ToContainTextAsync("42 metres");
        var edited = (await open.ConversationAsync())["answers"]!.AsArray();
        Assert.Equal(["Who built the oven of the bakery?", Height], edited.Select(answer => (string?)answer!["question"]));

        await open.Page.Locator(".turn").Last.GetByRole(AriaRole.Button, new() { Name = "Ask again" }).ClickAsync();
        await open.Page.Locator(".turn").Last.Locator(".answer-foot").WaitForAsync();
        await Expect(open.Page.Locator(".turn")).ToHaveCountAsync(2);
        var again = (await open.ConversationAsync())["answers"]!.AsArray();
        Assert.Equal(Height, (string?)again[1]!["question"]);
        Assert.NotEqual((string?)edited[1]!["id"], (string?)again[1]!["id"]);
        Assert.Equal(2, again.Count);
        open.IsClean();
    }

    [BrowserFact]
    public async Task Whether_an_answer_helped_is_kept_and_may_be_taken_back()
    {
        await using var service = await RunningService.StartAsync();
        await using var open = await OpenPage.AtAsync(service, fixture.Browser);
        await open.AskAsync(ServiceFolder.Question);
        var yes = open.Page.GetByRole(AriaRole.Button, new() { Name = "Helpful", Exact = true });
        var no = open.Page.GetByRole(AriaRole.Button, new() { Name = "Not helpful", Exact = true });

        await no.ClickAsync();
        await open.Page.GetByLabel("What was missing or wrong?").FillAsync("His first name is Thomas.");
        await open.Page.GetByRole(AriaRole.Button, new() { Name = "Send" }).ClickAsync();
        await Expect(open.Page.Locator(".comment-kept")).ToContainTextAsync("Thank you");
        var said = (await service.GetJsonAsync("/v1/feedback"))["feedback"]!.AsArray();
        Assert.Equal("His first name is Thomas.", (string?)Assert.Single(said)!["comment"]);

        await open.Page.ReloadAsync();
        await Expect(no).ToHaveAttributeAsync("aria-pressed", "true");
        await yes.ClickAsync();
        await Expect(yes).ToHaveAttributeAsync("aria-pressed", "true");
        await Expect(no).ToHaveAttributeAsync("aria-pressed", "false");
        await yes.ClickAsync();
        await Expect(yes).ToHaveAttributeAsync("aria-pressed", "false");
        Assert.Equal(0, (int)(await service.GetJsonAsync("/v1/feedback"))["total"]!);
        open.IsClean();
    }

    [BrowserFact]
    public async Task An_answer_is_saved_as_Markdown_with_its_quotations()
    {
        await using var service = await RunningService.StartAsync();
        await using var open = await OpenPage.AtAsync(service, fixture.Browser);
        await open.AskAsync(ServiceFolder.Question);

        var download = await open.Page.RunAndWaitForDownloadAsync(() => open.Page.GetByRole(AriaRole.Button, new() { Name = "Save as Markdown" }).ClickAsync());

        var text = await File.ReadAllTextAsync(await download.PathAsync());
        Assert.Equal("who-was-the-keeper-of-the-lighthouse-in-1930.md", download.SuggestedFilename);
        Assert.StartsWith("# " + ServiceFolder.Question, text, StringComparison.Ordinal);
        Assert.Contains($"{Quotation} [1]", text, StringComparison.Ordinal);
        Assert.Contains($"- [1] The harbour › Lighthouse, `town/harbour.md`: “{Quotation}”", text, StringComparison.Ordinal);
        open.IsClean();
    }

    [BrowserFact]
    public async Task What_may_be_asked_next_is_answered()
    {
        await using var service = await RunningService.StartAsync();
        await using var open = await OpenPage.AtAsync(service, fixture.Browser);
        await open.AskAsync(ServiceFolder.Question);
        var suggestion = open.Page.Locator(".suggestion").First;
        var question = await suggestion.InnerTextAsync();

        await suggestion.ClickAsync();

        await Expect(open.Page.Locator(".turn")).ToHaveCountAsync(2);
        await Expect(open.Page.Locator(".turn").Last.Locator(".question")).ToHaveTextAsync(question);
        await Expect(open.Page.Locator(".turn").Last.Locator(".answer")).ToHaveAttributeAsync("data-status", "answered");
        open.IsClean();
    }

    [BrowserFact]
    public async Task A_list_is_a_list_and_a_comparison_is_a_table()
    {
        using var folder = new TemporaryFolder();
        await using var service = await RunningService.StartAsync(settings: [$"--corpus={Repository.Path("seeds")}", $"--index={folder["index.db"]}"]);
        await using var open = await OpenPage.AtAsync(service, fixture.Browser);

        await open.AskAsync("Which Japanese companies took part?");
        await open.AskAsync("Compare the 16th and the 17th forum");

        var answers = (await open.ConversationAsync())["answers"]!.AsArray();
        var groups = answers.Select(answer => answer!["sentences"]!.AsArray().Select(sentence => (string)sentence!["group"]!).Distinct().ToArray()).ToArray();
        await Expect(open.Page.Locator(".turn").First.Locator("ul.items .item-name")).ToHaveTextAsync(groups[0]);
        await Expect(open.Page.Locator(".turn").Last.GetByRole(AriaRole.Columnheader)).ToHaveTextAsync(groups[1]);
        await Expect(open.Page.Locator(".turn").Last.GetByRole(AriaRole.Cell)).ToHaveCountAsync(groups[1].Length);
        await Expect(open.Page.Locator(".turn").Last.Locator("td").First).ToContainTextAsync("December");
        open.IsClean();
    }

    [BrowserFact]
    public async Task A_question_that_is_too_long_is_refused_with_its_length_and_not_cut()
    {
        await using var service = await RunningService.StartAsync(settings: "--Api:Limits:QuestionLength=40");
        await using var open = await OpenPage.AtAsync(service, fixture.Browser);
        await open.Page.Locator(".example").First.WaitForAsync();
        var tooLong = ServiceFolder.Question + " Please.";

        await open.Question.FillAsync(tooLong);
        await open.Question.PressAsync("Enter");

        await Expect(open.Page.Locator("#question-problem")).ToContainTextAsync($"has {tooLong.Length} characters; at most 40");
        await Expect(open.Question).ToHaveValueAsync(tooLong);
        await Expect(open.Question).ToHaveAttributeAsync("aria-invalid", "true");
        await Expect(open.Page.Locator(".turn")).ToHaveCountAsync(0);
        await open.Question.FillAsync("Who was Tom Birch?");
        await Expect(open.Page.Locator("#question-problem")).ToBeHiddenAsync();
        await open.Question.PressAsync("Enter");
        await Expect(open.Page.Locator(".turn")).ToHaveCountAsync(1);
        open.IsClean();
    }

    [BrowserFact]
    public async Task Older_answers_say_what_has_become_of_their_quotations()
    {
        await using var service = await RunningService.StartAsync();
        await using var open = await OpenPage.AtAsync(service, fixture.Browser);
        await open.AskAsync("Who built the oven of the bakery?");
        await open.AskAsync(ServiceFolder.Question);
        service.Folder.Write("town/harbour.md", "# The harbour\n\nWritten anew.");
        File.Delete(Path.Combine(service.Folder.Corpus, "bakery.md"));
        service.Folder.Write("other.md", "There is something else.");
        await service.PostJsonAsync("/v1/index", null);

        await open.Page.ReloadAsync();

        await Expect(open.Page.Locator(".turn").First.Locator(".sources .state")).ToContainTextAsync("The document was deleted");
        await Expect(open.Page.Locator(".turn").Last.Locator(".sources .state")).ToContainTextAsync("The document no longer says this");
        await Expect(open.Page.Locator(".stale")).ToHaveCountAsync(2);
        open.IsClean();
    }
}
