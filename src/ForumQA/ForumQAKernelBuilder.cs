using Microsoft.Extensions.Configuration;
using Microsoft.SemanticKernel;

namespace ForumQA;

/// <summary>ForumQA in a Kernel that somebody else builds.</summary>
public static class ForumQAKernelBuilder
{
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
}
