using System.ComponentModel.DataAnnotations;

namespace ForumQA.Api.Configuration;

/// <summary>How the service starts. Section <c>Api:Start</c>.</summary>
public sealed class StartOptions
{
    /// <summary>The configuration section these options are bound to.</summary>
    public const string SectionName = "Api:Start";

    /// <summary>Whether the index is brought up to date at the start. Default true.</summary>
    public bool Synchronize { get; set; } = true;

    /// <summary>How long the start waits for that; afterwards it goes on in the background while requests are taken. Default ten seconds.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "01:00:00")]
    public TimeSpan Wait { get; set; } = TimeSpan.FromSeconds(10);
}
