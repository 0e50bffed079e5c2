using System.Net;
using System.Text.Json.Nodes;
using ForumQA.Api.Access;
using ForumQA.Hosting.Access;
using ForumQA.Tests.SemanticKernel;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;
using static ForumQA.Tests.Api.RunningService;

namespace ForumQA.Tests.Api.Access;

/// <summary>What a key sees when documents change hands, keys change, models write and records are from before.</summary>
public sealed class BoundKeyTests : IDisposable
{
    private readonly ServiceFolder _folder = new();

    public BoundKeyTests() => WriteMemo("north");

    private ApiKeyFile Keys => new(_folder.KeyFile, TimeProvider.System);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_document_that_changes_hands_is_seen_by_the_new_team_and_no_longer_by_the_old_one()
    {
        var (north, south, manager) = (Add("north"), Add("south"), Keys.Add("manager", ApiScopes.Manage));
        await using var service = await StartAsync(_folder);
        Assert.Equal((true, false), (await SeesAsync(service, north), await SeesAsync(service, south)));

        WriteMemo("south");
        await service.SendAsync("POST", "/v1/index", manager);

        Assert.Equal((false, true), (await SeesAsync(service, north), await SeesAsync(service, south)));

        File.Delete(System.IO.Path.Combine(_folder.Corpus, "memo.md"));
        await service.SendAsync("POST", "/v1/index", manager);

        Assert.Equal((false, false), (await SeesAsync(service, north), await SeesAsync(service, south)));
    }

    [Fact]
    public async Task A_file_that_was_changed_is_not_given_before_it_is_read()
    {
        var north = Add("north");
        await using var service = await StartAsync(_folder);
        Assert.Equal(HttpStatusCode.OK, (await service.SendAsync("GET", "/v1/files/memo.md", north)).StatusCode);

        _folder.Write("memo.md", "---\nteam: south\n---\n\nThe vault of Ossery opens at nine, says the keeper.");

        await ProblemAsync(await service.SendAsync("GET", "/v1/files/memo.md", north), 404, "file-gone");
    }

    [Fact]
    public async Task A_key_that_no_document_fits_finds_nothing_and_breaks_nothing()
    {
        var nobody = Add("nobody");
        await using var service = await StartAsync(_folder);
        service.Client.DefaultRequestHeaders.Add("X-Api-Key", nobody);

        Assert.Equal(0, (int)(await service.GetJsonAsync("/v1/documents"))["total"]!);
        Assert.Empty((await service.GetJsonAsync("/v1/search?q=vault"))["results"]!.AsArray());
        Assert.Empty((await service.GetJsonAsync("/v1/mentions"))["names"]!.AsArray());
        Assert.Equal("notFound", (string?)(await service.PostJsonAsync("/v1/answers", new { question = "Who keeps the vault?" }))["status"]);
        Assert.Equal("conversation", (string?)(await service.PostJsonAsync("/v1/answers", new { question = "Which documents are there?" }))["status"]);
    }

    [Fact]
    public async Task Names_and_values_must_all_fit()
    {
        _folder.Write("open.md", "---\nteam: north\nlevel: open\n---\n\nThe gate of Ossery is green.");
        var key = Keys.Add("both", ApiScopes.Ask, new Dictionary<string, string> { ["TEAM"] = "North", ["level"] = "open" });
        await using var service = await StartAsync(_folder);
        service.Client.DefaultRequestHeaders.Add("X-Api-Key", key);

        Assert.Equal("open.md", (string?)Assert.Single((await service.GetJsonAsync("/v1/documents"))["documents"]!.AsArray())!["id"]);
    }

    [Fact]
    public async Task A_key_of_the_configuration_is_bound_too()
    {
        var key = ApiKey.NewSecret();
        await using var service = await StartAsync(
            _folder, settings: ["--Api:Keys:0:Name=app", $"--Api:Keys:0:Hash={ApiKey.HashOf(key)}", "--Api:Keys:0:Scopes=ask", "--Api:Keys:0:Where:team=south"]);

        Assert.False(await SeesAsync(service, key));
    }

    [Theory]
    [InlineData("--Api:Keys:0:Where=team=south")]
    [InlineData("--Api:Keys:0:Where:team=")]
    [InlineData("--Api:Keys:0:Were:team=south")]
    public async Task A_binding_of_the_configuration_that_is_not_understood_stops_the_start(string setting)
    {
        var start = () => StartAsync(_folder, settings: ["--Api:Keys:0:Name=app", $"--Api:Keys:0:Hash={ApiKey.HashOf("fqa_x")}", "--Api:Keys:0:Scopes=ask", setting]);

        Assert.Equal("configuration-invalid", (await Assert.ThrowsAsync<ForumQAException>(start)).Code);
    }

    [Fact]
    public async Task What_a_model_wrote_for_one_team_is_kept_for_no_other()
    {
        WriteMemo("south", "twin.md", "The vault of Ossery is kept by Ona Brill.");
        var (north, south) = (Add("north"), Add("south"));
        using var model = new FakeChatClient(messages => FakeChatClient.Stream(
            [$"The vault of Ossery is kept by {(string.Join('\n', messages).Contains("Ona Brill", StringComparison.Ordinal) ? "Ona Brill" : "Nils Tarn")}. [1]"]));
        await using var service = await StartAsync(_folder, services => services.AddSingleton<IChatClient>(model));

        var first = await AskAsync(service, north);
        var second = await AskAsync(service, south);

        Assert.Equal([true, false, false, true], new[] { first, second }.SelectMany(answer => new[] { answer.Contains("Nils Tarn", StringComparison.Ordinal), answer.Contains("Ona Brill", StringComparison.Ordinal) }));
        Assert.DoesNotContain("Nils Tarn", string.Join('\n', model.Requests[^1]), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_kept_before_there_were_keys_is_for_keys_that_manage_everything()
    {
        string conversation;
        string answer;
        await using (var before = await StartAsync(_folder))
        {
            conversation = (string)(await before.PostJsonAsync("/v1/conversations", null))["id"]!;
            answer = (string)(await before.PostJsonAsync("/v1/answers", new { question = "Who keeps the vault of Ossery?", conversationId = conversation }))["id"]!;
        }

        var (north, asker, manager) = (Add("north"), Keys.Add("asker", ApiScopes.Ask), Keys.Add("manager", ApiScopes.Manage));
        await using var service = await StartAsync(_folder);

        foreach (var path in new[] { $"/v1/conversations/{conversation}", $"/v1/answers/{answer}" })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await service.SendAsync("GET", path, north)).StatusCode);
            Assert.Equal(HttpStatusCode.NotFound, (await service.SendAsync("GET", path, asker)).StatusCode);
            Assert.Equal(HttpStatusCode.OK, (await service.SendAsync("GET", path, manager)).StatusCode);
        }
    }

    [Fact]
    public async Task A_new_key_of_an_old_name_inherits_nothing()
    {
        var old = Add("north");
        await using var service = await StartAsync(_folder);
        service.Client.DefaultRequestHeaders.Add("X-Api-Key", old);
        var conversation = (string)(await service.PostJsonAsync("/v1/conversations", null))["id"]!;
        service.Client.DefaultRequestHeaders.Clear();

        Keys.Remove("north");
        var other = Add("north");

        Assert.Equal(HttpStatusCode.NotFound, (await service.SendAsync("GET", $"/v1/conversations/{conversation}", other)).StatusCode);
    }

    [Fact]
    public async Task A_key_that_is_narrowed_by_hand_no_longer_sees_what_it_was_told()
    {
        var key = Keys.Add("reader", ApiScopes.Ask);
        await using var service = await StartAsync(_folder);
        service.Client.DefaultRequestHeaders.Add("X-Api-Key", key);
        var answer = (string)(await service.PostJsonAsync("/v1/answers", new { question = "Who keeps the vault of Ossery?" }))["id"]!;
        Assert.Equal(HttpStatusCode.OK, (await service.Client.GetAsync($"/v1/answers/{answer}")).StatusCode);

        var file = await File.ReadAllTextAsync(_folder.KeyFile);
        await File.WriteAllTextAsync(_folder.KeyFile, file.Replace("\"name\": \"reader\",", "\"name\": \"reader\", \"where\": { \"team\": \"south\" },", StringComparison.Ordinal));

        Assert.Equal(HttpStatusCode.NotFound, (await service.Client.GetAsync($"/v1/answers/{answer}")).StatusCode);
        Assert.False(await SeesAsync(service, key));
    }

    [Fact]
    public async Task The_index_of_a_key_is_there_before_it_asks_and_gone_with_the_key()
    {
        var north = Add("north");
        await using var service = await StartAsync(_folder);
        var keeper = service.Services.GetRequiredService<PartKeeper>();

        await keeper.RunAsync(CancellationToken.None);
        Assert.Single(Parts());

        Assert.True(await SeesAsync(service, north));
        Keys.Remove("north");
        await keeper.RunAsync(CancellationToken.None);

        Assert.Empty(Parts());

        string[] Parts() => Directory.GetFiles(System.IO.Path.GetDirectoryName(_folder.Index)!, "index.part-*.db");
    }

    [Fact]
    public async Task A_copy_that_is_damaged_is_made_again()
    {
        var north = Add("north");
        await using (var first = await StartAsync(_folder))
        {
            Assert.True(await SeesAsync(first, north));
        }

        var part = Assert.Single(Directory.GetFiles(System.IO.Path.GetDirectoryName(_folder.Index)!, "index.part-*.db"));
        using (var stream = File.OpenWrite(part))
        {
            stream.Position = 4096;
            stream.Write(new byte[8192]);
        }

        await using var service = await StartAsync(_folder);

        Assert.True(await SeesAsync(service, north));
    }

    private static async Task<bool> SeesAsync(RunningService service, string key)
    {
        using var listed = await service.SendAsync("GET", "/v1/documents", key);
        using var found = await service.SendAsync("GET", "/v1/search?q=vault%20of%20Ossery", key);
        var sees = (await listed.Content.ReadAsStringAsync()).Contains("memo.md", StringComparison.Ordinal);
        Assert.Equal(sees, (await found.Content.ReadAsStringAsync()).Contains("Nils Tarn", StringComparison.Ordinal));
        Assert.Equal(sees, (await service.SendAsync("GET", "/v1/documents/memo.md", key)).StatusCode == HttpStatusCode.OK);
        return sees;
    }

    private static async Task<string> AskAsync(RunningService service, string key)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/v1/answers") { Content = new StringContent("""{"question":"Who keeps the vault of Ossery?"}""", System.Text.Encoding.UTF8, "application/json") };
        request.Headers.Add("X-Api-Key", key);
        using var response = await service.Client.SendAsync(request);
        var answer = JsonNode.Parse(await response.Content.ReadAsStringAsync())!;
        return answer.ToJsonString();
    }

    private string Add(string team) => Keys.Add(team, ApiScopes.Ask, new Dictionary<string, string> { ["team"] = team });

    private void WriteMemo(string team, string name = "memo.md", string text = "The vault of Ossery is kept by Nils Tarn.") => _folder.Write(name, $"---\nteam: {team}\n---\n\n{text}");
}
