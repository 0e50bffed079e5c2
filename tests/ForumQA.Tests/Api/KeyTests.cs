using System.Net;
using System.Net.Http.Headers;
using ForumQA.Hosting.Access;
using static ForumQA.Tests.Api.RunningService;
using static ForumQA.Tests.Api.ServiceFolder;

namespace ForumQA.Tests.Api;

/// <summary>Who is let in with a key, to what, and how often.</summary>
public sealed class KeyTests : IDisposable
{
    private readonly ServiceFolder _folder = new();

    private ApiKeyFile Keys => new(_folder.KeyFile, TimeProvider.System);

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("GET", "/v1/search?q=x")]
    [InlineData("GET", "/v1/documents/bakery.md")]
    [InlineData("GET", "/v1/conversations")]
    [InlineData("GET", "/health/ready")]
    [InlineData("POST", "/v1/answers")]
    [InlineData("POST", "/v1/documents")]
    [InlineData("DELETE", "/v1/documents/bakery.md")]
    [InlineData("POST", "/v1/index")]
    [InlineData("PUT", "/v1/answers")]
    public async Task Asks_for_a_key_once_there_is_one(string method, string path)
    {
        var key = Keys.Add("page", ApiScopes.Manage);
        await using var service = await StartAsync(_folder);

        var missing = await service.SendAsync(method, path, null);
        var wrong = await service.SendAsync(method, path, key[..^1] + (key[^1] == 'A' ? 'B' : 'A'));

        await ProblemAsync(missing, 401, "key-missing");
        Assert.Equal("Bearer realm=\"forumqa\"", missing.Headers.WwwAuthenticate.ToString());
        await ProblemAsync(wrong, 401, "key-invalid");
        Assert.Contains("invalid_token", wrong.Headers.WwwAuthenticate.ToString(), StringComparison.Ordinal);
        Assert.True(File.Exists(_folder["corpus/bakery.md"]));
    }

    [Theory]
    [InlineData("/health/live", HttpStatusCode.OK)]
    [InlineData("/openapi/v1.json", HttpStatusCode.OK)]
    [InlineData("/nowhere", HttpStatusCode.NotFound)]
    public async Task Shows_what_tells_nothing_of_the_documents_without_a_key(string path, HttpStatusCode status)
    {
        Keys.Add("page", ApiScopes.Ask);
        await using var service = await StartAsync(_folder);

        Assert.Equal(status, (await service.Client.GetAsync(path)).StatusCode);
    }

    [Theory]
    [InlineData("Bearer KEY", "", HttpStatusCode.OK)]
    [InlineData("bearer   KEY  ", "", HttpStatusCode.OK)]
    [InlineData("", " KEY ", HttpStatusCode.OK)]
    [InlineData("Basic a2V5", "KEY", HttpStatusCode.OK)]
    [InlineData("Bearer ", "KEY", HttpStatusCode.OK)]
    [InlineData("Bearer nonsense", "KEY", HttpStatusCode.Unauthorized)]
    [InlineData("KEY", "", HttpStatusCode.Unauthorized)]
    public async Task Reads_a_key_from_where_it_may_stand(string authorization, string own, HttpStatusCode status)
    {
        var key = Keys.Add("page", ApiScopes.Ask);
        await using var service = await StartAsync(_folder);
        using var request = new HttpRequestMessage(HttpMethod.Get, "/v1/documents");
        request.Headers.TryAddWithoutValidation("Authorization", authorization.Replace("KEY", key, StringComparison.Ordinal));
        request.Headers.TryAddWithoutValidation("X-Api-Key", own.Replace("KEY", key, StringComparison.Ordinal));

        Assert.Equal(status, (await service.Client.SendAsync(request)).StatusCode);
    }

    [Fact]
    public async Task Takes_several_keys_in_either_header()
    {
        var (first, second) = (Keys.Add("first", ApiScopes.Ask), Keys.Add("second", ApiScopes.Manage));
        await using var service = await StartAsync(_folder);
        using var request = new HttpRequestMessage(HttpMethod.Get, "/v1/documents");
        request.Headers.Add("X-Api-Key", second);

        Assert.Equal(HttpStatusCode.OK, (await service.SendAsync("GET", "/v1/documents", first)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await service.Client.SendAsync(request)).StatusCode);
    }

    [Theory]
    [InlineData("POST", "/v1/documents")]
    [InlineData("DELETE", "/v1/documents/bakery.md")]
    [InlineData("DELETE", "/v1/conversations/conv_0")]
    [InlineData("POST", "/v1/index")]
    public async Task Lets_a_key_that_may_only_ask_change_nothing(string method, string path)
    {
        var (ask, manage) = (Keys.Add("asker", ApiScopes.Ask), Keys.Add("manager", ApiScopes.Manage));
        await using var service = await StartAsync(_folder);

        var refused = await service.SendAsync(method, path, ask);
        var taken = await service.SendAsync(method, path, manage);

        var problem = await ProblemAsync(refused, 403, "scope-missing");
        Assert.Contains("asker", problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
        Assert.Equal("Bearer realm=\"forumqa\", error=\"insufficient_scope\", scope=\"manage\"", refused.Headers.WwwAuthenticate.ToString());
        Assert.NotEqual(HttpStatusCode.Forbidden, taken.StatusCode);
        Assert.NotEqual(HttpStatusCode.Unauthorized, taken.StatusCode);
    }

    [Fact]
    public async Task Lets_a_key_ask_that_may_manage()
    {
        var manage = Keys.Add("manager", ApiScopes.Manage);
        await using var service = await StartAsync(_folder);
        service.Client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("bearer", manage);

        var answer = await service.PostJsonAsync("/v1/answers", new { question = Question });

        Assert.Equal("answered", (string?)answer["status"]);
    }

    [Fact]
    public async Task Refuses_a_revoked_key_at_once_and_opens_nothing_when_it_was_the_last()
    {
        await using var service = await StartAsync(_folder);
        Assert.Equal(HttpStatusCode.OK, (await service.SendAsync("GET", "/v1/documents", null)).StatusCode);
        var key = Keys.Add("page", ApiScopes.Ask);
        Assert.Equal(HttpStatusCode.OK, (await service.SendAsync("GET", "/v1/documents", key)).StatusCode);

        Keys.Remove("page");

        await ProblemAsync(await service.SendAsync("GET", "/v1/documents", key), 401, "key-invalid");
        await ProblemAsync(await service.SendAsync("GET", "/v1/documents", null), 401, "key-missing");
    }

    [Fact]
    public async Task Takes_a_key_whose_hash_is_in_the_configuration()
    {
        var inFile = Keys.Add("page", ApiScopes.Ask);
        var key = ApiKey.NewSecret();
        await using var service = await StartAsync(
            _folder, settings: ["--Api:Keys:0:Name=app", $"--Api:Keys:0:Hash={ApiKey.HashOf(key).ToUpperInvariant()}", "--Api:Keys:0:Scopes=ask"]);

        Assert.Equal(HttpStatusCode.OK, (await service.SendAsync("GET", "/v1/documents", key)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await service.SendAsync("GET", "/v1/documents", inFile)).StatusCode);
        await ProblemAsync(await service.SendAsync("POST", "/v1/index", key), 403, "scope-missing");
        await ProblemAsync(await service.SendAsync("GET", "/v1/documents", ApiKey.HashOf(key)), 401, "key-invalid");
    }

    [Fact]
    public async Task Lets_nobody_in_when_the_keys_cannot_be_read_and_tells_nobody_where_they_are()
    {
        await using var service = await StartAsync(_folder);
        await File.WriteAllTextAsync(_folder.KeyFile, "[{");

        var problem = await ProblemAsync(await service.SendAsync("GET", "/v1/documents", null), 503, "keys-unreadable");

        Assert.DoesNotContain("keys.json", problem.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Limits_each_key_for_itself()
    {
        var (first, second) = (Keys.Add("first", ApiScopes.Ask), Keys.Add("second", ApiScopes.Ask));
        await using var service = await StartAsync(_folder, settings: ["--Api:Rate:RequestsPerMinute=2"]);

        await service.SendAsync("GET", "/v1/documents", first);
        await service.SendAsync("GET", "/v1/documents", first);
        var exceeded = await service.SendAsync("GET", "/v1/documents", first);

        await ProblemAsync(exceeded, 429, "rate-exceeded");
        Assert.InRange(exceeded.Headers.RetryAfter!.Delta!.Value.TotalSeconds, 1, 60);
        Assert.Equal(HttpStatusCode.OK, (await service.SendAsync("GET", "/v1/documents", second)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await service.Client.GetAsync("/health/live")).StatusCode);
    }

    [Fact]
    public async Task Limits_questions_more_than_other_requests()
    {
        await using var service = await StartAsync(_folder, settings: ["--Api:Rate:AnswersPerMinute=1"]);

        await service.PostJsonAsync("/v1/answers", new { question = Question });

        await ProblemAsync(await service.PostAsync("/v1/answers", new { question = Question }), 429, "rate-exceeded");
        Assert.Equal(HttpStatusCode.OK, (await service.Client.GetAsync("/v1/documents")).StatusCode);
    }
}
