using ForumQA.Answering.Prompts;
using ForumQA.Retrieval;
using ForumQA.Tools;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.SemanticKernel;
using Microsoft.SemanticKernel.ChatCompletion;
using Microsoft.SemanticKernel.Data;

namespace ForumQA.SemanticKernel;

/// <summary>Adds ForumQA to a Semantic Kernel.</summary>
public static class ForumQAKernel
{
    /// <summary>The plugin that has the functions <c>search</c>, <c>answer</c> and <c>read_document</c>.</summary>
    public const string PluginName = "ForumQA";

    private const string PluginDescription = "Answers questions from the user's documents, every sentence proved by a quotation.";

    /// <summary>Adds ForumQA: its plugin, its text search, the embedding generator and, when one is configured, the chat client; the Kernel's model writes the answers.</summary>
    /// <param name="builder">The builder of a Kernel, or what <c>services.AddKernel()</c> returns.</param>
    /// <param name="configuration">As for <see cref="ForumQAServices.AddForumQA"/>.</param>
    /// <remarks>
    /// A model of your own is registered before this call and without a key. Prompts run with the filters that are registered as services,
    /// such as <c>builder.Services.AddSingleton&lt;IPromptRenderFilter&gt;(...)</c>.
    /// </remarks>
    public static IKernelBuilder AddForumQA(this IKernelBuilder builder, IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(builder);
        var services = builder.Services;
        var hasChatClient = services.Any(Offers<IChatClient>);
        var hasRunner = services.Any(Offers<IPromptRunner>);
        services.AddForumQA(configuration);
        if (!hasChatClient && services.LastOrDefault(Offers<IChatClient>) is { } ours)
        {
            LetItCallFunctions(services, ours);
        }

        if (services.Any(Offers<IChatClient>))
        {
            // A Kernel streams a prompt to a chat client as one message, tags and all; a chat completion service reads its messages.
            services.TryAddSingleton<IChatCompletionService>(provider => provider.GetRequiredService<IChatClient>().AsChatCompletionService(provider));
        }

        if (!hasRunner && services.Any(Offers<IChatCompletionService>))
        {
            services.RemoveAll<IPromptRunner>();
            services.AddSingleton<IPromptRunner, KernelPromptRunner>();
        }

        services.AddSingleton<KernelPlugin>(CreatePlugin);
        services.TryAddSingleton<PassageSearch>();
        services.TryAddSingleton<ITextSearch<Evidence>>(provider => provider.GetRequiredService<PassageSearch>());
        services.TryAddSingleton<ITextSearch>(provider => provider.GetRequiredService<PassageSearch>());
        return builder;
    }

    private static bool Offers<T>(ServiceDescriptor service) => service.ServiceType == typeof(T) && !service.IsKeyedService;

    private static KernelPlugin CreatePlugin(IServiceProvider services) => KernelPluginFactory.CreateFromFunctions(
        PluginName, PluginDescription, ForumQATools.Create(services).Select(function => function.AsKernelFunction()));

    /// <summary>Without this, a chat client hands the calls of functions back as the model asked for them.</summary>
    private static void LetItCallFunctions(IServiceCollection services, ServiceDescriptor chatClient)
    {
        services.Remove(chatClient);
        services.AddSingleton<IChatClient>(provider => new ChatClientBuilder(Create(provider))
            .UseKernelFunctionInvocation(provider.GetService<ILoggerFactory>())
            .Build(provider));

        IChatClient Create(IServiceProvider provider) => (IChatClient)(chatClient.ImplementationInstance
            ?? chatClient.ImplementationFactory?.Invoke(provider)
            ?? ActivatorUtilities.CreateInstance(provider, chatClient.ImplementationType!));
    }
}
