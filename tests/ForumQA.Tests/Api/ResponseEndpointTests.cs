#pragma warning disable OPENAI001 // The client of this endpoint is on trial as a whole.
using System.ClientModel;
using System.ClientModel.Primitives;
using System.Text;
using System.Text.Json.Nodes;
using OpenAI.Responses;
using static ForumQA.Tests.Api.ServiceFolder;

namespace ForumQA.Tests.Api;

/// <summary>The official OpenAI client talks to <c>/v1/responses</c>; where it hides what goes over the wire, plain HTTP does.</summary>
public sealed class ResponseEndpointTests(SharedService shared) : IClassFixture<SharedService>
{
    [Fact]
    public async Task Answers_with_markers_whose_annotations_name_the_source()
    {
        var service = shared.Service;

        ResponseResult response = await ClientOf(service).CreateResponseAsync("forumqa", Question);

        Assert.Equal((ResponseStatus.Completed, "forumqa"), (response.Status, response.Model));
        var part = Assert.Single(Assert.IsAssignableFrom<MessageResponseItem>(Assert.Single(response.OutputItems)).Content);
        Assert.StartsWith("The keeper of the lighthouse in 1930 was Tom Birch. [1]", response.GetOutputText(), StringComparison.Ordinal);
        var annotation = Assert.IsType<UriCitationMessageAnnotation>(part.OutputTextAnnotations[0]);
        Assert.Equal("[1]", part.Text[annotation.StartIndex..annotation.EndIndex]);
        Assert.Equal("The harbour", annotation.Title);
        Assert.Contains("Tom Birch", await service.Client.GetStringAsync(annotation.Uri), StringComparison.Ordinal);
        Assert.Equal(0, response.Usage.TotalTokenCount);
    }

    [Fact]
    public async Task Streams_the_same_text_and_the_same_annotations()
    {
        var service = shared.Service;
        var client = ClientOf(service);
        ResponseResult whole = await client.CreateResponseAsync("forumqa", Question);

        var updates = new List<StreamingResponseUpdate>();
        await foreach (var update in await client.CreateResponseStreamingAsync("forumqa", Question))
        {
            updates.Add(update);
        }

        Assert.IsType<StreamingResponseCreatedUpdate>(updates[0]);
        Assert.Equal(Enumerable.Range(0, updates.Count), updates.Select(update => update.SequenceNumber));
        Assert.Equal(whole.GetOutputText(), string.Concat(updates.OfType<StreamingResponseOutputTextDeltaUpdate>().Select(update => update.Delta)));
        Assert.Equal(whole.GetOutputText(), Assert.Single(updates.OfType<StreamingResponseOutputTextDoneUpdate>()).Text);
        var completed = Assert.IsType<StreamingResponseCompletedUpdate>(updates[^1]).Response;
        Assert.Equal(whole.GetOutputText(), completed.GetOutputText());
        Assert.Single(Assert.IsAssignableFrom<MessageResponseItem>(Assert.Single(completed.OutputItems)).Content[0].OutputTextAnnotations);
    }

    [Fact]
    public async Task Events_are_named_as_clients_expect()
    {
        var service = shared.Service;

        var text = await (await service.PostAsync("/v1/responses", new { input = Question, stream = true })).Content.ReadAsStringAsync();

        Assert.Equal(
            [
                "response.created", "response.in_progress", "response.output_item.added", "response.content_part.added", "response.output_text.delta",
                "response.output_text.annotation.added", "response.output_text.delta", "response.output_text.done", "response.content_part.done", "response.output_item.done", "response.completed",
            ],
            text.Split('\n').Where(line => line.StartsWith("event: ", StringComparison.Ordinal)).Select(line => line[7..].Trim()));
    }

    [Fact]
    public async Task Earlier_messages_are_the_conversation()
    {
        var service = shared.Service;
        var options = new CreateResponseOptions("forumqa", [
            ResponseItem.CreateUserMessageItem("Who opened the new harbour of Lindale?"),
            ResponseItem.CreateAssistantMessageItem("Ada Quill opened the new harbour of Lindale on 4 May 1921. [1]"),
            ResponseItem.CreateUserMessageItem("When did she open it?"),
        ])
        {
            Instructions = "Answer like a pirate.",
        };

        ResponseResult response = await ClientOf(service).CreateResponseAsync(options);

        Assert.Contains("4 May 1921", response.GetOutputText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Says_in_words_that_the_documents_do_not_answer()
    {
        var service = shared.Service;

        ResponseResult response = await ClientOf(service).CreateResponseAsync("forumqa", "Which enzyme breaks down lactose?");

        Assert.StartsWith("Not in these documents.", response.GetOutputText(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"input":"Who?","previous_response_id":"resp_1"}""", 400, "previous_response_id", "Send the earlier messages in 'input'")]
    [InlineData("""{"input":"Who?","conversation":"conv_1"}""", 400, "conversation", "Send the earlier messages in 'input'")]
    [InlineData("""{"input":"Who?","background":true}""", 400, "background", "Leave 'background' out")]
    [InlineData("""{"input":"Who?","text":{"format":{"type":"json_schema"}}}""", 400, "response_format", "answers in text")]
    [InlineData("""{"input":"Who?","tool_choice":"required"}""", 400, "tool_choice", "calls no tools")]
    [InlineData("""{"input":[{"role":"user","content":[{"type":"input_image","image_url":"data:"}]}]}""", 400, "input[0].content", "reads text only")]
    [InlineData("""{"input":[{"role":"owl","content":"Who?"}]}""", 400, "input[0].role", "'owl' is no role")]
    [InlineData("""{"input":[{"type":"function_call","name":"f"}]}""", 400, "input", "missing or blank")]
    [InlineData("""{"input":["Who?"]}""", 400, "input", "'role' and 'content'")]
    [InlineData("""{"input":5}""", 400, "input", "a text or a list")]
    [InlineData("{}", 400, "input", "missing or blank")]
    [InlineData("""{"input":"Who?","model":"gpt-5"}""", 404, "model", "There is no model 'gpt-5'")]
    [InlineData("""{"input":"Who?","stream":"yes"}""", 400, null, "Send one with 'input'")]
    [InlineData("nonsense", 400, null, "Send one with 'input'")]
    public async Task Says_what_is_wrong_in_the_shape_of_openai(string body, int status, string? parameter, string message)
    {
        var service = shared.Service;

        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        var response = await service.Client.PostAsync("/v1/responses", content);

        var error = JsonNode.Parse(await response.Content.ReadAsStringAsync())!["error"]!;
        Assert.Equal((status, parameter), ((int)response.StatusCode, (string?)error["param"]));
        Assert.Contains(message, (string?)error["message"], StringComparison.Ordinal);
    }

    private static ResponsesClient ClientOf(RunningService service) => new(
        new ApiKeyCredential("any"), new ResponsesClientOptions { Endpoint = new Uri(service.Address, "/v1"), RetryPolicy = new ClientRetryPolicy(maxRetries: 0) });
}
