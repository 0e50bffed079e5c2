using System.Net;
using ForumQA.Api;
using ForumQA.Api.Access;
using ForumQA.Hosting.Access;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using static ForumQA.Tests.Api.RunningService;

namespace ForumQA.Tests.Api;

/// <summary>What other machines and the pages of other sites may do, above all while no key is needed.</summary>
public sealed class LocalGateTests : IDisposable
{
    private readonly ServiceFolder _folder = new();

    private ApiKeyFile Keys => new(_folder.KeyFile, TimeProvider.System);

    private static (string Name, string Value)[] ProxyHeaders =>
    [
        ("Forwarded", "for=203.0.113.7"), ("Via", "1.1 proxy"), ("X-Forwarded-For", "203.0.113.7"), ("X-Forwarded-Host", "forum.example"), ("X-Forwarded-Proto", "https"),
        ("X-Real-IP", "203.0.113.7"), ("CF-Connecting-IP", "203.0.113.7"), ("True-Client-IP", "203.0.113.7"),
    ];

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("192.168.7.7", StatusCodes.Status401Unauthorized)]
    [InlineData("2001:db8::7", StatusCodes.Status401Unauthorized)]
    [InlineData("127.0.0.1", StatusCodes.Status200OK)]
    [InlineData("::1", StatusCodes.Status200OK)]
    public async Task Without_a_key_no_request_passes_that_came_in_at_another_address(string local, int status)
    {
        await using var service = Service.Create(["--urls=http://localhost:0", $"--Api:KeyFile={_folder.KeyFile}"]);
        var context = new DefaultHttpContext { RequestServices = service.Services };
        context.Connection.LocalIpAddress = IPAddress.Parse(local);

        await new KeyGate(_ => Task.CompletedTask, new KeyRing(Keys, Options.Create(new AccessOptions()))).InvokeAsync(context);

        Assert.Equal(status, context.Response.StatusCode);
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
        foreach (var (header, value) in ProxyHeaders)
        {
            await ProblemAsync(await SendAsync(service, HttpMethod.Get, "/v1/documents", null, (header, value)), 403, "host-refused");
        }
    }

    [Fact]
    public async Task Serves_through_a_proxy_and_under_any_name_with_a_key()
    {
        var key = Keys.Add("page", ApiScopes.Ask);
        await using var service = await StartAsync(_folder);
        foreach (var (header, value) in ProxyHeaders.Append(("Host", "forum.example")))
        {
            using var response = await SendAsync(service, HttpMethod.Get, "/v1/documents", key, (header, value));

            Assert.True(response.StatusCode == HttpStatusCode.OK, $"{header}: {response.StatusCode}");
        }
    }

    [Theory]
    [InlineData("https://forum.example", HttpStatusCode.NoContent)]
    [InlineData("HTTPS://FORUM.EXAMPLE", HttpStatusCode.NoContent)]
    [InlineData("https://other.example", HttpStatusCode.Forbidden)]
    public async Task Lets_the_page_of_a_site_that_is_named_change_things_without_a_key(string origin, HttpStatusCode status)
    {
        await using var service = await StartAsync(_folder, settings: "--Api:Cors:Origins:0=https://forum.example");

        using var response = await SendAsync(service, HttpMethod.Delete, "/v1/documents/bakery.md", null, ("Origin", origin), ("Sec-Fetch-Site", "cross-site"));

        Assert.Equal(status, response.StatusCode);
    }

    [Theory]
    [InlineData("GET")]
    [InlineData("HEAD")]
    [InlineData("OPTIONS")]
    public async Task A_request_that_changes_nothing_may_come_from_another_sites_page(string method)
    {
        await using var service = await StartAsync(_folder);

        using var response = await SendAsync(service, new HttpMethod(method), "/health/live", null, ("Origin", "https://attacker.example"), ("Sec-Fetch-Site", "cross-site"));

        Assert.NotEqual(HttpStatusCode.Forbidden, response.StatusCode);
    }

    [Theory]
    [InlineData("none")]
    [InlineData("same-origin")]
    public async Task A_request_that_no_other_page_made_may_change_things(string site)
    {
        await using var service = await StartAsync(_folder);

        using var response = await SendAsync(service, HttpMethod.Delete, "/v1/documents/bakery.md", null, ("Sec-Fetch-Site", site));

        Assert.Equal(HttpStatusCode.NoContent, response.StatusCode);
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
        Assert.Equal(HttpStatusCode.OK, (await service.SendAsync("GET", "/v1/documents", key)).StatusCode);

        async Task<HttpResponseMessage> AskFromAsync(string origin, HttpMethod method)
        {
            using var request = new HttpRequestMessage(method, "/v1/documents");
            request.Headers.Add("Origin", origin);
            request.Headers.Add("Access-Control-Request-Method", "GET");
            request.Headers.Add("Access-Control-Request-Headers", "authorization");
            return await service.Client.SendAsync(request);
        }
    }

    private static async Task<HttpResponseMessage> SendAsync(RunningService service, HttpMethod method, string path, string? key, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, path);
        foreach (var (name, value) in headers)
        {
            request.Headers.Add(name, value);
        }

        if (key is not null)
        {
            request.Headers.Add("X-Api-Key", key);
        }

        return await service.Client.SendAsync(request);
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
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; font-src 'self'; frame-src blob:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
            response.Headers.GetValues("Content-Security-Policy").Single());
        Assert.Equal("nosniff", response.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Equal("no-referrer", response.Headers.GetValues("Referrer-Policy").Single());
        Assert.Contains("camera=()", response.Headers.GetValues("Permissions-Policy").Single(), StringComparison.Ordinal);
        Assert.Equal("same-origin", response.Headers.GetValues("Cross-Origin-Resource-Policy").Single());
        Assert.Equal("same-origin", response.Headers.GetValues("Cross-Origin-Opener-Policy").Single());
        Assert.False(response.Headers.Contains("Server"));
        Assert.False(response.Headers.Contains("Access-Control-Allow-Origin"));
    }
}
