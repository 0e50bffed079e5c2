namespace ForumQA.Api.Configuration;

/// <summary>What is logged. Section <c>Api:Log</c>.</summary>
public sealed class LogOptions
{
    /// <summary>The configuration section these options are bound to.</summary>
    public const string SectionName = "Api:Log";

    /// <summary>Whether questions are logged in full. Default false: people put into questions what is nobody else's business.</summary>
    public bool Questions { get; set; }
}
