using System.Globalization;
using System.Reflection;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace ForumQA;

/// <summary>The options of the features: how they are registered, and those that decide how questions are answered, as they are in force.</summary>
internal static class EffectiveOptions
{
    /// <summary>Adds the options of a feature, bound to their section and validated at start-up.</summary>
    public static IServiceCollection AddOptions<T>(this IServiceCollection services, IConfiguration configuration, string section)
        where T : class
    {
        services.AddOptions<T>().Bind(configuration.GetSection(section)).ValidateDataAnnotations().ValidateOnStart();
        return services;
    }

    /// <summary>Adds options that decide how questions are answered.</summary>
    public static IServiceCollection AddAnsweringOptions<T>(this IServiceCollection services, IConfiguration configuration, string section)
        where T : class =>
        services.AddOptions<T>(configuration, section).AddSingleton<IAnsweringOptions>(provider => new AnsweringOptions<T>(section, provider.GetRequiredService<IOptions<T>>()));

    /// <summary>By configuration key; whether there is a secret is told, never which.</summary>
    public static IReadOnlyDictionary<string, string> Of(IServiceProvider services)
    {
        var values = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var options in services.GetServices<IAnsweringOptions>())
        {
            foreach (var property in options.Type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(property => property.CanWrite))
            {
                if (property.GetValue(options.Value) is { } value)
                {
                    values[$"{options.Section}:{property.Name}"] = property.Name.EndsWith("Key", StringComparison.Ordinal)
                        ? "(set)"
                        : value is IEnumerable<string> list ? string.Join(", ", list)
                        : Convert.ToString(value, CultureInfo.InvariantCulture)!;
                }
            }
        }

        return values;
    }

    private interface IAnsweringOptions
    {
        string Section { get; }

        Type Type { get; }

        object Value { get; }
    }

    private sealed class AnsweringOptions<T>(string section, IOptions<T> options) : IAnsweringOptions
        where T : class
    {
        public string Section => section;

        public Type Type => typeof(T);

        public object Value => options.Value;
    }
}
