using System.Security.Cryptography;
using System.Text;
using ForumQA.Storage.Sqlite;

namespace ForumQA.Storage;

/// <summary>Where the index is. Section <c>Index</c>.</summary>
public sealed class IndexOptions
{
    /// <summary>The configuration section these options are bound to.</summary>
    public const string SectionName = "Index";

    /// <summary>
    /// The file. Null, the default, means one file for each corpus in the user's local application data (<c>~/.local/share/forumqa</c> on Linux).
    /// A database's address, <c>postgres://...</c>, is taken for a <see cref="Connection"/>.
    /// </summary>
    public string? Path { get; set; }

    /// <summary>
    /// The PostgreSQL database that keeps the index in place of a file: <c>postgres://user@host:5432/database?schema=papers</c> or
    /// <c>Host=...;Database=...;Search Path=papers</c>. Without a schema it is one for each corpus. Null, the default, for a file. Needs the package ForumQA.PostgreSql.
    /// </summary>
    public string? Connection { get; set; }

    /// <summary>
    /// Whether pgvector (0.7 or newer) proposes passages by meaning in a PostgreSQL database, with an HNSW index, in place of an exact scan in the process. Approximate: now and then a question finds
    /// other passages. For indexes whose vectors do not fit into memory, or whose scan is what questions wait for. Default false. A file takes no notice of it.
    /// </summary>
    public bool VectorExtension { get; set; }

    /// <summary>The database's address; null for a file.</summary>
    internal string? Database =>
        !string.IsNullOrWhiteSpace(Connection) ? Connection
        : Path is not null && IsAddress(Path) ? Path
        : null;

    /// <summary>Whether a text is a database's address and not a path.</summary>
    internal static bool IsAddress(string text) =>
        text.StartsWith("postgres://", StringComparison.OrdinalIgnoreCase) || text.StartsWith("postgresql://", StringComparison.OrdinalIgnoreCase);

    /// <summary>The place to use for a corpus.</summary>
    /// <param name="corpus">The corpus's full path.</param>
    /// <param name="database">What keeps indexes in databases; null when nothing does.</param>
    /// <exception cref="IndexException">A database is named and nothing keeps indexes in one, or its address is none.</exception>
    internal IndexPlace PlaceFor(string corpus, IIndexDatabase? database)
    {
        var file = PathFor(corpus);
        return Database is not { } address ? new SqlitePlace(file)
            : database is null ? throw IndexException.NoEngine()
            : database.At(address, System.IO.Path.GetFileNameWithoutExtension(DefaultPathFor(corpus)), file, VectorExtension);
    }

    /// <summary>The file to use for a corpus, in full.</summary>
    /// <param name="corpus">The corpus's full path.</param>
    public string PathFor(string corpus)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(corpus);
        return string.IsNullOrWhiteSpace(Path) || IsAddress(Path) ? DefaultPathFor(corpus) : System.IO.Path.GetFullPath(Path);
    }

    private static string DefaultPathFor(string corpus)
    {
        // Empty where there is no home folder, as in some containers.
        var data = Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify);
        var folder = System.IO.Path.Combine(data.Length > 0 ? data : System.IO.Path.GetTempPath(), "forumqa");
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(corpus)))[..8];
        return System.IO.Path.Combine(folder, $"{System.IO.Path.GetFileNameWithoutExtension(corpus)}-{hash}.db");
    }
}
