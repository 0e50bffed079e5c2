using System.Net.Sockets;
using System.Threading.RateLimiting;
using ForumQA.Api.Configuration;
using ForumQA.Hosting.Access;
using Microsoft.AspNetCore.RateLimiting;

namespace ForumQA.Api.Requests;

/// <summary>How many requests and questions a key, or a remote address without one, may send in a minute.</summary>
internal static class RateLimits
{
    public static PartitionedRateLimiter<HttpContext> Create(RateOptions options) => PartitionedRateLimiter.CreateChained(
        PartitionedRateLimiter.Create<HttpContext, string>(context => Partition(context, options.RequestsPerMinute, limited: context.GetEndpoint() is not null)),
        PartitionedRateLimiter.Create<HttpContext, string>(context => Partition(
            context, options.AnswersPerMinute, limited: context.GetEndpoint()?.Metadata.GetMetadata<EnableRateLimitingAttribute>()?.PolicyName == RequestLimits.Answers)));

    private static RateLimitPartition<string> Partition(HttpContext context, int perMinute, bool limited) => limited && perMinute > 0
        ? RateLimitPartition.GetTokenBucketLimiter(ClientOf(context), _ => new TokenBucketRateLimiterOptions
        {
            TokenLimit = perMinute,
            TokensPerPeriod = 1,
            ReplenishmentPeriod = TimeSpan.FromMinutes(1) / perMinute,
        })
        : RateLimitPartition.GetNoLimiter("");

    private static string ClientOf(HttpContext context)
    {
        if (context.Features.Get<ApiKey>() is { } key)
        {
            return key.Hash;
        }

        // Whoever has one address of IPv6 has the 64 bits after its prefix as well.
        return context.Connection.RemoteIpAddress switch
        {
            null => "",
            { AddressFamily: AddressFamily.InterNetworkV6, IsIPv4MappedToIPv6: false } address => Convert.ToHexString(address.GetAddressBytes().AsSpan(0, 8)),
            var address => address.ToString(),
        };
    }
}
