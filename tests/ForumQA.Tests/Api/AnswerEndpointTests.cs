using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Nodes;
using ForumQA.Tests.Models;
using Microsoft.Extensions.DependencyInjection;
using static ForumQA.Tests.Api.RunningService;
using static ForumQA.Tests.Api.ServiceFolder;

namespace ForumQA.Tests.Api;

public sealed class AnswerEndpointTests
{
    private static readonly string[] Bakery = ["bakery.md"];

    [Theory]
    [InlineData("application/json")]
    [InlineData("text/event-stream")]
    public async Task A_question_chooses_its_model_among_those_that_are_told(string accept)
    {
        await using var model = await ScriptedModelServer.StartAsync();
        model.Respond = _ => "The keeper of the lighthouse in 1930 was Tom Birch. [1]";
        await using var service = await StartAsync(settings: [$"--Chat:Endpoint={model.Endpoint}", "--Chat:Model=model-1", "--Chat:Models:0=model-2"]);
        service.Client.DefaultRequestHeaders.Accept.ParseAdd(accept);

        using var answered = await service.PostAsync("/v1/answers", new { question = ServiceFolder.Question, model = "model-2" });
        using var refused = await service.PostAsync("/v1/answers", new { question = ServiceFolder.Question, model = "model-3" });

        Assert.True(answered.IsSuccessStatusCode);
        await answered.Content.ReadAsStringAsync();
        Assert.Equal("model-2", (string?)Assert.Single(model.Requests)["model"]);
        var problem = await ProblemAsync(refused, 404, "model-unknown");
        Assert.Contains("model-1, model-2", problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
        service.Client.DefaultRequestHeaders.Accept.Clear();
        Assert.Equal(["model-1", "model-2"], (await service.GetJsonAsync("/v1/about"))["models"]!.AsArray().Select(name => (string?)name));
    }

    [Fact]
    public async Task Answers_with_quotations_that_stand_in_the_document()
    {
        await using var service = await StartAsync();

        var answer = await service.PostJsonAsync("/v1/answers", new { question = Question });

        Assert.Equal(
            [
                "id", "conversationId", "createdAt", "question", "standaloneQuestion", "status", "kind", "lead", "score", "sentences", "citations", "abstention", "notes", "model",
                "promptHash", "usage", "evidence", "timings",
            ],
            answer.AsObject().Select(property => property.Key));
        Assert.Equal("answered", (string?)answer["status"]);
        Assert.Contains("Tom Birch", (string?)answer["sentences"]![0]!["text"], StringComparison.Ordinal);
        Assert.Equal("supported", (string?)answer["sentences"]![0]!["support"]);
        var citation = answer["citations"]![0]!;
        var document = await service.GetJsonAsync($"/v1/documents/{citation["documentId"]}");
        Assert.Equal((string?)citation["quotation"], ((string)document["text"]!)[(int)citation["start"]!..(int)citation["end"]!]);
        Assert.Equal("town/harbour.md", (string?)citation["documentId"]);
        Assert.Equal("Lighthouse", (string?)citation["heading"]);
        Assert.True((double)answer["timings"]!["retrieval"]! > 0 && (double)answer["timings"]!["composing"]! > 0);
        Assert.True((double)answer["timings"]!["total"]! >= (double)answer["timings"]!["retrieval"]!);
    }

    [Fact]
    public async Task Says_why_the_documents_do_not_answer()
    {
        await using var service = await StartAsync();

        var answer = await service.PostJsonAsync("/v1/answers", new { question = "Which enzyme breaks down lactose?" });

        Assert.Equal("notFound", (string?)answer["status"]);
        Assert.Empty(answer["sentences"]!.AsArray());
        Assert.Equal(["reason", "score", "threshold", "unmatchedTerms", "nearest"], answer["abstention"]!.AsObject().Select(property => property.Key));
        Assert.Contains("enzyme", answer["abstention"]!["unmatchedTerms"]!.AsArray().Select(term => (string?)term));
    }

    [Fact]
    public async Task Streams_evidence_first_then_each_sentence_then_the_answer()
    {
        await using var service = await StartAsync();

        var events = await service.StreamAsync("/v1/answers", new { question = Question });

        var answer = events[^1].Data;
        Assert.Equal(["evidence", .. answer["sentences"]!.AsArray().Select(_ => "sentence"), "completed"], events.Select(e => e.EventType));
        Assert.Equal(Question, (string?)events[0].Data["standaloneQuestion"]);
        Assert.True(JsonNode.DeepEquals(answer["sentences"]![0], events[1].Data["sentence"]));
        Assert.True(JsonNode.DeepEquals(answer["citations"]![0], events[1].Data["citations"]![0]));
        var plain = await service.PostJsonAsync("/v1/answers", new { question = Question });
        Assert.Equal(Timeless(plain), Timeless(answer));
    }

    [Fact]
    public async Task Gives_an_answer_again_that_it_gave_earlier()
    {
        await using var service = await StartAsync();
        var answer = await service.PostJsonAsync("/v1/answers", new { question = Question });

        var again = await service.GetJsonAsync($"/v1/answers/{answer["id"]}");

        Assert.True(JsonNode.DeepEquals(answer, again));
        await ProblemAsync(await service.Client.GetAsync("/v1/answers/ans_0"), 404, "answer-unknown");
    }

    [Fact]
    public async Task Asks_only_the_documents_that_the_filter_names()
    {
        await using var service = await StartAsync();

        var bakery = await service.PostJsonAsync("/v1/answers", new { question = Question, filter = new { documents = Bakery } });
        var opening = await service.PostJsonAsync(
            "/v1/answers", new { question = "Who opened the oven of the harbour?", passages = 1, filter = new { metadata = new Dictionary<string, string> { ["Event"] = "opening" } } });

        Assert.All(bakery["evidence"]!.AsArray(), passage => Assert.Equal("bakery.md", (string?)passage!["documentId"]));
        Assert.Equal("town/harbour.md", (string?)Assert.Single(opening["evidence"]!.AsArray())!["documentId"]);
    }

    [Fact]
    public async Task Completes_a_question_from_the_history_sent_along()
    {
        await using var service = await StartAsync();

        var answer = await service.PostJsonAsync("/v1/answers", new
        {
            question = "And who was its keeper?",
            history = new[] { new { question = "How high is the lighthouse of Lindale?", answer = "It is 42 metres high." } },
        });

        Assert.Contains("lighthouse", (string?)answer["standaloneQuestion"], StringComparison.OrdinalIgnoreCase);
        Assert.Equal("And who was its keeper?", (string?)answer["question"]);
    }

    [Theory]
    [InlineData("documents")]
    [InlineData("summary")]
    public async Task Gives_the_kind_of_answer_that_is_asked_for(string kind)
    {
        await using var service = await StartAsync();

        var answer = await service.PostJsonAsync("/v1/answers", new { question = "lighthouse of Lindale", kind });

        Assert.Equal("answered", (string?)answer["status"]);
        Assert.Equal(kind, (string?)answer["kind"]);
    }

    [Theory]
    [InlineData("", 400, "body-malformed")]
    [InlineData("{", 400, "body-malformed")]
    [InlineData("[]", 400, "body-malformed")]
    [InlineData("null", 400, "body-malformed")]
    [InlineData("""{"question":"Who?"} trailing""", 400, "body-malformed")]
    [InlineData("""{"quest":"Who?"}""", 400, "field-unknown")]
    [InlineData("""{"question":"Who?","filter":{"document":"a"}}""", 400, "field-unknown")]
    [InlineData("""{"Question":"Who?"}""", 400, "field-unknown")]
    [InlineData("""{"question":7}""", 400, "field-invalid")]
    [InlineData("""{"question":"Who?","question":"What?"}""", 400, "field-invalid")]
    [InlineData("""{"question":"Who?","passages":"5"}""", 400, "field-invalid")]
    [InlineData("""{"question":"Who?","passages":0}""", 400, "field-invalid")]
    [InlineData("""{"question":"Who?","passages":201}""", 400, "field-invalid")]
    [InlineData("""{"question":"Who?","mode":"clever"}""", 400, "field-invalid")]
    [InlineData("""{"question":"Who?","mode":1}""", 400, "field-invalid")]
    [InlineData("""{"question":"Who?","kind":"poem"}""", 400, "field-invalid")]
    [InlineData("""{"question":"Who?","kind":"conversation"}""", 400, "field-invalid")]
    [InlineData("""{"question":"Who?","history":[null]}""", 400, "field-invalid")]
    [InlineData("""{"question":"Who?","filter":{"documents":[null]}}""", 400, "field-invalid")]
    [InlineData("""{"question":"Who?","history":[{"answer":"He."}]}""", 400, "field-invalid")]
    [InlineData("""{"question":"Who?","history":[],"conversationId":"conv_0"}""", 400, "field-invalid")]
    [InlineData("""{}""", 400, "question-empty")]
    [InlineData("""{"question":null}""", 400, "question-empty")]
    [InlineData("""{"question":" \n "}""", 400, "question-empty")]
    [InlineData("""{"question":"Who was the keeper of the lighthouse, and of the other one, and of the third?"}""", 400, "question-too-long")]
    [InlineData("""{"question":"Who?","filter":{"documents":["none.md"]}}""", 404, "document-unknown")]
    [InlineData("""{"question":"Who?","conversationId":"conv_0"}""", 404, "conversation-unknown")]
    public async Task Says_what_is_wrong_with_a_question(string body, int status, string code)
    {
        await using var service = await StartAsync(settings: "--Api:Limits:QuestionLength=60");
        using var content = new StringContent(body, new MediaTypeHeaderValue("application/json"));
        using var streamed = new HttpRequestMessage(HttpMethod.Post, "/v1/answers") { Content = new StringContent(body, new MediaTypeHeaderValue("application/json")) };
        streamed.Headers.Accept.ParseAdd("text/event-stream");

        var problem = await ProblemAsync(await service.Client.PostAsync("/v1/answers", content), status, code);
        await ProblemAsync(await service.Client.SendAsync(streamed), status, code);

        Assert.DoesNotContain("System.", problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Says_that_the_model_is_not_there_when_it_must_write_the_answer()
    {
        await using var service = await StartAsync();

        await ProblemAsync(await service.PostAsync("/v1/answers", new { question = Question, mode = "generative" }), 503, "chat-not-configured");
    }

    private static string Timeless(JsonNode answer) => JsonSerializer.Serialize(
        answer.AsObject().Where(property => property.Key is not ("id" or "createdAt" or "timings")).ToDictionary());
}
