using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using ForumQA.Evaluation.Import;
using Microsoft.Extensions.Options;
using static ForumQA.Tests.Api.RunningService;

namespace ForumQA.Tests.Api;

public sealed class FeedbackEndpointTests
{
    [Fact]
    public async Task Keeps_what_was_said_of_an_answer_until_it_is_taken_back()
    {
        using var folder = new ServiceFolder();
        string id;
        string conversation;
        await using (var before = await StartAsync(folder))
        {
            conversation = (string)(await before.PostJsonAsync("/v1/conversations", null))["id"]!;
            id = (string)(await before.PostJsonAsync("/v1/answers", new { question = ServiceFolder.Question, conversationId = conversation }))["id"]!;
            await SayAsync(before, id, new { helpful = true });
            await SayAsync(before, id, new { helpful = false, comment = " Too short. " });
        }

        await using var after = await StartAsync(folder);
        var kept = (await after.GetJsonAsync($"/v1/answers/{id}"))["feedback"]!;
        var inConversation = (await after.GetJsonAsync($"/v1/conversations/{conversation}"))["answers"]![0]!["feedback"]!;
        using var cleared = await after.Client.DeleteAsync($"/v1/answers/{id}/feedback");

        Assert.Equal((false, "Too short."), ((bool)kept["helpful"]!, (string?)kept["comment"]));
        Assert.True(JsonNode.DeepEquals(kept, inConversation));
        Assert.Equal(HttpStatusCode.NoContent, cleared.StatusCode);
        Assert.Null((await after.GetJsonAsync($"/v1/answers/{id}"))["feedback"]);
        Assert.Equal(0, (int)(await after.GetJsonAsync("/v1/feedback"))["total"]!);
    }

    [Theory]
    [InlineData("""{"comment":"Good"}""", "field-invalid")]
    [InlineData("""{"helpful":"yes"}""", "field-invalid")]
    [InlineData("""{"helpful":true,"stars":5}""", "field-unknown")]
    public async Task Says_what_is_wrong_with_it(string body, string code)
    {
        await using var service = await StartAsync();
        using var content = new StringContent(body, new System.Net.Http.Headers.MediaTypeHeaderValue("application/json"));

        await ProblemAsync(await service.Client.PutAsync("/v1/answers/ans_0/feedback", content), 400, code);
        await ProblemAsync(await service.Client.PutAsJsonAsync("/v1/answers/ans_0/feedback", new { helpful = true }), 404, "answer-unknown");
    }

    [Fact]
    public async Task Becomes_eval_cases_of_the_answers_that_helped()
    {
        using var output = new TemporaryFolder();
        await using var service = await StartAsync();
        var helpful = await service.PostJsonAsync("/v1/answers", new { question = ServiceFolder.Question });
        var refused = await service.PostJsonAsync("/v1/answers", new { question = "Who won the football world cup?" });
        var poor = await service.PostJsonAsync("/v1/answers", new { question = "How high is the lighthouse of Lindale?" });
        await SayAsync(service, (string)helpful["id"]!, new { helpful = true });
        await SayAsync(service, (string)refused["id"]!, new { helpful = true });
        await SayAsync(service, (string)poor["id"]!, new { helpful = false });
        var file = output.Write("feedback.json", await service.Client.GetStringAsync("/v1/feedback"));

        var report = await new CaseImporter(new ForumQA.Ingestion.DocumentReaders(Options.Create(new ForumQA.Ingestion.IngestionOptions()))).ImportAsync(
            new ImportRequest { Format = ImportFormat.Feedback, Sources = [file], Folder = output["set"] }, CancellationToken.None);

        var cases = (await File.ReadAllLinesAsync(report.CaseFile)).Select(line => JsonNode.Parse(line)!).ToList();
        Assert.Equal((2, 0), (report.Cases, report.Documents));
        Assert.Equal((string?)poor["id"], Assert.Single(report.Skipped).Id);
        Assert.Equal((string?)helpful["citations"]![0]!["quotation"], (string?)cases[0]["citations"]![0]!["quotation"]);
        Assert.False((bool)cases[1]["answerable"]!);
    }

    private static async Task SayAsync(RunningService service, string id, object body)
    {
        using var response = await service.Client.PutAsJsonAsync($"/v1/answers/{id}/feedback", body);
        Assert.True(response.IsSuccessStatusCode, await response.Content.ReadAsStringAsync());
    }
}
