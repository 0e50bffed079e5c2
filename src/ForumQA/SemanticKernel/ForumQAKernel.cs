using ForumQA.Answering.Prompts;
using ForumQA.Models.Chat;
using ForumQA.Retrieval;
using ForumQA.Tools;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.SemanticKernel;
using Microsoft.SemanticKernel.ChatCompletion;
using Microsoft.SemanticKernel.Data;

namespace ForumQA.SemanticKernel;

/// <summary>ForumQA in a Semantic Kernel: what <see cref="ForumQAServices.AddForumQA"/> registers for it, and the same for a Kernel of one's own.</summary>
public static class ForumQAKernel
{
    /// <summary>The plugin that has the functions <c>search</c>, <c>answer</c>, <c>read_document</c>, <c>list</c>, <c>compare</c>, <c>summarize</c>, <c>find_documents</c> and <c>check</c>.</summary>
    public const string PluginName = "ForumQA";

    private const string PluginDescription = "Answers questions from the user's documents, every sentence proved by a quotation.";

    /// <summary>Whether services have a model of the user's own that only a Kernel can ask.</summary>
    private static bool HasCompletionService(IServiceCollection services) => services.Any(Offers<IChatCompletionService>);

    /// <summary>Registers the Kernel and what belongs to it. Nothing of it is made before it is asked for: an answer quoted from the documents never does.</summary>
    internal static IServiceCollection AddKernel(this IServiceCollection services, IConfiguration configuration)
    {
        if (ChatServices.IsConfigured(configuration) && !HasCompletionService(services))
        {
            services.TryAddSingleton(provider => LetItCallFunctions(ChatServices.CreateClient(provider), provider));
        }

        // Both transient, as in AddKernel: a Kernel and its plugins may be changed by whoever asked for them.
        services.TryAddTransient<KernelPluginCollection>();
        services.TryAddTransient<Kernel>();
        if (!services.Any(Offers<PassageSearch>))
        {
            services.AddSingleton<KernelPlugin>(CreatePlugin);
            services.AddSingleton<PassageSearch>();
        }

        services.TryAddSingleton<ITextSearch<Evidence>>(provider => provider.GetRequiredService<PassageSearch>());
        if (services.Any(Offers<IChatClient>))
        {
            services.TryAddSingleton<IChatCompletionService>(provider => provider.GetRequiredService<IChatClient>().AsChatCompletionService(provider));
        }

        if (HasCompletionService(services))
        {
            services.TryAddSingleton(CreateRunner);
        }

        return services;
    }

    /// <summary>Without this, a chat client hands the calls of a Kernel's functions back as the model asked for them.</summary>
    private static IChatClient LetItCallFunctions(IChatClient client, IServiceProvider provider) =>
        new ChatClientBuilder(client).UseKernelFunctionInvocation(provider.GetService<ILoggerFactory>()).Build(provider);

    private static IPromptRunner CreateRunner(IServiceProvider provider)
    {
        var options = provider.GetRequiredService<IOptions<ChatModelOptions>>().Value;
        var configured = options.Endpoint is null ? null : new ChatOptions { Temperature = options.Temperature, MaxOutputTokens = options.MaxOutputTokens };
        return new KernelPromptRunner(provider, configured);
    }

    private static bool Offers<T>(ServiceDescriptor service) => service.ServiceType == typeof(T) && !service.IsKeyedService;

    private static KernelPlugin CreatePlugin(IServiceProvider services) => KernelPluginFactory.CreateFromFunctions(
        PluginName, PluginDescription, ForumQATools.Create(services).Select(function => function.AsKernelFunction()));
}
