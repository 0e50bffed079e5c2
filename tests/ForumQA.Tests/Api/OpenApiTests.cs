using System.Text.Json;
using System.Text.Json.Nodes;
using ForumQA.Api;
using ForumQA.Api.About;
using ForumQA.Api.Answers;
using ForumQA.Api.ChatCompletions;
using ForumQA.Api.Checks;
using ForumQA.Api.Conversations;
using ForumQA.Api.Documents;
using ForumQA.Api.Feedback;
using ForumQA.Api.Health;
using ForumQA.Api.Indexing;
using ForumQA.Api.Json;
using ForumQA.Api.OpenApi;
using ForumQA.Api.Records;
using ForumQA.Api.Responses;
using ForumQA.Api.Suggestions;
using ForumQA.Hosting.Json;
using static ForumQA.Tests.Api.RunningService;

namespace ForumQA.Tests.Api;

/// <summary>The document at /openapi/v1.json. When it is meant to change: <c>FORUMQA_UPDATE_SNAPSHOTS=1 dotnet test --filter OpenApiTests</c>, then look at the difference.</summary>
public sealed class OpenApiTests
{
    private static readonly string Snapshot = Repository.Path("tests", "ForumQA.Tests", "Api", "openapi.v1.json");

    [Fact]
    public async Task Is_what_it_was()
    {
        await using var service = await StartAsync();

        var document = (await service.Client.GetStringAsync("/openapi/v1.json")).ReplaceLineEndings("\n");
        if (Environment.GetEnvironmentVariable("FORUMQA_UPDATE_SNAPSHOTS") == "1")
        {
            await File.WriteAllTextAsync(Snapshot, document + "\n");
        }

        Assert.True(
            document + "\n" == await File.ReadAllTextAsync(Snapshot),
            "The OpenAPI document has changed. If that is meant, run: FORUMQA_UPDATE_SNAPSHOTS=1 dotnet test --filter OpenApiTests");
    }

    [Fact]
    public async Task Describes_every_operation_with_examples_and_problems()
    {
        await using var service = await StartAsync();

        var document = await service.GetJsonAsync("/openapi/v1.json");

        Assert.All(document["paths"]!.AsObject().SelectMany(path => path.Value!.AsObject().Select(method => (path.Key, Operation: method.Value!))), entry =>
        {
            var (path, operation) = entry;
            Assert.NotEmpty((string)operation["operationId"]!);
            Assert.NotEmpty((string)operation["summary"]!);
            Assert.NotEmpty((string)operation["description"]!);
            Assert.All(operation["parameters"]?.AsArray() ?? [], parameter => Assert.False(string.IsNullOrEmpty((string?)parameter!["description"]), $"{path} {parameter["name"]}"));
            var responses = operation["responses"]!.AsObject();
            Assert.All(responses, response => Assert.False(string.IsNullOrEmpty((string?)response.Value!["description"])));
            Assert.All(
                responses.SelectMany(response => response.Value!["content"]?.AsObject() ?? []).Where(content => content.Key == "application/json").Take(1),
                content => Assert.NotNull(content.Value!["example"]));
            if (path.StartsWith("/v1/", StringComparison.Ordinal))
            {
                Assert.NotNull(Assert.Single(responses["500"]!["content"]!.AsObject()).Value!["example"]);
            }

            if (operation["requestBody"]?["content"]?["application/json"] is { } body)
            {
                Assert.NotNull(body["example"]);
            }
        });
    }

    [Theory]
    [InlineData("answer-request.json", typeof(AnswerBody))]
    [InlineData("answer.json", typeof(GivenAnswer))]
    [InlineData("chat-request.json", typeof(ChatBody))]
    [InlineData("chat-completion.json", typeof(ChatCompletionJson))]
    [InlineData("response-request.json", typeof(ResponseBody))]
    [InlineData("response.json", typeof(ResponseJson))]
    [InlineData("model.json", typeof(ModelJson))]
    [InlineData("model-list.json", typeof(ModelListJson))]
    [InlineData("conversation-request.json", typeof(ConversationBody))]
    [InlineData("conversation-summary.json", typeof(ConversationSummary))]
    [InlineData("conversation-list.json", typeof(ConversationList))]
    [InlineData("conversation.json", typeof(ConversationJson))]
    [InlineData("search.json", typeof(SearchJson))]
    [InlineData("mentions.json", typeof(MentionsJson))]
    [InlineData("check-request.json", typeof(CheckBody))]
    [InlineData("check.json", typeof(CheckJson))]
    [InlineData("document-list.json", typeof(DocumentList))]
    [InlineData("document.json", typeof(DocumentJson))]
    [InlineData("upload.json", typeof(UploadResult))]
    [InlineData("index-request.json", typeof(IndexBody))]
    [InlineData("index.json", typeof(IndexJson))]
    [InlineData("about.json", typeof(AboutJson))]
    [InlineData("feedback-request.json", typeof(FeedbackBody))]
    [InlineData("feedback.json", typeof(AnswerFeedback))]
    [InlineData("feedback-list.json", typeof(FeedbackList))]
    [InlineData("quotation-list.json", typeof(QuotationList))]
    [InlineData("suggestion-list.json", typeof(SuggestionList))]
    [InlineData("live.json", typeof(LiveJson))]
    [InlineData("ready.json", typeof(ReadyJson))]
    public void Every_example_is_one(string name, Type type)
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web);
        JsonSettings.Configure(options);
        options.TypeInfoResolverChain.Insert(0, ApiJson.Default);
        var text = ApiDescription.ReadExample(name);

        var example = JsonSerializer.Deserialize(text, options.GetTypeInfo(type));

        // Nothing is missing: written again, it says the same, apart from what may be left out.
        var again = JsonSerializer.SerializeToNode(example, options.GetTypeInfo(type))!;
        Assert.Equal(WithoutNulls(JsonNode.Parse(text)!).ToJsonString(), WithoutNulls(again).ToJsonString());
    }

    private static JsonNode WithoutNulls(JsonNode node) => node switch
    {
        JsonObject entries => new JsonObject(entries.Where(entry => entry.Value is not null).Select(entry => KeyValuePair.Create(entry.Key, (JsonNode?)WithoutNulls(entry.Value!)))),
        JsonArray items => new JsonArray([.. items.Select(item => item is null ? null : WithoutNulls(item))]),
        _ => node.DeepClone(),
    };
}
