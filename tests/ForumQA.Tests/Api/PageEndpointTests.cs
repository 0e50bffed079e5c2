using System.Net;
using System.Net.Http.Headers;
using static ForumQA.Tests.Api.RunningService;

namespace ForumQA.Tests.Api;

/// <summary>The files of the page, as they are served.</summary>
public sealed class PageEndpointTests
{
    [Theory]
    [InlineData("/", "text/html; charset=utf-8")]
    [InlineData("/app.js", "text/javascript; charset=utf-8")]
    [InlineData("/page.css", "text/css; charset=utf-8")]
    [InlineData("/icon.svg", "image/svg+xml")]
    public async Task Are_sent_once_and_asked_after_each_time(string path, string type)
    {
        await using var service = await StartAsync();

        using var first = await service.Client.GetAsync(path);
        using var again = new HttpRequestMessage(HttpMethod.Get, path);
        again.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        using var second = await service.Client.SendAsync(again);
        using var head = await service.Client.SendAsync(new HttpRequestMessage(HttpMethod.Head, path));

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.NotModified, HttpStatusCode.OK), (first.StatusCode, second.StatusCode, head.StatusCode));
        Assert.Equal(type, first.Content.Headers.ContentType!.ToString());
        Assert.Equal(new CacheControlHeaderValue { NoCache = true }, first.Headers.CacheControl);
    }

    [Fact]
    public async Task Need_nothing_from_elsewhere_and_have_no_script_or_style_in_line()
    {
        await using var service = await StartAsync();

        var html = await service.Client.GetStringAsync("/");

        Assert.DoesNotMatch("""https?://|<style|\sstyle=|\son[a-z]+=|<script(?![^>]*src=)""", html);
    }
}
