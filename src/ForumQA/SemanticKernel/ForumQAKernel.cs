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

/// <summary>ForumQA in a Semantic Kernel: what <see cref="ForumQAServices.AddForumQA"/> registers for it, and the same for a Kernel of one's own.</summary>
public static class ForumQAKernel
{
    /// <summary>The plugin that has the functions <c>search</c>, <c>answer</c>, <c>read_document</c>, <c>list</c>, <c>compare</c>, <c>summarize</c> and <c>find_documents</c>.</summary>
    public const string PluginName = "ForumQA";

    private const string PluginDescription = "Answers questions from the user's documents, every sentence proved by a quotation.";

    /// <summary>Adds ForumQA to a Kernel of one's own: its plugin, its text search, the embedding generator and, when one is configured, the chat client.</summary>
    /// <param name="builder">The builder of a Kernel, or what <c>services.AddKernel()</c> returns.</param>
    /// <param name="configuration">As for <see cref="ForumQAServices.AddForumQA"/>.</param>
    /// <remarks>
    /// A model of your own is registered before this call and without a key. Prompts run with the filters that are registered as services,
    /// such as <c>builder.Services.AddSingleton&lt;IPromptRenderFilter&gt;(...)</c>.
    /// </remarks>
    public static IKernelBuilder AddForumQA(this IKernelBuilder builder, IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.AddForumQA(configuration);
        return builder;
    }

    /// <summary>Whether services have a model of the user's own that only a Kernel can ask.</summary>
    internal static bool HasCompletionService(IServiceCollection services) => services.Any(Offers<IChatCompletionService>);

    /// <summary>Registers the Kernel and what belongs to it. Nothing of it is made before it is asked for: an answer quoted from the documents never does.</summary>
    internal static void AddKernel(IServiceCollection services, Func<IServiceProvider, IPromptRunner> createRunner)
    {
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
            services.TryAddSingleton(createRunner);
        }
    }

    /// <summary>Without this, a chat client hands the calls of a Kernel's functions back as the model asked for them.</summary>
    internal static IChatClient LetItCallFunctions(IChatClient client, IServiceProvider provider) =>
        new ChatClientBuilder(client).UseKernelFunctionInvocation(provider.GetService<ILoggerFactory>()).Build(provider);

    private static bool Offers<T>(ServiceDescriptor service) => service.ServiceType == typeof(T) && !service.IsKeyedService;

    private static KernelPlugin CreatePlugin(IServiceProvider services) => KernelPluginFactory.CreateFromFunctions(
        PluginName, PluginDescription, ForumQATools.Create(services).Select(function => function.AsKernelFunction()));
}
