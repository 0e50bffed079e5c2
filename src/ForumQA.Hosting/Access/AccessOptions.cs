using System.ComponentModel.DataAnnotations;
using ForumQA.Hosting.Configuration;

namespace ForumQA.Hosting.Access;

/// <summary>Who may use the web service. Section <c>Api</c>.</summary>
public sealed class AccessOptions : IValidatableObject
{
    /// <summary>The configuration section these options are bound to.</summary>
    public const string SectionName = "Api";

    /// <summary>The file that <c>forumqa key</c> writes. Null, the default, for <c>keys.json</c> beside the user's configuration file.</summary>
    public string? KeyFile { get; set; }

    /// <summary>Keys besides those in the file, as <c>Api:Keys:0:Name</c>, <c>Hash</c> and <c>Scopes</c>. Default none.</summary>
    public IReadOnlyList<ApiKey> Keys { get; set; } = [];

    /// <summary>The file to use, in full.</summary>
    public string FullKeyFile => string.IsNullOrWhiteSpace(KeyFile) ? Path.Combine(ConfigurationFiles.UserFolder, "keys.json") : Path.GetFullPath(KeyFile);

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        for (var i = 0; i < Keys.Count; i++)
        {
            var results = new List<ValidationResult>();
            Validator.TryValidateObject(Keys[i], new ValidationContext(Keys[i]), results, validateAllProperties: true);
            foreach (var result in results)
            {
                yield return new ValidationResult($"{SectionName}:{nameof(Keys)}:{i}: {result.ErrorMessage}", [nameof(Keys)]);
            }
        }

        foreach (var name in Keys.GroupBy(key => key.Name, StringComparer.Ordinal).Where(group => group.Count() > 1).Select(group => group.Key))
        {
            yield return new ValidationResult($"{SectionName}:{nameof(Keys)} has several keys named '{name}'. Give each its own name.", [nameof(Keys)]);
        }
    }
}
