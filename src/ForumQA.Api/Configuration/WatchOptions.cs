using System.ComponentModel.DataAnnotations;

namespace ForumQA.Api.Configuration;

/// <summary>How the service notices that documents change. Section <c>Api:Watch</c>.</summary>
public sealed class WatchOptions
{
    /// <summary>The configuration section these options are bound to.</summary>
    public const string SectionName = "Api:Watch";

    /// <summary>Whether the corpus folder is watched, and what changes in it is taken in. Default true.</summary>
    public bool Enabled { get; set; } = true;

    /// <summary>How often the folder is looked through, for file systems that tell nothing of changes. Default 30 seconds.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "1.00:00:00")]
    public TimeSpan Interval { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How long nothing may change before what has changed is taken in: whoever copies a folder is not done with its first file. Default half a second.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "00:01:00")]
    public TimeSpan Quiet { get; set; } = TimeSpan.FromSeconds(.5);
}
