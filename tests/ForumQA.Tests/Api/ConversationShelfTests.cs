using System.Net;
using System.Net.Http.Json;
using static ForumQA.Tests.Api.RunningService;

namespace ForumQA.Tests.Api;

/// <summary>What people do with conversations they have had.</summary>
public sealed class ConversationShelfTests
{
    private const string Height = "How high is the lighthouse of Lindale?";

    [Fact]
    public async Task Finds_words_of_titles_questions_and_answers_and_nothing_else()
    {
        await using var service = await StartAsync();
        var named = await BeginAsync(service, "Bread 100%");
        var asked = await BeginAsync(service, null);
        await service.PostJsonAsync("/v1/answers", new { question = ServiceFolder.Question, conversationId = asked });

        Assert.Equal([named], await FindAsync(service, "bread"));
        Assert.Equal([named], await FindAsync(service, "0%"));
        Assert.Equal([asked], await FindAsync(service, "KEEPER OF"));
        Assert.Equal([asked], await FindAsync(service, "tom birch"));
        Assert.Empty(await FindAsync(service, "keeper%1930"));
        Assert.Equal(2, (await FindAsync(service, " ")).Count);
    }

    [Fact]
    public async Task Renames_and_keeps_the_name_when_the_first_question_is_corrected()
    {
        await using var service = await StartAsync();
        var id = await BeginAsync(service, null);
        var first = await service.PostJsonAsync("/v1/answers", new { question = Height, conversationId = id });

        var second = await service.PostJsonAsync("/v1/answers", new { question = ServiceFolder.Question, conversationId = id, replaces = (string)first["id"]! });
        var afterQuestion = await service.GetJsonAsync($"/v1/conversations/{id}");
        using var renamed = await service.Client.PatchAsJsonAsync($"/v1/conversations/{id}", new { title = " Keepers " });
        await service.PostJsonAsync("/v1/answers", new { question = Height, conversationId = id, replaces = (string)second["id"]! });

        Assert.Equal(ServiceFolder.Question, (string?)afterQuestion["title"]);
        Assert.Equal(HttpStatusCode.OK, renamed.StatusCode);
        Assert.Equal("Keepers", (string?)(await service.GetJsonAsync($"/v1/conversations/{id}"))["title"]);
        await ProblemAsync(await service.Client.PatchAsJsonAsync($"/v1/conversations/{id}", new { title = " " }), 400, "field-invalid");
        await ProblemAsync(await service.Client.PatchAsJsonAsync("/v1/conversations/conv_0", new { title = "x" }), 404, "conversation-unknown");
    }

    [Fact]
    public async Task An_answer_takes_the_place_of_another_and_of_those_after_it_and_does_not_lean_on_them()
    {
        await using var service = await StartAsync();
        var id = await BeginAsync(service, null);
        var first = await service.PostJsonAsync("/v1/answers", new { question = "Who built the oven of the bakery?", conversationId = id });
        var second = await service.PostJsonAsync("/v1/answers", new { question = Height, conversationId = id });
        await service.PostJsonAsync("/v1/answers", new { question = "And who was its keeper?", conversationId = id });

        var instead = await service.PostJsonAsync("/v1/answers", new { question = "And when?", conversationId = id, replaces = (string)second["id"]! });

        var kept = (await service.GetJsonAsync($"/v1/conversations/{id}"))["answers"]!.AsArray();
        Assert.Equal([(string?)first["id"], (string?)instead["id"]], kept.Select(answer => (string?)answer!["id"]));
        Assert.DoesNotContain("lighthouse", (string)instead["standaloneQuestion"]!, StringComparison.OrdinalIgnoreCase);
        await ProblemAsync(await service.PostAsync("/v1/answers", new { question = "Who?", conversationId = id, replaces = (string)second["id"]! }), 404, "answer-unknown");
        await ProblemAsync(await service.PostAsync("/v1/answers", new { question = "Who?", replaces = (string)first["id"]! }), 400, "field-invalid");
    }

    [Fact]
    public async Task Is_read_by_its_link_until_the_link_is_taken_back_and_changed_by_nobody_with_it()
    {
        await using var service = await StartAsync();
        var id = await BeginAsync(service, "Shared");
        var answer = await service.PostJsonAsync("/v1/answers", new { question = ServiceFolder.Question, conversationId = id });
        var share = await ShareAsync(service, id);

        var shared = (await service.GetJsonAsync($"/v1/shared/{share}")).ToJsonString();

        Assert.Contains("Tom Birch", shared, StringComparison.Ordinal);
        Assert.DoesNotContain(id, shared, StringComparison.Ordinal);
        Assert.DoesNotContain((string)answer["id"]!, shared, StringComparison.Ordinal);
        Assert.Equal(share, await ShareAsync(service, id));
        await ProblemAsync(await service.Client.DeleteAsync($"/v1/conversations/{share}"), 404, "conversation-unknown");
        using var taken = await service.Client.DeleteAsync($"/v1/conversations/{id}/share");
        Assert.Equal(HttpStatusCode.OK, taken.StatusCode);
        await ProblemAsync(await service.Client.GetAsync($"/v1/shared/{share}"), 404, "share-unknown");
        Assert.NotEqual(share, await ShareAsync(service, id));
    }

    [Fact]
    public async Task All_are_deleted_at_once()
    {
        await using var service = await StartAsync();
        var id = await BeginAsync(service, null);
        await service.PostJsonAsync("/v1/answers", new { question = Height, conversationId = id });
        await BeginAsync(service, "Another");

        using var deleted = await service.Client.DeleteAsync("/v1/conversations");

        Assert.Equal(HttpStatusCode.NoContent, deleted.StatusCode);
        Assert.Equal(0, (int)(await service.GetJsonAsync("/v1/conversations"))["total"]!);
    }

    [Fact]
    public async Task Tells_what_has_become_of_its_quotations()
    {
        await using var service = await StartAsync();
        var id = await BeginAsync(service, null);
        await service.PostJsonAsync("/v1/answers", new { question = ServiceFolder.Question, conversationId = id });
        var states = new List<string> { await StateAsync() };

        foreach (var text in new[] { "New words before.\n\nThe keeper of the lighthouse in 1930 was Tom Birch.", "The keeper of the lighthouse in 1930 was Tim Birch.", null })
        {
            if (text is null)
            {
                using var deleted = await service.Client.DeleteAsync("/v1/documents/town/harbour.md");
                Assert.Equal(HttpStatusCode.NoContent, deleted.StatusCode);
            }
            else
            {
                service.Folder.Write("town/harbour.md", text);
                await service.PostJsonAsync("/v1/index", null);
            }

            states.Add(await StateAsync());
        }

        Assert.Equal(["live", "moved", "changed", "deleted"], states);

        async Task<string> StateAsync() => (string)(await service.GetJsonAsync($"/v1/conversations/{id}/quotations"))["answers"]![0]!["quotations"]![0]!["state"]!;
    }

    [Fact]
    public async Task Suggests_only_what_the_documents_answer_and_what_says_more()
    {
        await using var service = await StartAsync();
        var answer = await service.PostJsonAsync("/v1/answers", new { question = ServiceFolder.Question });

        var questions = (await service.GetJsonAsync($"/v1/answers/{answer["id"]}/suggestions"))["questions"]!.AsArray().Select(question => (string)question!).ToList();

        Assert.Contains(questions, question => question.Contains("Ada Quill", StringComparison.Ordinal));
        foreach (var question in questions)
        {
            Assert.Equal("answered", (string?)(await service.PostJsonAsync("/v1/answers", new { question }))["status"]);
        }

        await ProblemAsync(await service.Client.GetAsync("/v1/answers/ans_0/suggestions"), 404, "answer-unknown");
    }

    private static async Task<string> BeginAsync(RunningService service, string? title) => (string)(await service.PostJsonAsync("/v1/conversations", new { title }))["id"]!;

    private static async Task<List<string>> FindAsync(RunningService service, string words) =>
        [.. (await service.GetJsonAsync($"/v1/conversations?q={Uri.EscapeDataString(words)}"))["conversations"]!.AsArray().Select(conversation => (string)conversation!["id"]!)];

    private static async Task<string> ShareAsync(RunningService service, string id)
    {
        using var response = await service.Client.PutAsync($"/v1/conversations/{id}/share", null);
        return (string)System.Text.Json.Nodes.JsonNode.Parse(await response.Content.ReadAsStringAsync())!["shareId"]!;
    }
}
