using ForumQA.Api.About;
using ForumQA.Api.Access;
using ForumQA.Api.Answers;
using ForumQA.Api.ChatCompletions;
using ForumQA.Api.Checks;
using ForumQA.Api.Configuration;
using ForumQA.Api.Conversations;
using ForumQA.Api.Documents;
using ForumQA.Api.Feedback;
using ForumQA.Api.Health;
using ForumQA.Api.Indexing;
using ForumQA.Api.Json;
using ForumQA.Api.Mentions;
using ForumQA.Api.OpenApi;
using ForumQA.Api.Page;
using ForumQA.Api.Problems;
using ForumQA.Api.Records;
using ForumQA.Api.Reference;
using ForumQA.Api.Requests;
using ForumQA.Api.Responses;
using ForumQA.Api.Search;
using ForumQA.Api.Suggestions;
using ForumQA.Api.Widget;
using ForumQA.Hosting.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;

namespace ForumQA.Api;

/// <summary>What the service is made of: its features, the order of its middleware, its endpoints. Each feature registers its own in its folder.</summary>
internal static class Composition
{
    public static IServiceCollection AddForumQAApi(this IServiceCollection services, IConfiguration configuration)
    {
        services.ConfigureHttpJsonOptions(json =>
        {
            JsonSettings.Configure(json.SerializerOptions);
            json.SerializerOptions.TypeInfoResolverChain.Insert(0, ApiJson.Default);
        });
        services.AddValidated<LogOptions>(configuration, LogOptions.SectionName);
        services.AddRequestLimits(configuration);
        services.AddCrossOrigin(configuration);
        services.AddProblems();
        services.AddApiDescription();

        // First of those that run, and so the last to stop: what the others do while they stop is sent too.
        services.AddHostedService<ServiceTelemetry>();
        services.AddKeys();
        services.AddRecords(configuration);
        services.AddConversations();
        services.AddAnswers();
        services.AddSingleton<ChatModels>();
        services.AddSuggestions();
        services.AddDocuments();
        services.AddHealth();
        return services.AddIndexing(configuration);
    }

    public static void UseForumQAApi(this WebApplication app)
    {
        app.UseMiddleware<RequestLog>();
        app.UseMiddleware<SecurityHeaders>();
        app.UseProblems();
        app.UseMiddleware<LocalGate>();
        app.UseRouting();

        // Before the keys: a browser asks without one whether it may send one.
        app.UseCrossOrigin();
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
        v1.MapFeedback();
        v1.MapSuggestions();
        v1.MapChatCompletions();
        v1.MapResponses();
        v1.MapConversations();
        v1.MapSearch();
        v1.MapChecks();
        v1.MapMentions();
        v1.MapDocuments();
        v1.MapFiles();
        v1.MapIndex();
        v1.MapAbout();
        app.MapHealth();
        app.MapOpenApi().WithMetadata(new OpenToAll()).DisableRateLimiting();
        app.MapReference();
        app.MapWidget();
        app.MapPage();
    }
}
