using System.ComponentModel.DataAnnotations;

namespace ForumQA.Api.Configuration;

/// <summary>Which other sites' pages may call the service from a browser. Section <c>Api:Cors</c>.</summary>
public sealed class CrossOriginOptions : IValidatableObject
{
    /// <summary>The configuration section these options are bound to.</summary>
    public const string SectionName = "Api:Cors";

    /// <summary>Their origins, such as <c>https://intranet.example</c>. Default none.</summary>
    public IReadOnlyList<string> Origins { get; set; } = [];

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        foreach (var origin in Origins.Where(origin => !IsOrigin(origin)))
        {
            yield return new ValidationResult(
                $"{SectionName}:{nameof(Origins)} '{origin}' is not an origin: a scheme, a host and perhaps a port, such as https://intranet.example.", [nameof(Origins)]);
        }
    }

    private static bool IsOrigin(string origin) =>
        Uri.TryCreate(origin, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" && uri.GetLeftPart(UriPartial.Authority) == origin && !origin.Contains('*', StringComparison.Ordinal);
}
