using System.Net;
using static ForumQA.Tests.Api.Access.TwoTeams;

namespace ForumQA.Tests.Api.Access;

/// <summary>Every door that shows documents, tried with the keys of two teams: each finds its own and nothing of the other.</summary>
public sealed class BoundDoorTests(TwoTeams teams) : IClassFixture<TwoTeams>
{
    /// <summary>Method, path, body, what is accepted, and whether the team whose documents are asked for is to find something.</summary>
    public static TheoryData<string, string, string?, string?, bool> Doors => new()
    {
        { "GET", "/v1/documents", null, null, true },
        { "GET", "/v1/documents?limit=1", null, null, true },
        { "GET", "/v1/documents/sales/plan.md?passages=true", null, null, true },
        { "GET", "/v1/documents/legal/contract.md?passages=true", null, null, true },
        { "GET", "/v1/documents/legal%2Fcontract.md", null, null, true },
        { "GET", "/v1/files/sales/plan.md", null, null, true },
        { "GET", "/v1/files/legal/contract.md", null, null, true },
        { "GET", "/v1/search?q=who%20signed%20or%20leads%20what&limit=200", null, null, true },
        { "GET", "/v1/search?q=penalty%20campaign&document=legal/contract.md", null, null, true },
        { "GET", "/v1/search?q=penalty%20campaign&where=team%3Dlegal", null, null, true },
        { "GET", "/v1/search?q=spring%20fair&where=event%3DSpring%20fair", null, null, true },
        { "GET", "/v1/mentions", null, null, true },
        { "GET", "/v1/mentions?kind=person", null, null, true },
        { "GET", "/v1/mentions?kind=date", null, null, true },
        { "GET", "/v1/mentions?name=Kamp", null, null, true },
        { "GET", "/v1/mentions?document=legal/contract.md", null, null, true },
        { "POST", "/v1/check", """{"text":"Somebody signed it with a port on 10 April 2023. The campaign costs 400,000 crowns. The penalty is 78,000 crowns."}""", null, true },
        { "POST", "/v1/check", """{"text":"The penalty is 78,000 crowns.","filter":{"documents":["legal/contract.md"]}}""", null, true },
        { "POST", "/v1/answers", """{"question":"Who is Ilse Kamp?"}""", null, true },
        { "POST", "/v1/answers", """{"question":"Who is Ilse Kamp?"}""", "text/event-stream", true },
        { "POST", "/v1/answers", """{"question":"Who signed the contract with the port?"}""", null, true },
        { "POST", "/v1/answers", """{"question":"Which penalty does the Zimbrle contrct name?"}""", null, true },
        { "POST", "/v1/answers", """{"question":"Which documents are there?"}""", null, true },
        { "POST", "/v1/answers", """{"question":"What are the documents about?"}""", null, true },
        { "POST", "/v1/answers", """{"question":"List all people."}""", null, true },
        { "POST", "/v1/answers", """{"question":"Summarize the spring fair."}""", null, true },
        { "POST", "/v1/answers", """{"question":"What was said at the spring fair?","kind":"list"}""", null, true },
        { "POST", "/v1/answers", """{"question":"And what did he sign?","history":[{"question":"Who is Brand?","answer":"A man of the port."}]}""", null, true },
        { "POST", "/v1/answers", """{"question":"Who advises the notary?","filter":{"documents":["legal/contract.md"]}}""", null, true },
        { "POST", "/v1/answers", """{"question":"Who advises the notary?","filter":{"metadata":{"team":"legal"}}}""", null, true },
        { "POST", "/v1/chat/completions", """{"messages":[{"role":"user","content":"Who is Ilse Kamp?"}]}""", null, true },
        { "POST", "/v1/chat/completions", """{"stream":true,"messages":[{"role":"user","content":"Who advises the notary, and who leads the campaign?"}]}""", null, true },
        { "POST", "/v1/responses", """{"input":"Who is Ilse Kamp?"}""", null, true },
        { "POST", "/v1/responses", """{"stream":true,"input":"Who advises the notary, and who leads the campaign?"}""", null, true },
        { "GET", "/v1/about", null, null, false },
        { "GET", "/v1/models", null, null, false },
    };

    [Theory]
    [MemberData(nameof(Doors))]
    public async Task Each_team_finds_its_own_and_nothing_of_the_other(string method, string path, string? body, string? accept, bool finds)
    {
        var request = Uri.UnescapeDataString(path) + body;

        var (_, toSales) = await teams.SendAsync("sales", method, path, body, accept);
        var (_, toLegal) = await teams.SendAsync("legal", method, path, body, accept);

        Assert.Empty(MarksIn("legal", toSales, request));
        Assert.Empty(MarksIn("sales", toLegal, request));

        // The door is open for those whose documents they are, else it would prove nothing.
        Assert.Equal(finds, MarksIn("sales", toSales, request).Count + MarksIn("legal", toLegal, request).Count > 0);
    }

    [Theory]
    [InlineData("/v1/documents/legal/contract.md", "/v1/documents/legal/nothing.md")]
    [InlineData("/v1/files/legal/contract.md", "/v1/files/legal/nothing.md")]
    [InlineData("/v1/search?q=x&document=legal/contract.md", "/v1/search?q=x&document=legal/nothing.md")]
    [InlineData("/v1/mentions?document=legal/contract.md", "/v1/mentions?document=legal/nothing.md")]
    public async Task Another_teams_document_is_as_unknown_as_one_that_does_not_exist(string there, string nowhere)
    {
        var (one, hidden) = await teams.SendAsync("sales", "GET", there);
        var (other, absent) = await teams.SendAsync("sales", "GET", nowhere);

        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), (one.StatusCode, other.StatusCode));
        Assert.Equal(WithoutIds(absent).Replace("nothing.md", "contract.md", StringComparison.Ordinal), WithoutIds(hidden));
    }

    [Fact]
    public async Task Counts_are_those_of_the_team()
    {
        var ofTeam = await teams.JsonAsync("sales", "GET", "/v1/documents");
        var ofAll = await teams.JsonAsync("asker", "GET", "/v1/documents");

        Assert.Equal((1, 4), ((int)ofTeam["total"]!, (int)ofAll["total"]!));
    }

    [Fact]
    public async Task Scores_tell_nothing_of_how_often_a_word_stands_elsewhere()
    {
        var (_, before) = await teams.SendAsync("sales", "GET", "/v1/search?q=crowns%20of%20the%20campaign");
        teams.Folder.Write("legal/more.md", $"---\nteam: legal\n---\n\n{string.Concat(Enumerable.Repeat("Campaign crowns of campaign crowns. ", 40))}");

        await teams.JsonAsync("manager", "POST", "/v1/index");

        Assert.Equal(before, (await teams.SendAsync("sales", "GET", "/v1/search?q=crowns%20of%20the%20campaign")).Text);
        File.Delete(Path.Combine(teams.Folder.Corpus, "legal/more.md"));
        await teams.JsonAsync("manager", "POST", "/v1/index");
    }

    private static string WithoutIds(string problem) => System.Text.RegularExpressions.Regex.Replace(problem, "\"requestId\":\"[^\"]*\"", "");
}
