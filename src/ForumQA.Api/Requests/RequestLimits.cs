using System.Threading.RateLimiting;
using ForumQA.Api.Configuration;
using ForumQA.Api.Problems;
using Microsoft.AspNetCore.Http.Timeouts;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Options;

namespace ForumQA.Api.Requests;

/// <summary>How long requests may take, how many may come, and how many answers are written at a time.</summary>
internal static class RequestLimits
{
    /// <summary>The policy of endpoints that write answers: so many at a time, the rest are told to come back.</summary>
    public const string Answers = "answers";

    public static IServiceCollection AddRequestLimits(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddValidated<LimitOptions>(configuration, LimitOptions.SectionName);
        services.AddValidated<RateOptions>(configuration, RateOptions.SectionName);
        services.AddRequestTimeouts();
        services.AddOptions<RequestTimeoutOptions>().Configure<IOptions<LimitOptions>>((timeouts, limits) => timeouts.DefaultPolicy = new RequestTimeoutPolicy
        {
            Timeout = limits.Value.RequestTime,
            TimeoutStatusCode = StatusCodes.Status504GatewayTimeout,
            WriteTimeoutResponse = context => ProblemWriter.WriteAsync(
                context, ProblemKind.TimedOut, "The request took longer than this service allows. Ask for less, or raise Api:Limits:RequestTime."),
        });

        services.AddRateLimiter(_ => { });
        services.AddOptions<RateLimiterOptions>().Configure<IOptions<LimitOptions>, IOptions<RateOptions>>((limiter, limits, rates) =>
        {
            limiter.GlobalLimiter = RateLimits.Create(rates.Value);
            limiter.AddConcurrencyLimiter(Answers, options => options.PermitLimit = limits.Value.ConcurrentAnswers);
            limiter.OnRejected = (context, _) => new ValueTask(context.Lease.TryGetMetadata(MetadataName.RetryAfter, out var wait)
                ? ProblemWriter.WriteAsync(context.HttpContext, ProblemKind.RateExceeded, "Too many requests in a short time. Ask again after the time in Retry-After.", wait)
                : ProblemWriter.WriteAsync(
                    context.HttpContext, ProblemKind.Busy, "The service is answering as many questions as it can at a time. Ask again after the time in Retry-After."));
        });
        return services;
    }
}
