namespace ForumQA.Storage;

/// <summary>The index cannot be used as it is. The message names the remedy.</summary>
public sealed class IndexException : ForumQAException
{
    /// <summary>The code of an index that is not there.</summary>
    internal const string MissingCode = "index-missing";

    private IndexException(string code, string message, Exception? innerException = null)
        : base(code, message, innerException)
    {
    }

    internal static IndexException Missing(string path) => new(
        MissingCode, $"There is no index at '{path}'. Make it with: forumqa index");

    internal static IndexException NotAnIndex(string path, Exception? cause = null) => new(
        "not-an-index", $"'{path}' is not a ForumQA index. It is left untouched; name another file with --index.", cause);

    internal static IndexException Newer(string path, long version, int known) => new(
        "index-newer",
        $"The index '{path}' has schema {version}, this ForumQA knows up to {known}. " +
        "Update ForumQA, or make the index again with: forumqa index --rebuild");

    internal static IndexException Older(string path, long version) => new(
        "index-older",
        $"The index '{path}' has the older schema {version} and cannot be upgraded because it is opened for reading. Run: forumqa index");

    internal static IndexException Damaged(string path, Exception cause) => new(
        "index-damaged", $"The index '{path}' is damaged ({cause.Message}). Make it again with: forumqa index --rebuild", cause);

    internal static IndexException Busy(string path, Exception cause) => new(
        "index-busy", $"Another process is writing to the index '{path}'. Try again when it is done.", cause);

    internal static IndexException DiskFull(string path, Exception cause) => new(
        "disk-full", $"There is no room left for the index '{path}'. Free some space and run: forumqa index", cause);

    internal static IndexException CannotOpen(string path, Exception cause) => new(
        "index-unreadable", $"The index '{path}' cannot be opened ({cause.Message}). Check the path and its permissions, or name another file with --index.", cause);

    internal static IndexException NoAddress(Exception? cause = null) => new(
        "index-address-invalid",
        "The index's address is none of a PostgreSQL database. Write postgres://user@host:5432/database?schema=papers or Host=...;Database=...;Search Path=papers, " +
        "with a schema of small letters, digits and underscores.",
        cause);

    internal static IndexException NoEngine() => new(
        "index-engine-missing", "Index:Connection names a database, but this program keeps indexes in files only. Reference ForumQA.PostgreSql and call AddPostgreSqlIndex().");

    internal static IndexException Unreachable(string name, Exception cause) => new(
        "index-unreachable", $"The database of the index '{name}' cannot be reached ({cause.Message}). Check that it runs and try again.", cause);

    internal static IndexException Refused(string name, Exception cause) => new(
        "index-refused",
        $"The database does not give access to the index '{name}' ({cause.Message}). Check that the database is there, the user with its password (PGPASSWORD or a password file), " +
        "and its right to the schema.",
        cause);

    internal static IndexException NoConnection(string name, Exception cause) => new(
        "index-connections",
        $"All connections to the index '{name}' are in use. Try again in a moment; for more questions at once raise Maximum Pool Size in Index:Connection and max_connections of the server.",
        cause);

    internal static IndexException TooSlow(string name, Exception cause) => new(
        "index-too-slow",
        $"The database took too long over the index '{name}' ({cause.Message}). Try again, or raise Command Timeout in Index:Connection and statement_timeout of the server.",
        cause);

    internal static IndexException OnlyReplica(string name, Exception cause) => new(
        "index-read-only",
        $"The index '{name}' is a replica, which cannot be written to. Name the primary, or all servers with Target Session Attributes=primary, in Index:Connection.",
        cause);

    internal static IndexException NoVectorExtension(string name, Exception? cause = null) => new(
        "index-extension-missing",
        $"Index:VectorExtension is on, but the database of the index '{name}' has no pgvector 0.7 or newer. Install it on the server, or turn the setting off: vectors are then compared in the process.",
        cause);

    internal static IndexException OtherModel(string indexed, string configured) => new(
        "embedding-model-changed",
        $"The index was built with '{indexed}' but '{configured}' is configured. Run: forumqa index");

    internal static IndexException OtherDimensions(string model, int indexed, int given) => new(
        "embedding-dimensions-changed",
        $"The index holds vectors of {indexed} dimensions but '{model}' now returns {given}. Run: forumqa index --rebuild");

    internal static IndexException OtherCorpus(string path, string indexed, string given) => new(
        "index-other-corpus",
        $"The index '{path}' was made from '{indexed}', not from '{given}'. " +
        "Name another file with --index, or replace its contents with: forumqa index --rebuild");
}
