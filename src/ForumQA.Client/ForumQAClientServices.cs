using System.Net.Http.Headers;
using Microsoft.Extensions.DependencyInjection;

namespace ForumQA.Client;

/// <summary>Registers the client.</summary>
public static class ForumQAClientServices
{
    /// <summary>Registers a <see cref="ForumQAClient"/> over <see cref="IHttpClientFactory"/>.</summary>
    /// <param name="services">The services.</param>
    /// <param name="address">Where the service is, such as <c>http://localhost:5080</c>.</param>
    /// <param name="key">A key of <c>forumqa key add</c>; null when none is needed.</param>
    /// <returns>For what is to happen to each request, such as trying again.</returns>
    public static IHttpClientBuilder AddForumQAClient(this IServiceCollection services, Uri address, string? key = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(address);
        return services.AddHttpClient<ForumQAClient>(http =>
        {
            // A base address without a slash at its end would lose its last part.
            http.BaseAddress = address.AbsoluteUri.EndsWith('/') ? address : new Uri(address.AbsoluteUri + "/");
            http.DefaultRequestHeaders.Authorization = key is null ? null : new AuthenticationHeaderValue("Bearer", key);
        });
    }
}
