using System.ComponentModel.DataAnnotations;

namespace ForumQA.Models.Reading;

/// <summary>Which model reads the first passages together with the question. Section <c>Reader</c>.</summary>
public sealed class ReaderOptions
{
    /// <summary>The configuration section these options are bound to.</summary>
    public const string SectionName = "Reader";

    /// <summary>A folder with a reader, as <c>tests/ForumQA.Reader</c> makes it, to run in this process. Null, the default, for none. Needs the package ForumQA.Onnx and its built-in model.</summary>
    public string? Path { get; set; }

    /// <summary>How many passages are read for a question. 4 by default.</summary>
    [Range(1, 20)]
    public int Passages { get; set; } = 4;
}
