using System.Security.Cryptography;
using System.Text;

namespace ForumQA.Storage;

/// <summary>Where the index is. Section <c>Index</c>.</summary>
public sealed class IndexOptions
{
    /// <summary>The configuration section these options are bound to.</summary>
    public const string SectionName = "Index";

    /// <summary>The file. Null, the default, means one file for each corpus in the user's local application data (<c>~/.local/share/forumqa</c> on Linux).</summary>
    public string? Path { get; set; }

    /// <summary>The file to use for a corpus, in full.</summary>
    /// <param name="corpus">The corpus's full path.</param>
    public string PathFor(string corpus)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(corpus);
        if (!string.IsNullOrWhiteSpace(Path))
        {
            return System.IO.Path.GetFullPath(Path);
        }

        // Empty where there is no home folder, as in some containers.
        var data = Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify);
        var folder = System.IO.Path.Combine(data.Length > 0 ? data : System.IO.Path.GetTempPath(), "forumqa");
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(corpus)))[..8];
        return System.IO.Path.Combine(folder, $"{System.IO.Path.GetFileNameWithoutExtension(corpus)}-{hash}.db");
    }
}
