using System.ComponentModel.DataAnnotations;

namespace ForumQA.Api.Records;

/// <summary>What the service remembers. Section <c>Api:Records</c>.</summary>
public sealed class RecordOptions
{
    /// <summary>The configuration section these options are bound to.</summary>
    public const string SectionName = "Api:Records";

    /// <summary>
    /// The SQLite file with answers and conversations. Null, the default, for the PostgreSQL database that keeps the index (a schema beside the index's, its name with <c>_records</c>),
    /// or for a file beside the index: its name with <c>.records</c> before the extension.
    /// </summary>
    public string? Path { get; set; }

    /// <summary>Answers kept at most; the oldest go first. Default 2,000, some 100 MB.</summary>
    [Range(1, 1_000_000)]
    public int Answers { get; set; } = 2000;

    /// <summary>Days that answers, and conversations without new ones, are kept. Default 90.</summary>
    [Range(1, 36_500)]
    public int Days { get; set; } = 90;

    /// <summary>The file to use, in full.</summary>
    /// <param name="index">The index file, in full, or where it would be.</param>
    public string PathFor(string index) =>
        string.IsNullOrWhiteSpace(Path) ? System.IO.Path.ChangeExtension(index, ".records" + System.IO.Path.GetExtension(index)) : System.IO.Path.GetFullPath(Path);
}
