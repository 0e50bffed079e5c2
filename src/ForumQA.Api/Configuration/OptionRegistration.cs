namespace ForumQA.Api.Configuration;

/// <summary>Registers options of the service.</summary>
internal static class OptionRegistration
{
    /// <summary>Adds options, bound to their section and validated at the start.</summary>
    /// <param name="services">The services.</param>
    /// <param name="configuration">The configuration; the section may be missing.</param>
    /// <param name="section">Its name.</param>
    public static IServiceCollection AddValidated<T>(this IServiceCollection services, IConfiguration configuration, string section)
        where T : class
    {
        services.AddOptions<T>().Bind(configuration.GetSection(section)).ValidateDataAnnotations().ValidateOnStart();
        return services;
    }
}
