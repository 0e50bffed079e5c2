using System.Net;
using System.Text;
using System.Text.Json.Nodes;
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
        await using var one = await StartAsync(address, "one");
        await using var other = await StartAsync(address, "other");
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
        await using var one = await StartAsync(address, "one");
        await using var other = await StartAsync(address, "other");
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

    private Task<RunningService> StartAsync(string address, string name) =>
        RunningService.StartAsync(_folder, null, $"--Index:Connection={address}", $"--Api:Records:Path={_folder[name + ".records.db"]}");

    private static async Task<JsonNode> AskAsync(RunningService service) => await service.PostJsonAsync("/v1/answers", new { question = "Who opened the bridge of Farland?" });

    private static async Task<HttpResponseMessage> UploadAsync(RunningService service, string name = "bridge.md")
    {
        using var file = new ByteArrayContent(Encoding.UTF8.GetBytes(Bridge));
        using var content = new MultipartFormDataContent { { file, "files", name } };
        return await service.Client.PostAsync("/v1/documents", content);
    }
}
