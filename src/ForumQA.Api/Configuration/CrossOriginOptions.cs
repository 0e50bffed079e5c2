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
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext) => Check(Origins, $"{SectionName}:{nameof(Origins)}", nameof(Origins));

    /// <summary>What is wrong with origins that are configured.</summary>
    /// <param name="origins">The origins.</param>
    /// <param name="key">The configuration key that names them.</param>
    /// <param name="member">The option.</param>
    internal static IEnumerable<ValidationResult> Check(IReadOnlyList<string> origins, string key, string member) => origins
        .Where(origin => !IsOrigin(origin))
        .Select(origin => new ValidationResult($"{key} '{origin}' is not an origin: a scheme, a host and perhaps a port, such as https://intranet.example.", [member]));

    private static bool IsOrigin(string origin) =>
        Uri.TryCreate(origin, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" && uri.GetLeftPart(UriPartial.Authority) == origin && !origin.Contains('*', StringComparison.Ordinal);
}
