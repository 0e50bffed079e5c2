using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace ForumQA.Hosting.Access;

/// <summary>Refuses keys of the configuration of which something is not understood: what the binder leaves out may be what narrows them.</summary>
/// <param name="configuration">The whole configuration.</param>
internal sealed class ConfiguredKeysCheck(IConfiguration configuration) : IValidateOptions<AccessOptions>
{
    private const string Section = $"{AccessOptions.SectionName}:{nameof(AccessOptions.Keys)}";

    private static readonly string[] Known = [nameof(ApiKey.Name), nameof(ApiKey.Hash), nameof(ApiKey.Scopes), nameof(ApiKey.Where), nameof(ApiKey.CreatedAt)];

    public ValidateOptionsResult Validate(string? name, AccessOptions options)
    {
        var failures = configuration.GetSection(Section).GetChildren().SelectMany(Failures).ToList();
        return failures.Count > 0 ? ValidateOptionsResult.Fail(failures) : ValidateOptionsResult.Success;
    }

    private static IEnumerable<string> Failures(IConfigurationSection key)
    {
        foreach (var unknown in key.GetChildren().Where(child => !Known.Contains(child.Key, StringComparer.OrdinalIgnoreCase)))
        {
            yield return $"{unknown.Path} is not understood. A key has {string.Join(", ", Known)}.";
        }

        // An empty object has no value and no children, yet it is there.
        if (key.GetChildren().FirstOrDefault(child => string.Equals(child.Key, nameof(ApiKey.Where), StringComparison.OrdinalIgnoreCase)) is { } where
            && (where.Value is not null || !where.GetChildren().Any() || where.GetChildren().Any(child => string.IsNullOrWhiteSpace(child.Value))))
        {
            yield return $"{where.Path} takes names of metadata, each with a value, as in {where.Path}:team=sales.";
        }
    }
}
