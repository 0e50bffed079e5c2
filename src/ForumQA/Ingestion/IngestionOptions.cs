using System.ComponentModel.DataAnnotations;

namespace ForumQA.Ingestion;

/// <summary>How files are read.</summary>
public sealed class IngestionOptions
{
    /// <summary>The configuration section these options are bound to.</summary>
    public const string SectionName = "Ingestion";

    /// <summary>The largest file that is read, in bytes. Default 52,428,800 (50 MB).</summary>
    [Range(1, 1 << 30)]
    public int MaxFileBytes { get; set; } = 50 * 1024 * 1024;

    /// <summary>How long one PDF file may take to read. Default one minute.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "01:00:00")]
    public TimeSpan PdfTimeLimit { get; set; } = TimeSpan.FromMinutes(1);
}
