using System.Net;
using System.Net.Http.Json;
using static ForumQA.Tests.Api.RunningService;

namespace ForumQA.Tests.Api;

/// <summary>Who may show the question box, and what a site that shows it may do.</summary>
public sealed class WidgetEndpointTests
{
    private const string Site = "https://www.example.org";

    [Fact]
    public async Task Is_refused_until_a_site_is_named()
    {
        await using var service = await StartAsync();

        using var response = await service.Client.GetAsync("/widget.js");

        var problem = await ProblemAsync(response, 403, "origin-refused");
        Assert.Contains("Api:Widget:Origins", problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
        Assert.Equal("same-origin", Assert.Single(response.Headers.GetValues("Cross-Origin-Resource-Policy")));
    }

    [Fact]
    public async Task Is_a_script_that_other_sites_may_load()
    {
        await using var service = await StartAsync(settings: $"--Api:Widget:Origins:0={Site}");

        using var script = await service.Client.GetAsync("/widget.js");
        using var page = await service.Client.GetAsync("/app.js");

        Assert.Equal(("text/javascript; charset=utf-8", HttpStatusCode.OK), (script.Content.Headers.ContentType!.ToString(), script.StatusCode));
        Assert.Equal("cross-origin", Assert.Single(script.Headers.GetValues("Cross-Origin-Resource-Policy")));
        Assert.Equal("same-origin", Assert.Single(page.Headers.GetValues("Cross-Origin-Resource-Policy")));
        Assert.DoesNotContain("innerHTML", await script.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Site, 200)]
    [InlineData("https://www.example.org:8443", 403)]
    [InlineData("https://evil.example", 403)]
    [InlineData("null", 403)]
    public async Task A_site_that_is_named_may_ask_and_no_other_may(string origin, int status)
    {
        await using var service = await StartAsync(settings: $"--Api:Widget:Origins:0={Site}");
        using var request = new HttpRequestMessage(HttpMethod.Post, "/v1/answers") { Content = JsonContent.Create(new { question = ServiceFolder.Question }) };
        request.Headers.Add("Origin", origin);
        request.Headers.Add("Sec-Fetch-Site", "cross-site");

        using var response = await service.Client.SendAsync(request);

        Assert.Equal(status, (int)response.StatusCode);
        Assert.Equal(status == 200 ? Site : "", response.Headers.TryGetValues("Access-Control-Allow-Origin", out var allowed) ? string.Join(' ', allowed) : "");
    }

    [Theory]
    [InlineData("GET", "/v1/documents")]
    [InlineData("GET", "/v1/conversations")]
    [InlineData("POST", "/v1/search")]
    [InlineData("DELETE", "/v1/documents/bakery.md")]
    [InlineData("POST", "/v1/conversations")]
    public async Task It_may_do_nothing_else(string method, string path)
    {
        await using var service = await StartAsync(settings: $"--Api:Widget:Origins:0={Site}");
        using var preflight = new HttpRequestMessage(HttpMethod.Options, path);
        preflight.Headers.Add("Origin", Site);
        preflight.Headers.Add("Access-Control-Request-Method", method);
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        request.Headers.Add("Origin", Site);
        request.Headers.Add("Sec-Fetch-Site", "cross-site");

        using var asked = await service.Client.SendAsync(preflight);
        using var response = await service.Client.SendAsync(request);

        Assert.False(asked.Headers.Contains("Access-Control-Allow-Origin"));
        Assert.False(response.Headers.Contains("Access-Control-Allow-Origin"));
        Assert.True(method == "GET" || response.StatusCode == HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task A_browser_is_told_that_a_question_may_be_put()
    {
        await using var service = await StartAsync(settings: $"--Api:Widget:Origins:0={Site}");
        using var preflight = new HttpRequestMessage(HttpMethod.Options, "/v1/answers");
        preflight.Headers.Add("Origin", Site);
        preflight.Headers.Add("Access-Control-Request-Method", "POST");
        preflight.Headers.Add("Access-Control-Request-Headers", "authorization,content-type");

        using var response = await service.Client.SendAsync(preflight);

        Assert.Equal(Site, Assert.Single(response.Headers.GetValues("Access-Control-Allow-Origin")));
        Assert.Contains("POST", Assert.Single(response.Headers.GetValues("Access-Control-Allow-Methods")), StringComparison.Ordinal);
    }
}
