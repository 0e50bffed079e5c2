using System.ComponentModel.DataAnnotations;

namespace ForumQA.Api.Configuration;

/// <summary>How much each key may ask for, or each remote address while no key is needed. Section <c>Api:Rate</c>.</summary>
public sealed class RateOptions
{
    /// <summary>The configuration section these options are bound to.</summary>
    public const string SectionName = "Api:Rate";

    /// <summary>Requests a minute, of which all may come at once; 0 for any number. Default 600.</summary>
    [Range(0, 1_000_000)]
    public int RequestsPerMinute { get; set; } = 600;

    /// <summary>Questions a minute, of which all may come at once; 0 for any number. Default 60.</summary>
    [Range(0, 1_000_000)]
    public int AnswersPerMinute { get; set; } = 60;
}
