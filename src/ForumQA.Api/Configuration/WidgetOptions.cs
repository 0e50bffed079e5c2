using System.ComponentModel.DataAnnotations;

namespace ForumQA.Api.Configuration;

/// <summary>Which other sites may show the question box. Section <c>Api:Widget</c>.</summary>
public sealed class WidgetOptions : IValidatableObject
{
    /// <summary>The configuration section these options are bound to.</summary>
    public const string SectionName = "Api:Widget";

    /// <summary>Their origins, such as <c>https://www.example.org</c>. Their pages may ask, and nothing else. Default none: there is no question box.</summary>
    public IReadOnlyList<string> Origins { get; set; } = [];

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext) =>
        CrossOriginOptions.Check(Origins, $"{SectionName}:{nameof(Origins)}", nameof(Origins));
}
