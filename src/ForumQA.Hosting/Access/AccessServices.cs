using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace ForumQA.Hosting.Access;

/// <summary>Registers the keys of the web service.</summary>
public static class AccessServices
{
    /// <summary>Adds the <see cref="ApiKeyFile"/> with its options, bound to the section <c>Api</c> and validated at start-up.</summary>
    /// <param name="services">With a <see cref="TimeProvider"/>.</param>
    /// <param name="configuration">The configuration; the section may be missing.</param>
    public static IServiceCollection AddForumQAAccess(this IServiceCollection services, IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(configuration);
        services.AddOptions<AccessOptions>().Bind(configuration.GetSection(AccessOptions.SectionName)).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<IValidateOptions<AccessOptions>>(new ConfiguredKeysCheck(configuration));
        services.AddSingleton(provider => new ApiKeyFile(
            provider.GetRequiredService<IOptions<AccessOptions>>().Value.FullKeyFile, provider.GetRequiredService<TimeProvider>()));
        return services;
    }
}
