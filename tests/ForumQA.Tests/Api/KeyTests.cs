using System.Net;
using System.Net.Http.Headers;
using ForumQA.Access;
using ForumQA.Api;
using static ForumQA.Tests.Api.RunningService;
using static ForumQA.Tests.Api.ServiceFolder;

namespace ForumQA.Tests.Api;

/// <summary>Who is let in: with keys, and on this machine without.</summary>
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

        var missing = await SendAsync(service, method, path, null);
        var wrong = await SendAsync(service, method, path, key[..^1] + (key[^1] == 'A' ? 'B' : 'A'));

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

    [Fact]
    public async Task Takes_several_keys_in_either_header()
    {
        var (first, second) = (Keys.Add("first", ApiScopes.Ask), Keys.Add("second", ApiScopes.Manage));
        await using var service = await StartAsync(_folder);
        using var request = new HttpRequestMessage(HttpMethod.Get, "/v1/documents");
        request.Headers.Add("X-Api-Key", second);

        Assert.Equal(HttpStatusCode.OK, (await SendAsync(service, "GET", "/v1/documents", first)).StatusCode);
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

        var refused = await SendAsync(service, method, path, ask);
        var taken = await SendAsync(service, method, path, manage);

        var problem = await ProblemAsync(refused, 403, "scope-missing");
        Assert.Contains("asker", problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
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
        Assert.Equal(HttpStatusCode.OK, (await SendAsync(service, "GET", "/v1/documents", null)).StatusCode);
        var key = Keys.Add("page", ApiScopes.Ask);
        Assert.Equal(HttpStatusCode.OK, (await SendAsync(service, "GET", "/v1/documents", key)).StatusCode);

        Keys.Remove("page");

        await ProblemAsync(await SendAsync(service, "GET", "/v1/documents", key), 401, "key-invalid");
        await ProblemAsync(await SendAsync(service, "GET", "/v1/documents", null), 401, "key-missing");
    }

    [Fact]
    public async Task Takes_a_key_whose_hash_is_in_the_configuration()
    {
        var key = ApiKey.NewSecret();
        await using var service = await StartAsync(
            _folder, settings: ["--Api:Keys:0:Name=app", $"--Api:Keys:0:Hash={ApiKey.HashOf(key).ToUpperInvariant()}", "--Api:Keys:0:Scopes=ask"]);

        Assert.Equal(HttpStatusCode.OK, (await SendAsync(service, "GET", "/v1/documents", key)).StatusCode);
        await ProblemAsync(await SendAsync(service, "POST", "/v1/index", key), 403, "scope-missing");
        await ProblemAsync(await SendAsync(service, "GET", "/v1/documents", ApiKey.HashOf(key)), 401, "key-invalid");
    }

    [Fact]
    public async Task Lets_nobody_in_when_the_keys_cannot_be_read_and_tells_nobody_where_they_are()
    {
        await using var service = await StartAsync(_folder);
        await File.WriteAllTextAsync(_folder.KeyFile, "[{");

        var problem = await ProblemAsync(await SendAsync(service, "GET", "/v1/documents", null), 503, "keys-unreadable");

        Assert.DoesNotContain("keys.json", problem.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--urls=http://0.0.0.0:5080")]
    [InlineData("--urls=http://*:5080")]
    [InlineData("--urls=http://+:5080")]
    [InlineData("--urls=http://[::]:5080")]
    [InlineData("--urls=http://192.168.7.7:5080")]
    [InlineData("--urls=http://forum.example")]
    [InlineData("--urls=http://localhost.example:5080")]
    [InlineData("--urls=http://localhost:5080;https://*:5443")]
    [InlineData("--Kestrel:Endpoints:Public:Url=https://*:5443")]
    [InlineData("--http_ports=8080")]
    [InlineData("--https_ports=8443")]
    public void Refuses_to_serve_other_machines_without_a_key(string setting)
    {
        var error = Assert.Throws<ForumQAException>(() => Service.Create([setting, $"--Api:KeyFile={_folder.KeyFile}"]));

        Assert.Equal("keys-missing", error.Code);
        Assert.Contains("forumqa key add", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--urls=http://localhost:5080")]
    [InlineData("--urls=http://LOCALHOST:5080;http://127.0.0.1:5081;http://[::1]:5082")]
    [InlineData("--urls=http://127.1.2.3:5080")]
    [InlineData("--urls=http://unix:/tmp/forumqa.sock")]
    public async Task Serves_this_machine_without_a_key(string setting)
    {
        await using var app = Service.Create([setting, $"--Api:KeyFile={_folder.KeyFile}"]);
    }

    [Fact]
    public async Task Serves_other_machines_with_a_key()
    {
        Keys.Add("page", ApiScopes.Ask);

        await using var app = Service.Create(["--urls=http://0.0.0.0:5080", $"--Api:KeyFile={_folder.KeyFile}"]);
    }

    [Theory]
    [InlineData("--Api:Keys:0:Name=a b")]
    [InlineData("--Api:Keys:0:Hash=1234")]
    [InlineData("--Api:Keys:0:Scopes=5")]
    [InlineData("--Api:Keys:1:Name=app", "--Api:Keys:1:Scopes=ask", "--Api:Keys:1:Hash=00000000000000000000000000000000000000000000000000000000000000aa")]
    [InlineData("--Api:Cors:Origins:0=*")]
    [InlineData("--Api:Cors:Origins:0=https://forum.example/")]
    [InlineData("--urls=nonsense")]
    public void Refuses_to_start_with_what_cannot_be_right(params string[] settings)
    {
        string[] key = ["--Api:Keys:0:Name=app", "--Api:Keys:0:Scopes=ask", "--Api:Keys:0:Hash=00000000000000000000000000000000000000000000000000000000000000ff"];

        Assert.Throws<ForumQAException>(() => Service.Create([$"--Api:KeyFile={_folder.KeyFile}", .. key, .. settings]));
    }

    [Theory]
    [InlineData("attacker.example", 403)]
    [InlineData("localhost.attacker.example", 403)]
    [InlineData("127.0.0.1.attacker.example", 403)]
    [InlineData("0.0.0.0", 403)]
    [InlineData("localhost", 200)]
    [InlineData("LOCALHOST:99", 200)]
    [InlineData("[::1]:99", 200)]
    public async Task Answers_to_the_names_of_this_machine_only_while_no_key_is_needed(string host, int status)
    {
        await using var service = await StartAsync(_folder);
        using var request = new HttpRequestMessage(HttpMethod.Get, "/v1/documents");
        request.Headers.Host = host;

        using var response = await service.Client.SendAsync(request);

        Assert.Equal(status, (int)response.StatusCode);
        if (status == 403)
        {
            await ProblemAsync(response, 403, "host-refused");
        }
    }

    [Theory]
    [InlineData("Origin", "https://attacker.example")]
    [InlineData("Origin", "null")]
    [InlineData("Origin", "http://localhost:1")]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    [InlineData("Sec-Fetch-Site", "same-site")]
    public async Task Lets_no_other_sites_page_change_anything_while_no_key_is_needed(string header, string value)
    {
        await using var service = await StartAsync(_folder);
        using var request = new HttpRequestMessage(HttpMethod.Delete, "/v1/documents/bakery.md");
        request.Headers.Add(header, value);

        await ProblemAsync(await service.Client.SendAsync(request), 403, "origin-refused");
        Assert.True(File.Exists(_folder["corpus/bakery.md"]));
    }

    [Fact]
    public async Task Lets_its_own_page_change_things()
    {
        await using var service = await StartAsync(_folder);
        using var request = new HttpRequestMessage(HttpMethod.Delete, "/v1/documents/bakery.md");
        request.Headers.Add("Origin", service.Address.GetLeftPart(UriPartial.Authority));
        request.Headers.Add("Sec-Fetch-Site", "same-origin");

        Assert.Equal(HttpStatusCode.NoContent, (await service.Client.SendAsync(request)).StatusCode);
    }

    [Fact]
    public async Task Serves_nobody_through_a_proxy_without_a_key()
    {
        await using var service = await StartAsync(_folder);
        using var request = new HttpRequestMessage(HttpMethod.Get, "/v1/documents");
        request.Headers.Add("X-Forwarded-For", "203.0.113.7");

        await ProblemAsync(await service.Client.SendAsync(request), 403, "host-refused");
    }

    [Fact]
    public async Task Serves_no_proxy_that_says_nothing_of_itself_but_speaks_HTTP_1_0()
    {
        await using var service = await StartAsync(_folder);
        using var request = new HttpRequestMessage(HttpMethod.Get, "/v1/documents") { Version = HttpVersion.Version10, VersionPolicy = HttpVersionPolicy.RequestVersionExact };

        await ProblemAsync(await service.Client.SendAsync(request), 403, "host-refused");
    }

    [Fact]
    public async Task Opens_to_the_sites_that_are_named_and_to_no_other()
    {
        var key = Keys.Add("page", ApiScopes.Ask);
        await using var service = await StartAsync(_folder, settings: "--Api:Cors:Origins:0=https://forum.example");

        var preflight = await AskFromAsync("https://forum.example", HttpMethod.Options);
        var refused = await AskFromAsync("https://forum.example", HttpMethod.Get);
        var other = await AskFromAsync("https://attacker.example", HttpMethod.Options);

        Assert.Equal(HttpStatusCode.NoContent, preflight.StatusCode);
        Assert.Equal(["https://forum.example"], preflight.Headers.GetValues("Access-Control-Allow-Origin"));
        Assert.Equal(HttpStatusCode.Unauthorized, refused.StatusCode);
        Assert.Equal(["https://forum.example"], refused.Headers.GetValues("Access-Control-Allow-Origin"));
        Assert.False(other.Headers.Contains("Access-Control-Allow-Origin"));
        Assert.Equal(HttpStatusCode.OK, (await SendAsync(service, "GET", "/v1/documents", key)).StatusCode);

        async Task<HttpResponseMessage> AskFromAsync(string origin, HttpMethod method)
        {
            using var request = new HttpRequestMessage(method, "/v1/documents");
            request.Headers.Add("Origin", origin);
            request.Headers.Add("Access-Control-Request-Method", "GET");
            request.Headers.Add("Access-Control-Request-Headers", "authorization");
            return await service.Client.SendAsync(request);
        }
    }

    [Fact]
    public async Task Limits_each_key_for_itself()
    {
        var (first, second) = (Keys.Add("first", ApiScopes.Ask), Keys.Add("second", ApiScopes.Ask));
        await using var service = await StartAsync(_folder, settings: ["--Api:Rate:RequestsPerMinute=2"]);

        await SendAsync(service, "GET", "/v1/documents", first);
        await SendAsync(service, "GET", "/v1/documents", first);
        var exceeded = await SendAsync(service, "GET", "/v1/documents", first);

        await ProblemAsync(exceeded, 429, "rate-exceeded");
        Assert.InRange(exceeded.Headers.RetryAfter!.Delta!.Value.TotalSeconds, 1, 60);
        Assert.Equal(HttpStatusCode.OK, (await SendAsync(service, "GET", "/v1/documents", second)).StatusCode);
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

    [Theory]
    [InlineData("/health/live")]
    [InlineData("/nowhere")]
    [InlineData("/v1/search")]
    public async Task Tells_browsers_what_they_may_not_do(string path)
    {
        await using var service = await StartAsync(_folder);

        using var response = await service.Client.GetAsync(path);

        Assert.Equal(
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; font-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
            response.Headers.GetValues("Content-Security-Policy").Single());
        Assert.Equal("nosniff", response.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Equal("no-referrer", response.Headers.GetValues("Referrer-Policy").Single());
        Assert.Contains("camera=()", response.Headers.GetValues("Permissions-Policy").Single(), StringComparison.Ordinal);
        Assert.Equal("same-origin", response.Headers.GetValues("Cross-Origin-Resource-Policy").Single());
        Assert.Equal("same-origin", response.Headers.GetValues("Cross-Origin-Opener-Policy").Single());
        Assert.False(response.Headers.Contains("Server"));
        Assert.False(response.Headers.Contains("Access-Control-Allow-Origin"));
    }

    [Fact]
    public async Task Says_that_the_model_is_not_there_when_it_must_write_the_answer()
    {
        await using var service = await StartAsync(_folder);

        await ProblemAsync(await service.PostAsync("/v1/answers", new { question = Question, mode = "generative" }), 503, "chat-not-configured");
    }

    private static async Task<HttpResponseMessage> SendAsync(RunningService service, string method, string path, string? key)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        if (key is not null)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", key);
        }

        return await service.Client.SendAsync(request);
    }
}
