#pragma warning disable OPENAI001 // The client shows annotations on trial only; there is no other way to them but by hand.
using System.ClientModel;
using System.ClientModel.Primitives;
using System.Text;
using System.Text.Json.Nodes;
using ForumQA.Hosting.Access;
using ForumQA.Tests.Models;
using OpenAI;
using OpenAI.Chat;
using OpenAI.Models;
using static ForumQA.Tests.Api.RunningService;
using static ForumQA.Tests.Api.ServiceFolder;
using ChatCompletion = OpenAI.Chat.ChatCompletion;

namespace ForumQA.Tests.Api;

/// <summary>The official OpenAI client talks to the service; where it hides what goes over the wire, plain HTTP does.</summary>
public sealed class ChatCompletionTests(SharedService shared) : IClassFixture<SharedService>
{
    private const string Nonsense = "Which enzyme breaks down lactose?";

    [Fact]
    public async Task Answers_with_markers_whose_annotations_name_the_source()
    {
        var service = shared.Service;

        ChatCompletion completion = await ClientOf(service).CompleteChatAsync(new UserChatMessage(Question));

        Assert.Equal((ChatFinishReason.Stop, "forumqa"), (completion.FinishReason, completion.Model));
        var text = Assert.Single(completion.Content).Text;
        Assert.StartsWith("The keeper of the lighthouse in 1930 was Tom Birch. [1]", text, StringComparison.Ordinal);
        Assert.Contains("\n\nSources:\n- [1] The harbour › Lighthouse: “The keeper of the lighthouse in 1930 was Tom Birch.”", text, StringComparison.Ordinal);
        var annotation = completion.Annotations[0];
        Assert.Equal("[1]", text[annotation.StartIndex..annotation.EndIndex]);
        Assert.Equal("The harbour", annotation.WebResourceTitle);
        Assert.Equal(new Uri(service.Address, "/v1/documents/town/harbour.md"), annotation.WebResourceUri);
        Assert.Contains("Tom Birch", await service.Client.GetStringAsync(annotation.WebResourceUri), StringComparison.Ordinal);
        Assert.Equal(0, completion.Usage.TotalTokenCount);
    }

    [Fact]
    public async Task Streams_the_same_text_sentence_by_sentence()
    {
        var service = shared.Service;
        var client = ClientOf(service);
        ChatCompletion whole = await client.CompleteChatAsync(new UserChatMessage(Question));

        var updates = await client.CompleteChatStreamingAsync(new UserChatMessage(Question)).ToListAsync();

        Assert.Equal(whole.Content[0].Text, string.Concat(updates.SelectMany(update => update.ContentUpdate).Select(part => part.Text)));
        Assert.Equal(ChatMessageRole.Assistant, updates[0].Role);
        Assert.Equal([ChatFinishReason.Stop], updates.Select(update => update.FinishReason).OfType<ChatFinishReason>());
        Assert.Single(updates.Select(update => update.CompletionId).Distinct());
        Assert.NotNull(updates[^1].Usage); // The client always asks for it.
    }

    [Fact]
    public async Task Ends_a_stream_as_clients_expect()
    {
        var service = shared.Service;

        var events = await StreamAsync(service, new { model = "forumqa", stream = true, messages = Messages(Question), stream_options = new { include_usage = true } });
        var withoutUsage = await StreamAsync(service, new { stream = true, messages = Messages(Question) });

        Assert.Equal("[DONE]", events[^1]);
        var chunks = events.SkipLast(1).Select(data => JsonNode.Parse(data)!).ToList();
        Assert.All(chunks, chunk => Assert.Equal("chat.completion.chunk", (string?)chunk["object"]));
        Assert.Equal(0, (int)chunks[^1]["usage"]!["total_tokens"]!);
        Assert.Empty(chunks[^1]["choices"]!.AsArray());
        Assert.Equal("stop", (string?)chunks[^2]["choices"]![0]!["finish_reason"]);
        Assert.Equal("url_citation", (string?)chunks[^3]["choices"]![0]!["delta"]!["annotations"]![0]!["type"]);
        Assert.DoesNotContain(withoutUsage, data => data.Contains("usage", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Says_in_words_that_the_documents_do_not_answer()
    {
        var service = shared.Service;

        ChatCompletion completion = await ClientOf(service).CompleteChatAsync(new UserChatMessage(Nonsense));

        Assert.StartsWith("Not in these documents. ", completion.Content[0].Text, StringComparison.Ordinal);
        Assert.Empty(completion.Annotations);
    }

    [Fact]
    public async Task Takes_the_conversation_from_the_messages()
    {
        var service = shared.Service;
        var client = ClientOf(service);
        ChatCompletion first = await client.CompleteChatAsync(new UserChatMessage("How high is the lighthouse of Lindale?"));

        ChatCompletion completion = await client.CompleteChatAsync(
            [
                new SystemChatMessage("You are a pirate."),
                new UserChatMessage("How high is the lighthouse of Lindale?"),
                new AssistantChatMessage(first),
                new UserChatMessage(ChatMessageContentPart.CreateTextPart("And who was"), ChatMessageContentPart.CreateTextPart("its keeper in 1930?")),
            ],
            new ChatCompletionOptions { Temperature = 0.7f, TopP = 0.5f, MaxOutputTokenCount = 9, Tools = { ChatTool.CreateFunctionTool("look", "Looks.") } });

        Assert.Contains("Tom Birch. [1]", completion.Content[0].Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Small_talk_is_a_text_without_sources(bool stream)
    {
        var service = shared.Service;

        var text = stream
            ? string.Concat((await StreamAsync(service, new { stream, messages = Messages("thank you!") }))
                .SkipLast(1).Select(data => (string?)JsonNode.Parse(data)!["choices"]![0]!["delta"]!["content"]))
            : (string)(await service.PostJsonAsync("/v1/chat/completions", new { messages = Messages("thank you!") }))["choices"]![0]!["message"]!["content"]!;

        Assert.Equal("You are welcome.", text);
    }

    [Fact]
    public async Task Lists_the_models_and_knows_each()
    {
        var service = shared.Service;
        var client = new OpenAIModelClient(new ApiKeyCredential("any"), OptionsFor(service));

        OpenAIModelCollection models = await client.GetModelsAsync();
        OpenAIModel model = await client.GetModelAsync("forumqa-extractive");

        Assert.Equal(["forumqa", "forumqa-extractive", "forumqa-generative"], models.Select(each => each.Id));
        Assert.Equal("forumqa-extractive", model.Id);
        Assert.Equal(404, (await Assert.ThrowsAsync<ClientResultException>(() => client.GetModelAsync("gpt-5"))).Status);
    }

    [Fact]
    public async Task A_language_model_is_asked_for_by_its_name()
    {
        await using var model = await ScriptedModelServer.StartAsync();
        model.Respond = _ => "The keeper of the lighthouse in 1930 was Tom Birch. [1]";
        await using var service = await StartAsync(settings: [$"--Chat:Endpoint={model.Endpoint}", "--Chat:Model=model-1", "--Chat:Models:0=model-2"]);

        OpenAIModelCollection models = await new OpenAIModelClient(new ApiKeyCredential("any"), OptionsFor(service)).GetModelsAsync();
        ChatCompletion further = await ClientOf(service, "model-2").CompleteChatAsync(new UserChatMessage(Question));
        ChatCompletion ours = await ClientOf(service).CompleteChatAsync(new UserChatMessage(Question));
        var unknown = await Assert.ThrowsAsync<ClientResultException>(() => ClientOf(service, "model-3").CompleteChatAsync(new UserChatMessage(Question)));

        Assert.Equal(["forumqa", "forumqa-extractive", "forumqa-generative", "model-1", "model-2"], models.Select(each => each.Id));
        Assert.Equal(["model-2", "model-1"], model.Requests.Select(request => (string?)request["model"]));
        Assert.Equal(("model-2", "forumqa"), (further.Model, ours.Model));
        Assert.Contains("model-1, model-2", unknown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Refuses_a_wrong_key_as_clients_expect()
    {
        using var folder = new ServiceFolder();
        var key = new ApiKeyFile(folder.KeyFile, TimeProvider.System).Add("chat", ApiScopes.Ask);
        await using var service = await StartAsync(folder);

        var wrong = await Assert.ThrowsAsync<ClientResultException>(() => ClientOf(service, key: "sk-wrong").CompleteChatAsync(new UserChatMessage(Question)));
        ChatCompletion right = await ClientOf(service, key: key).CompleteChatAsync(new UserChatMessage(Question));

        Assert.Equal(401, wrong.Status);
        var error = JsonNode.Parse(wrong.GetRawResponse()!.Content)!["error"]!;
        Assert.Equal(("invalid_api_key", "authentication_error"), ((string?)error["code"], (string?)error["type"]));
        Assert.Equal(ChatFinishReason.Stop, right.FinishReason);
    }

    [Fact]
    public async Task Tells_clients_to_wait_as_they_expect()
    {
        await using var service = await StartAsync(settings: "--Api:Rate:AnswersPerMinute=1");
        await ClientOf(service).CompleteChatAsync(new UserChatMessage(Question));

        var refused = await Assert.ThrowsAsync<ClientResultException>(() => ClientOf(service).CompleteChatAsync(new UserChatMessage(Question)));

        Assert.Equal(429, refused.Status);
        Assert.True(refused.GetRawResponse()!.Headers.TryGetValue("Retry-After", out _));
        Assert.Contains("rate_limit_exceeded", refused.GetRawResponse()!.Content.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{", 400, "body-malformed", null)]
    [InlineData("null", 400, "body-malformed", null)]
    [InlineData("""{"messages":7}""", 400, "field-invalid", "messages")]
    [InlineData("""{}""", 400, "question-empty", "messages")]
    [InlineData("""{"messages":[]}""", 400, "question-empty", "messages")]
    [InlineData("""{"messages":[{"role":"system","content":"Who?"}]}""", 400, "question-empty", "messages")]
    [InlineData("""{"messages":[{"role":"user","content":null}]}""", 400, "question-empty", "messages")]
    [InlineData("""{"messages":[{"role":"user","content":"hi \ud83d"}]}""", 400, "body-malformed", "messages")]
    [InlineData("""{"messages":[null]}""", 400, "field-invalid", "messages[0].role")]
    [InlineData("""{"messages":[{"role":"poet","content":"Who?"}]}""", 400, "field-invalid", "messages[0].role")]
    [InlineData("""{"messages":[{"role":"user","content":{"text":"Who?"}}]}""", 400, "field-invalid", "messages[0].content")]
    [InlineData("""{"messages":[{"role":"user","content":[{"type":"image_url","image_url":{"url":"https://a.example"}}]}]}""", 400, "field-invalid", "messages[0].content")]
    [InlineData("""{"n":2,"messages":[{"role":"user","content":"Who?"}]}""", 400, "field-invalid", "n")]
    [InlineData("""{"tool_choice":"required","messages":[{"role":"user","content":"Who?"}]}""", 400, "field-invalid", "tool_choice")]
    [InlineData("""{"response_format":{"type":"json_object"},"messages":[{"role":"user","content":"Who?"}]}""", 400, "field-invalid", "response_format")]
    [InlineData("""{"logprobs":true,"messages":[{"role":"user","content":"Who?"}]}""", 400, "field-invalid", "logprobs")]
    [InlineData("""{"model":"gpt-5","messages":[{"role":"user","content":"Who?"}]}""", 404, "model_not_found", "model")]
    [InlineData("""{"model":"forumqa-generative","messages":[{"role":"user","content":"Who was the keeper of the lighthouse?"}]}""", 503, "chat-not-configured", null)]
    [InlineData("""{"model":"forumqa-generative","stream":true,"messages":[{"role":"user","content":"Who was the keeper of the lighthouse?"}]}""", 503, "chat-not-configured", null)]
    public async Task Says_what_is_wrong_as_clients_expect(string body, int status, string code, string? param)
    {
        var service = shared.Service;
        using var content = new StringContent(body, Encoding.UTF8, "application/json");

        using var response = await service.Client.PostAsync("/v1/chat/completions", content);

        var error = JsonNode.Parse(await response.Content.ReadAsStringAsync())!["error"]!;
        Assert.Equal((status, code, param), ((int)response.StatusCode, (string?)error["code"], (string?)error["param"]));
        Assert.NotEmpty((string)error["message"]!);
        Assert.NotEmpty((string)error["type"]!);
        Assert.Equal("application/json", response.Content.Headers.ContentType?.MediaType);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Gives_out_no_sentence_of_a_model_that_the_documents_do_not_carry(bool stream)
    {
        await using var model = await ScriptedModelServer.StartAsync();
        model.Respond = _ => "The keeper of the lighthouse in 1930 was Tom Birch. [1] Penguins swim faster than most whales. [1]";
        await using var service = await StartAsync(settings: [$"--Chat:Endpoint={model.Endpoint}", "--Chat:Model=model-1"]);

        var text = stream
            ? string.Concat((await StreamAsync(service, new { stream, model = "forumqa-generative", messages = Messages(Question) }))
                .SkipLast(1).Select(data => (string?)JsonNode.Parse(data)!["choices"]![0]!["delta"]!["content"]))
            : (string)(await service.PostJsonAsync("/v1/chat/completions", new { model = "forumqa-generative", messages = Messages(Question) }))["choices"]![0]!["message"]!["content"]!;

        Assert.NotEmpty(model.Requests);
        Assert.StartsWith("The keeper of the lighthouse in 1930 was Tom Birch. [1]", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Penguins", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Tells_what_failed_in_the_middle_of_a_stream()
    {
        using var folder = new ServiceFolder();
        await File.WriteAllTextAsync(folder["records.db"], "This is no database, though it is long enough to be taken for one. " + new string('x', 200));
        await using var service = await StartAsync(folder, settings: $"--Api:Records:Path={folder["records.db"]}");

        var events = await StreamAsync(service, new { stream = true, messages = Messages(Question) });

        Assert.Contains("Tom Birch", events[0], StringComparison.Ordinal);
        Assert.Equal("records-unusable", (string?)JsonNode.Parse(events[^1])!["error"]!["code"]);
    }

    private static object[] Messages(string question) => [new { role = "user", content = question }];

    private static async Task<List<string>> StreamAsync(RunningService service, object body)
    {
        using var response = await service.PostAsync("/v1/chat/completions", body);
        Assert.Equal("text/event-stream", response.Content.Headers.ContentType?.MediaType);
        var lines = (await response.Content.ReadAsStringAsync()).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        return [.. lines.Select(line => line.StartsWith("data: ", StringComparison.Ordinal) ? line["data: ".Length..] : throw new InvalidOperationException(line))];
    }

    private static ChatClient ClientOf(RunningService service, string model = "forumqa", string key = "any") => new(model, new ApiKeyCredential(key), OptionsFor(service));

    private static OpenAIClientOptions OptionsFor(RunningService service) => new()
    {
        Endpoint = new Uri(service.Address, "/v1"),
        RetryPolicy = new ClientRetryPolicy(maxRetries: 0),
    };
}
