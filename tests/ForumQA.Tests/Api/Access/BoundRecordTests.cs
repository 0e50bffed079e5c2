using System.Net;
using ForumQA.Hosting.Access;
using static ForumQA.Tests.Api.Access.TwoTeams;

namespace ForumQA.Tests.Api.Access;

/// <summary>Answers, conversations, links and feedback belong to the key that began them.</summary>
public sealed class BoundRecordTests(TwoTeams teams) : IClassFixture<TwoTeams>
{
    [Theory]
    [InlineData("GET", "/v1/conversations/{conversation}", null)]
    [InlineData("GET", "/v1/conversations/{conversation}/quotations", null)]
    [InlineData("PATCH", "/v1/conversations/{conversation}", """{"title":"Mine"}""")]
    [InlineData("PUT", "/v1/conversations/{conversation}/share", null)]
    [InlineData("DELETE", "/v1/conversations/{conversation}/share", null)]
    [InlineData("POST", "/v1/answers", """{"question":"What did I ask first?","conversationId":"{conversation}"}""")]
    [InlineData("POST", "/v1/answers", """{"question":"Who is Ilse Kamp?","conversationId":"{conversation}","replaces":"{answer}"}""")]
    [InlineData("GET", "/v1/answers/{answer}", null)]
    [InlineData("GET", "/v1/answers/{answer}/suggestions", null)]
    [InlineData("PUT", "/v1/answers/{answer}/feedback", """{"helpful":true}""")]
    [InlineData("DELETE", "/v1/answers/{answer}/feedback", null)]
    public async Task What_one_key_began_is_unknown_to_every_other(string method, string path, string? body)
    {
        var (conversation, answer) = await BeginAsync("legal");

        foreach (var other in new[] { "sales", "asker", "manager" })
        {
            var (response, text) = await teams.SendAsync(other, method, Fill(path), body is null ? null : Fill(body));
            Assert.True(response.StatusCode == HttpStatusCode.NotFound, $"{other}: {text}");
            Assert.Empty(MarksIn("legal", text, ""));
        }

        var (own, _) = await teams.SendAsync("legal", method, Fill(path), body is null ? null : Fill(body));
        Assert.True(own.IsSuccessStatusCode);

        string Fill(string template) => template.Replace("{conversation}", conversation, StringComparison.Ordinal).Replace("{answer}", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_outside_a_conversation_is_its_keys_too()
    {
        var answer = (string)(await teams.JsonAsync("legal", "POST", "/v1/answers", new { question = "Who advises the notary?" }))["id"]!;

        Assert.Equal(HttpStatusCode.NotFound, (await teams.SendAsync("sales", "GET", $"/v1/answers/{answer}")).Response.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await teams.SendAsync("asker", "GET", $"/v1/answers/{answer}")).Response.StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await teams.SendAsync("legal", "GET", $"/v1/answers/{answer}")).Response.StatusCode);
    }

    [Fact]
    public async Task A_key_lists_and_searches_its_own_conversations_only()
    {
        var (conversation, _) = await BeginAsync("legal");
        await BeginAsync("sales");

        var listed = await teams.SendAsync("sales", "GET", "/v1/conversations?limit=500");
        var searched = await teams.JsonAsync("sales", "GET", "/v1/conversations?q=Hasserod");
        var own = await teams.JsonAsync("legal", "GET", "/v1/conversations?q=Hasserod");

        Assert.DoesNotContain(conversation, listed.Text, StringComparison.Ordinal);
        Assert.Equal(0, (int)searched["total"]!);
        Assert.Contains(own["conversations"]!.AsArray(), one => (string)one!["id"]! == conversation);
    }

    [Fact]
    public async Task A_link_is_read_by_whoever_may_read_what_stands_behind_it()
    {
        teams.Add($"other-{Guid.NewGuid():N}", ApiScopes.Ask, "LEGAL");
        var (conversation, _) = await BeginAsync("legal");
        var share = (string)(await teams.JsonAsync("legal", "PUT", $"/v1/conversations/{conversation}/share"))["shareId"]!;

        var (toSales, text) = await teams.SendAsync("sales", "GET", $"/v1/shared/{share}");

        Assert.Equal(HttpStatusCode.NotFound, toSales.StatusCode);
        Assert.Empty(MarksIn("legal", text, ""));
        foreach (var key in teams.Keys.Keys.Where(key => key != "sales"))
        {
            Assert.Equal(HttpStatusCode.OK, (await teams.SendAsync(key, "GET", $"/v1/shared/{share}")).Response.StatusCode);
        }
    }

    [Fact]
    public async Task A_link_of_a_key_that_sees_everything_is_not_for_one_that_does_not()
    {
        var (conversation, _) = await BeginAsync("asker");
        var share = (string)(await teams.JsonAsync("asker", "PUT", $"/v1/conversations/{conversation}/share"))["shareId"]!;

        Assert.Equal(HttpStatusCode.NotFound, (await teams.SendAsync("sales", "GET", $"/v1/shared/{share}")).Response.StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await teams.SendAsync("manager", "GET", $"/v1/shared/{share}")).Response.StatusCode);
    }

    [Fact]
    public async Task Suggestions_lead_to_the_teams_own_documents()
    {
        foreach (var (team, other) in new[] { ("sales", "legal"), ("legal", "sales") })
        {
            var answer = (string)(await teams.JsonAsync(team, "POST", "/v1/answers", new { question = "Who is Ilse Kamp?" }))["id"]!;

            var (response, text) = await teams.SendAsync(team, "GET", $"/v1/answers/{answer}/suggestions");

            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
            Assert.Empty(MarksIn(other, text, ""));
            Assert.NotEmpty(MarksIn(team, text, ""));
        }
    }

    [Fact]
    public async Task Feedback_is_for_whoever_manages()
    {
        var (_, answer) = await BeginAsync("legal");
        await teams.JsonAsync("legal", "PUT", $"/v1/answers/{answer}/feedback", new { helpful = true });

        var (refused, _) = await teams.SendAsync("legal", "GET", "/v1/feedback");
        var listed = await teams.JsonAsync("manager", "GET", "/v1/feedback");

        await RunningService.ProblemAsync(refused, 403, "key-bound");
        Assert.Contains(listed["feedback"]!.AsArray(), one => (string)one!["answerId"]! == answer);
    }

    [Fact]
    public async Task Deleting_everything_deletes_what_the_key_began()
    {
        var (others, _) = await BeginAsync("legal");
        var (own, _) = await BeginAsync("manager");

        var (deleted, _) = await teams.SendAsync("manager", "DELETE", "/v1/conversations");

        Assert.Equal(HttpStatusCode.NoContent, deleted.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await teams.SendAsync("manager", "GET", $"/v1/conversations/{own}")).Response.StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await teams.SendAsync("legal", "GET", $"/v1/conversations/{others}")).Response.StatusCode);
    }

    private async Task<(string Conversation, string Answer)> BeginAsync(string key)
    {
        var id = (string)(await teams.JsonAsync(key, "POST", "/v1/conversations", new { }))["id"]!;
        var answer = await teams.JsonAsync(key, "POST", "/v1/answers", new { question = "Who advises the notary?", conversationId = id });
        return (id, (string)answer["id"]!);
    }
}
