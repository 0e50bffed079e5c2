using ForumQA.Tests.Api;
using ForumQA.Tests.Models;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace ForumQA.Tests.Browser;

/// <summary>Answers of a language model, while they are written.</summary>
[Collection(BrowserTests.Name)]
public sealed class StreamingTests(BrowserFixture fixture) : IAsyncLifetime
{
    private const string Question = "Who opened the harbour of Lindale?";

    private ScriptedModelServer _model = null!;
    private RunningService _service = null!;
    private OpenPage _open = null!;

    public async Task InitializeAsync()
    {
        if (Chromium.WhyNot is not null)
        {
            return;
        }

        _model = await ScriptedModelServer.StartAsync();
        _service = await RunningService.StartAsync(settings: [$"--Chat:Endpoint={_model.Endpoint}", "--Chat:Model=model-1", "--Chat:Retries=0"]);
        _open = await OpenPage.AtAsync(_service, fixture.Browser);
    }

    public async Task DisposeAsync()
    {
        if (_open is not null)
        {
            await _open.DisposeAsync();
            await _service.DisposeAsync();
            await _model.DisposeAsync();
        }
    }

    [BrowserFact]
    public async Task Words_are_provisional_until_their_sentence_is_verified()
    {
        var more = new TaskCompletionSource();
        _model.Then(ChatReply.Write(async writer =>
        {
            await writer.TextAsync("Ada Quill opened the new harbour [1]. The harbour has");
            await more.Task;
            await writer.TextAsync(" three docks [1].");
            await writer.EndAsync();
        }));

        await _open.Question.FillAsync(Question);
        await _open.Question.PressAsync("Enter");

        var provisional = _open.Page.Locator(".provisional");
        await Expect(provisional).ToContainTextAsync("The harbour has");
        await Expect(_open.Sentences).ToHaveCountAsync(1);
        await Expect(_open.Sentences.First.Locator(".citation")).ToHaveCountAsync(1);
        await Expect(_open.Page.Locator("#announcer")).ToHaveTextAsync("");
        await Expect(_open.Page.GetByLabel("Stop answering")).ToBeVisibleAsync();
        more.SetResult();
        await Expect(_open.Sentences).ToHaveCountAsync(2);
        await Expect(provisional).ToHaveCountAsync(0);
        await Expect(_open.Page.Locator(".answer-foot")).ToContainTextAsync("Written by model-1");
        await Expect(_open.Page.Locator("#announcer")).ToContainTextAsync("three docks");
        _open.IsClean();
    }

    [BrowserFact]
    public async Task Stopping_leaves_what_was_written_and_says_that_the_rest_was_not_checked()
    {
        _model.Then(ChatReply.StallAfter("Ada Quill opened the new harbour [1]. It has"));
        await _open.Question.FillAsync(Question);
        await _open.Question.PressAsync("Enter");
        await Expect(_open.Page.Locator(".provisional")).ToContainTextAsync("It has");

        await _open.Page.GetByLabel("Stop answering").ClickAsync();

        await ExpectPartialAsync("Stopped");
        await Expect(_open.Question).ToBeFocusedAsync();
        Assert.Empty((await _open.ConversationAsync())["answers"]!.AsArray());
        await _open.Page.ReloadAsync();
        await ExpectPartialAsync("Stopped");

        _model.Then(ChatReply.Text("Ada Quill opened the new harbour on 4 May 1921 [1]."));
        await _open.Page.GetByRole(AriaRole.Button, new() { Name = "Ask again" }).ClickAsync();
        await Expect(_open.Page.Locator(".answer-foot")).ToBeVisibleAsync();
        await Expect(_open.Page.Locator(".turn")).ToHaveCountAsync(1);
        await _open.Page.ReloadAsync();
        await Expect(_open.Page.Locator(".turn")).ToHaveCountAsync(1);
        _open.IsClean();
    }

    [BrowserFact]
    public async Task A_server_that_is_lost_leaves_what_it_had_written()
    {
        const string Cut = """
            event: sentence
            data: {"index":0,"sentence":{"text":"Ada Quill opened the new harbour.","group":null,"support":"supported","citations":[1],"unknownMarkers":[],"original":null},"citations":[{"number":1,"documentId":"town/harbour.md","documentTitle":"The harbour","documentUri":"","quotation":"Ada Quill opened the new harbour","start":0,"end":32,"heading":null,"page":null,"corrected":false}]}

            event: delta
            data: {"text":" It has"}


            """;
        await _open.Page.RouteAsync("**/v1/answers", route => route.FulfillAsync(new() { ContentType = "text/event-stream", Body = Cut.ReplaceLineEndings("\n") }));

        await _open.AskAsync(Question);

        await ExpectPartialAsync("The connection ended");
        _open.IsClean();
    }

    private async Task ExpectPartialAsync(string note)
    {
        await Expect(_open.Page.Locator(".note")).ToContainTextAsync(note);
        await Expect(_open.Sentences).ToHaveCountAsync(1);
        await Expect(_open.Sentences.First).ToContainTextAsync("Ada Quill opened the new harbour");
        await Expect(_open.Page.Locator(".provisional")).ToContainTextAsync("It has");
        await Expect(_open.Page.Locator(".unchecked-note")).ToContainTextAsync("not checked");
    }

    [BrowserFact]
    public async Task A_model_that_fails_is_told_of_and_the_documents_are_quoted()
    {
        _model.Then(ChatReply.Status(500));

        await _open.AskAsync(Question);

        await Expect(_open.Page.Locator(".note")).ToContainTextAsync("The language model could not answer");
        await Expect(_open.Page.Locator(".answer-foot")).ToContainTextAsync("Quoted from the documents");
        await Expect(_open.Sentences.First).ToContainTextAsync("Ada Quill");
        _open.IsClean();
    }

    [BrowserFact]
    public async Task What_a_sentence_lacks_is_said_in_words()
    {
        _model.Then(ChatReply.Text("Ada Quill opened the new harbour on 4 May 1921 [2]. The harbour of Lindale was painted green by sailors from Norway [1]."));

        await _open.AskAsync(Question);

        var kept = (await _open.ConversationAsync())["answers"]![0]!;
        foreach (var (i, sentence) in kept["sentences"]!.AsArray().Index())
        {
            var words = (string)sentence!["support"]! switch { "supported" => "Agrees with its source", "partial" => "Only in part in its source", _ => "Not in its source" };
            await Expect(_open.Sentences.Nth(i)).ToContainTextAsync(words);
        }

        var corrected = kept["citations"]!.AsArray().Count(citation => (bool)citation!["corrected"]!);
        Assert.True(corrected > 0);
        await Expect(_open.Page.Locator(".corrected").First).ToContainTextAsync("Corrected");
        _open.IsClean();
    }
}
