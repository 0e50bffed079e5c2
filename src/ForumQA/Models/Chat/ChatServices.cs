using Microsoft.Extensions.AI;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace ForumQA.Models.Chat;

/// <summary>Registers what the client of a language model needs, and makes the client.</summary>
internal static class ChatServices
{
    private const string HttpClientName = "ForumQA.Chat";

    public static IServiceCollection AddChat(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddAnsweringOptions<ChatModelOptions>(configuration, ChatModelOptions.SectionName);
        services.AddHttpClient(HttpClientName, http => http.Timeout = Timeout.InfiniteTimeSpan);
        services.AddSingleton(provider => new ChatEndpointCheck(
            provider.GetRequiredService<IOptions<ChatModelOptions>>(), CreateHttpClient(provider), provider.GetRequiredService<TimeProvider>()));
        return services;
    }

    /// <summary>Whether the configuration names a model; asked before the options can be bound and validated.</summary>
    public static bool IsConfigured(IConfiguration configuration) =>
        !string.IsNullOrEmpty(configuration.GetSection(ChatModelOptions.SectionName).GetSection(nameof(ChatModelOptions.Endpoint)).Value);

    /// <summary>The client of the configured model.</summary>
    public static IChatClient CreateClient(IServiceProvider provider)
    {
        var options = provider.GetRequiredService<IOptions<ChatModelOptions>>().Value;
        var time = provider.GetRequiredService<TimeProvider>();
        var remote = new RemoteChatClient(options, CreateHttpClient(provider), time);
        return Observe(new ResilientChatClient(remote, options, time), provider.GetRequiredService<IOptions<TelemetryOptions>>().Value);
    }

    /// <summary>Tells observers of every request to the model, with all its tries, by OpenTelemetry's conventions for generative models.</summary>
    public static IChatClient Observe(IChatClient client, TelemetryOptions telemetry) => client.AsBuilder()
        .UseOpenTelemetry(sourceName: TelemetryOptions.SourceName, configure: observed => observed.EnableSensitiveData = telemetry.RecordContent)
        .Build();

    private static HttpClient CreateHttpClient(IServiceProvider provider) => provider.GetRequiredService<IHttpClientFactory>().CreateClient(HttpClientName);
}
