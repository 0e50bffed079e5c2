using System.Text.RegularExpressions;
using static ForumQA.Tests.Api.RunningService;

namespace ForumQA.Tests.Api;

/// <summary>The page at /reference, as it is served.</summary>
public sealed partial class ReferencePageTests
{
    [Fact]
    public async Task Its_scripts_come_from_the_service_under_a_policy_that_allows_nothing_else()
    {
        await using var service = await StartAsync();

        using var first = await service.Client.GetAsync("/reference/");
        using var second = await service.Client.GetAsync("/reference/");
        var html = await first.Content.ReadAsStringAsync();
        var policy = Assert.Single(first.Headers.GetValues("Content-Security-Policy"));

        Assert.DoesNotMatch("https?://", html);
        Assert.Contains("connect-src 'self'", policy, StringComparison.Ordinal);
        var nonce = Nonce().Match(policy).Groups["nonce"].Value;
        Assert.Contains($"nonce=\"{nonce}\"", html, StringComparison.Ordinal);
        Assert.DoesNotContain(nonce, Assert.Single(second.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
        foreach (Match script in Script().Matches(html))
        {
            using var response = await service.Client.GetAsync(new Uri(new Uri(service.Address, "/reference/"), script.Groups["src"].Value));
            Assert.True(response.IsSuccessStatusCode, script.Value);
            Assert.Contains("script-src 'self'; style-src 'self'; img-src", Assert.Single((await service.Client.GetAsync("/")).Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
        }

        Assert.NotEmpty(Script().Matches(html));
    }

    [GeneratedRegex("'nonce-(?<nonce>[^']+)'")]
    private static partial Regex Nonce();

    [GeneratedRegex("<script[^>]* src=\"(?<src>[^\"]+)\"")]
    private static partial Regex Script();
}
