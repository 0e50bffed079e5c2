using ForumQA.Api.Access;
using ForumQA.Api.Answers;
using ForumQA.Api.ChatCompletions;
using ForumQA.Api.Configuration;
using ForumQA.Api.Conversations;
using ForumQA.Api.Documents;
using ForumQA.Api.Health;
using ForumQA.Api.Indexing;
using ForumQA.Api.Json;
using ForumQA.Api.Mentions;
using ForumQA.Api.OpenApi;
using ForumQA.Api.Page;
using ForumQA.Api.Problems;
using ForumQA.Api.Records;
using ForumQA.Api.Requests;
using ForumQA.Api.Search;
using ForumQA.Hosting.Access;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;

namespace ForumQA.Api;

/// <summary>What the service is made of: its services, the order of its middleware, its endpoints.</summary>
internal static class Composition
{
    public static IServiceCollection AddForumQAApi(this IServiceCollection services, IConfiguration configuration)
    {
        AddOptions<LimitOptions>(LimitOptions.SectionName);
        AddOptions<StartOptions>(StartOptions.SectionName);
        AddOptions<WatchOptions>(WatchOptions.SectionName);
        AddOptions<LogOptions>(LogOptions.SectionName);
        AddOptions<RateOptions>(RateOptions.SectionName);
        AddOptions<CrossOriginOptions>(CrossOriginOptions.SectionName);
        AddOptions<RecordOptions>(RecordOptions.SectionName);

        services.ConfigureHttpJsonOptions(json =>
        {
            JsonSettings.Configure(json.SerializerOptions);
            json.SerializerOptions.TypeInfoResolverChain.Insert(0, ApiJson.Default);
        });
        services.Configure<RouteHandlerOptions>(options => options.ThrowOnBadRequest = true);
        services.AddOptions<FormOptions>().Configure<IOptions<LimitOptions>>(
            (form, limits) => form.MultipartBodyLengthLimit = limits.Value.UploadBytes);
        services.AddExceptionHandler<FailureHandler>();
        services.AddCors();
        services.AddRequestLimits();
        services.AddApiDescription();

        // First, and so the last to stop: what the others do while they stop is sent too.
        services.AddHostedService<ServiceTelemetry>();
        services.AddSingleton<KeyRing>();
        services.AddSingleton<RecordStore>();
        services.AddSingleton<ConversationTurns>();
        services.AddSingleton<AnswerDesk>();
        services.AddSingleton<UploadDesk>();
        services.AddSingleton<Readiness>();
        services.AddSingleton<MeaningKeeper>();
        services.AddHostedService(provider => provider.GetRequiredService<MeaningKeeper>());
        services.AddSingleton<IndexKeeper>();
        services.AddHostedService(provider => provider.GetRequiredService<IndexKeeper>());
        services.AddHostedService<CorpusWatcher>();
        return services;

        void AddOptions<T>(string section)
            where T : class =>
            services.AddOptions<T>().Bind(configuration.GetSection(section)).ValidateDataAnnotations().ValidateOnStart();
    }

    public static void UseForumQAApi(this WebApplication app)
    {
        var origins = app.Services.GetRequiredService<IOptions<CrossOriginOptions>>().Value.Origins;
        app.UseMiddleware<RequestLog>();
        app.UseMiddleware<SecurityHeaders>();
        app.UseExceptionHandler(_ => { });
        app.UseStatusCodePages(context => ProblemWriter.WriteStatusAsync(context.HttpContext));
        app.UseMiddleware<LocalGate>();
        app.UseRouting();

        // Before the keys: a browser asks without one whether it may send one.
        app.UseCors(policy => policy.WithOrigins([.. origins]).AllowAnyHeader().AllowAnyMethod().WithExposedHeaders(RequestId.Header, "ETag", "Location", "Retry-After"));
        app.UseMiddleware<KeyGate>();
        app.UseRequestTimeouts();
        app.UseRateLimiter();
    }

    public static void MapForumQAApi(this WebApplication app)
    {
        var limits = app.Services.GetRequiredService<IOptions<LimitOptions>>().Value;
        var v1 = app.MapGroup("/v1")
            .AddEndpointFilter<AcceptFilter>()
            .WithMetadata(new RequestSizeLimitAttribute(limits.BodyBytes), new RequiresScope(ApiScopes.Ask));
        v1.MapAnswers();
        v1.MapChatCompletions();
        v1.MapConversations();
        v1.MapSearch();
        v1.MapMentions();
        v1.MapDocuments();
        v1.MapIndex();
        app.MapHealth();
        app.MapOpenApi().WithMetadata(new OpenToAll()).DisableRateLimiting();
        app.MapPage();
    }
}
