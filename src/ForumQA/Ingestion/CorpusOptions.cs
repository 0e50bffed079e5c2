using System.ComponentModel.DataAnnotations;

namespace ForumQA.Ingestion;

/// <summary>Where the documents are. Section <c>Corpus</c>.</summary>
public sealed class CorpusOptions
{
    /// <summary>The configuration section these options are bound to.</summary>
    public const string SectionName = "Corpus";

    private const string Seeds = "seeds";

    /// <summary>A folder, searched with its sub-folders, or a single file. Default <c>seeds</c>: in the current folder, else the one that comes with the program.</summary>
    [Required]
    public string Path { get; set; } = Seeds;

    /// <summary><see cref="Path"/> in full, without a separator at its end, so that <c>docs</c> and <c>docs/</c> are one corpus.</summary>
    public string FullPath =>
        Path == Seeds && !Directory.Exists(Seeds)
            ? System.IO.Path.Combine(AppContext.BaseDirectory, Seeds)
            : System.IO.Path.TrimEndingDirectorySeparator(System.IO.Path.GetFullPath(Path));
}
