using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using ForumQA.Hosting.Access;
using ForumQA.Tests.Api;
using Npgsql;

namespace ForumQA.Tests.PostgreSql;

/// <summary>Two instances of the web service on one corpus folder and one database.</summary>
[Collection(OneServer.Name)]
public sealed class TwoServicesTests(PostgreSqlServer server) : IDisposable
{
    private const string Bridge = "The bridge of Farland was opened by Zed Quux on 3 March 1999.";

    private readonly ServiceFolder _folder = new();

    public void Dispose()
    {
        _folder.Dispose();
        NpgsqlConnection.ClearAllPools();
    }

    [PostgreSqlFact]
    public async Task A_document_uploaded_through_one_is_found_and_deleted_through_the_other()
    {
        var address = server.NewAddress();
        await using var one = await StartAsync(address);
        await using var other = await StartAsync(address);
        Assert.NotEqual("answered", (string?)(await AskAsync(other))["status"]);

        using var uploaded = await UploadAsync(one);
        var found = await AskAsync(other);
        using var deleted = await other.Client.DeleteAsync("/v1/documents/uploads/bridge.md");
        var gone = await AskAsync(one);

        Assert.Equal((HttpStatusCode.Created, HttpStatusCode.NoContent), (uploaded.StatusCode, deleted.StatusCode));
        Assert.Equal(Bridge, (string?)found["citations"]![0]!["quotation"]);
        Assert.NotEqual("answered", (string?)gone["status"]);
        Assert.False(File.Exists(_folder.Index));
    }

    [PostgreSqlFact]
    public async Task Both_answer_while_one_takes_in_documents()
    {
        var address = server.NewAddress();
        await using var one = await StartAsync(address);
        await using var other = await StartAsync(address);
        var indexing = Task.Run(async () =>
        {
            for (var i = 0; i < 10; i++)
            {
                using var uploaded = await UploadAsync(one, $"bridge{i}.md");
                Assert.Equal(HttpStatusCode.Created, uploaded.StatusCode);
            }
        });

        await Task.WhenAll(new[] { one, other }.Select(async service =>
        {
            while (!indexing.IsCompleted)
            {
                var answer = await service.PostJsonAsync("/v1/answers", new { question = ServiceFolder.Question });
                Assert.Equal("The keeper of the lighthouse in 1930 was Tom Birch.", (string?)answer["citations"]![0]!["quotation"]);
            }
        }));

        await indexing;
        Assert.Equal(12, (await other.GetJsonAsync("/v1/documents"))["documents"]!.AsArray().Count);
    }

    [PostgreSqlFact]
    public async Task A_conversation_begun_at_one_goes_on_at_the_other()
    {
        var address = server.NewAddress();
        await using var one = await StartAsync(address);
        await using var other = await StartAsync(address);
        var id = (string)(await one.PostJsonAsync("/v1/conversations", null))["id"]!;
        var first = await one.PostJsonAsync("/v1/answers", new { question = "How high is the lighthouse of Lindale?", conversationId = id });

        var followUp = await other.PostJsonAsync("/v1/answers", new { question = "And who was its keeper?", conversationId = id });
        using var rated = await other.Client.PutAsJsonAsync($"/v1/answers/{first["id"]}/feedback", new { helpful = true, comment = "Fine." });
        using var shared = await other.Client.PutAsync($"/v1/conversations/{id}/share", null);
        var conversation = await one.GetJsonAsync($"/v1/conversations/{id}");

        Assert.Contains("lighthouse", (string?)followUp["standaloneQuestion"], StringComparison.OrdinalIgnoreCase);
        Assert.Equal([(string?)first["id"], (string?)followUp["id"]], conversation["answers"]!.AsArray().Select(answer => (string?)answer!["id"]));
        Assert.Equal("Fine.", (string?)conversation["answers"]![0]!["feedback"]!["comment"]);
        Assert.Equal(2, (await one.GetJsonAsync($"/v1/shared/{conversation["shareId"]}"))["answers"]!.AsArray().Count);
        Assert.True(JsonNode.DeepEquals(followUp, await one.GetJsonAsync($"/v1/answers/{followUp["id"]}")));
        Assert.False(File.Exists(RecordsOf(_folder.Index)));

        using var deleted = await one.Client.DeleteAsync($"/v1/conversations/{id}");
        await RunningService.ProblemAsync(await other.Client.GetAsync($"/v1/conversations/{id}"), 404, "conversation-unknown");
    }

    [PostgreSqlFact]
    public async Task A_file_that_is_named_keeps_the_records_of_its_instance()
    {
        var address = server.NewAddress();
        var file = _folder["own.records.db"];
        await using var one = await StartAsync(address, $"--Api:Records:Path={file}");
        await using var other = await StartAsync(address);

        await one.PostJsonAsync("/v1/conversations", new { title = "Mine" });

        Assert.Equal(0, (int)(await other.GetJsonAsync("/v1/conversations"))["total"]!);
        Assert.True(File.Exists(file));
    }

    [PostgreSqlFact]
    public async Task A_bound_key_sees_its_documents_and_its_conversations_at_both_and_no_others()
    {
        _folder.Write("north.md", "---\nteam: north\n---\n\nThe vault of Ossery is kept by Nils Tarn.");
        _folder.Write("south.md", "---\nteam: south\n---\n\nThe vault of Mellin is kept by Ona Brill.");
        var keys = new ApiKeyFile(_folder.KeyFile, TimeProvider.System);
        var (north, south) = (Add("north"), Add("south"));
        var address = server.NewAddress();

        // Nothing has made the folder that the copies are to lie in.
        var index = _folder["data/deeper/index.db"];
        await using var one = await StartAsync(address, $"--index={index}");
        await using var other = await StartAsync(address, $"--index={index}");
        one.Client.DefaultRequestHeaders.Add("X-Api-Key", north);
        var id = (string)(await one.PostJsonAsync("/v1/conversations", null))["id"]!;
        var first = await one.PostJsonAsync("/v1/answers", new { question = "Who keeps the vault of Ossery?", conversationId = id });

        foreach (var service in new[] { one, other })
        {
            Assert.Equal(("north.md", "south.md"), (await OnlyDocumentAsync(service, north), await OnlyDocumentAsync(service, south)));
            Assert.Equal((HttpStatusCode.OK, HttpStatusCode.NotFound), (await StatusAsync(service, $"/v1/conversations/{id}", north), await StatusAsync(service, $"/v1/conversations/{id}", south)));
            Assert.Equal((HttpStatusCode.OK, HttpStatusCode.NotFound), (await StatusAsync(service, $"/v1/answers/{first["id"]}", north), await StatusAsync(service, $"/v1/answers/{first["id"]}", south)));
        }

        // For each instance and key one, and neither the index nor the records.
        Assert.Equal("The vault of Ossery is kept by Nils Tarn.", (string?)first["citations"]![0]!["quotation"]);
        Assert.Equal(4, Directory.GetFiles(System.IO.Path.GetDirectoryName(index)!, "*.db").Count(file => file.Contains(".part-", StringComparison.Ordinal)));
        Assert.Equal((false, false), (File.Exists(index), File.Exists(RecordsOf(index))));

        string Add(string team) => keys.Add(team, ApiScopes.Ask, new Dictionary<string, string> { ["team"] = team });
    }

    private static async Task<string?> OnlyDocumentAsync(RunningService service, string key)
    {
        using var response = await service.SendAsync("GET", "/v1/documents", key);
        return (string?)Assert.Single(JsonNode.Parse(await response.Content.ReadAsStringAsync())!["documents"]!.AsArray())!["id"];
    }

    private static async Task<HttpStatusCode> StatusAsync(RunningService service, string path, string key)
    {
        using var response = await service.SendAsync("GET", path, key);
        return response.StatusCode;
    }

    private static string RecordsOf(string index) => new ForumQA.Api.Records.RecordOptions().PathFor(index);

    private Task<RunningService> StartAsync(string address, params string[] settings) => RunningService.StartAsync(_folder, null, [$"--Index:Connection={address}", .. settings]);

    private static async Task<JsonNode> AskAsync(RunningService service) => await service.PostJsonAsync("/v1/answers", new { question = "Who opened the bridge of Farland?" });

    private static async Task<HttpResponseMessage> UploadAsync(RunningService service, string name = "bridge.md")
    {
        using var file = new ByteArrayContent(Encoding.UTF8.GetBytes(Bridge));
        using var content = new MultipartFormDataContent { { file, "files", name } };
        return await service.Client.PostAsync("/v1/documents", content);
    }
}
