using System.Net;
using ForumQA.Api.Configuration;
using ForumQA.Api.Requests;
using ForumQA.Hosting.Access;
using Microsoft.AspNetCore.Http;

namespace ForumQA.Tests.Api;

/// <summary>Who counts as one client.</summary>
public sealed class RateLimitTests
{
    [Theory]
    [InlineData("2001:db8:0:1::1", "2001:db8:0:1::1", true)]
    [InlineData("2001:db8:0:1::1", "2001:db8:0:1:ffff:ffff:ffff:ffff", true)]
    [InlineData("2001:db8:0:1::1", "2001:db8:0:2::1", false)]
    [InlineData("2001:db8:0:1::1", "3001:db8:0:1::1", false)]
    [InlineData("192.0.2.1", "192.0.2.1", true)]
    [InlineData("192.0.2.1", "192.0.2.2", false)]
    [InlineData("::ffff:192.0.2.1", "::ffff:192.0.2.1", true)]
    [InlineData("::ffff:192.0.2.1", "::ffff:192.0.2.2", false)]
    public void Addresses_share_a_limit_where_they_belong_to_one_client(string first, string second, bool share)
    {
        using var limits = RateLimits.Create(new RateOptions { RequestsPerMinute = 1 });

        Assert.True(limits.AttemptAcquire(From(first)).IsAcquired);

        Assert.Equal(!share, limits.AttemptAcquire(From(second)).IsAcquired);
    }

    [Fact]
    public void A_key_is_a_client_wherever_it_comes_from()
    {
        using var limits = RateLimits.Create(new RateOptions { RequestsPerMinute = 1 });
        var (one, other) = (new ApiKey { Hash = ApiKey.HashOf("one") }, new ApiKey { Hash = ApiKey.HashOf("other") });

        Assert.True(limits.AttemptAcquire(From("192.0.2.1", one)).IsAcquired);

        Assert.False(limits.AttemptAcquire(From("192.0.2.2", one)).IsAcquired);
        Assert.True(limits.AttemptAcquire(From("192.0.2.1", other)).IsAcquired);
    }

    private static DefaultHttpContext From(string address, ApiKey? key = null)
    {
        var context = new DefaultHttpContext();
        context.Connection.RemoteIpAddress = IPAddress.Parse(address);
        context.SetEndpoint(new Endpoint(null, null, null));
        if (key is not null)
        {
            context.Features.Set(key);
        }

        return context;
    }
}
