using ForumQA.Storage.Sqlite;

namespace ForumQA.Storage;

/// <summary>The index: documents, passages, full text, vectors and a manifest, in one SQLite file unless another engine keeps it. Safe for use by many threads.</summary>
public sealed class IndexStore : IDisposable
{
    private readonly IIndexEngine _engine;
    private readonly VectorCache _vectors = new();
    private readonly VocabularyCache _vocabulary = new();

    internal IndexStore(IIndexEngine engine)
    {
        _engine = engine;
        Documents = new DocumentTable(engine);
        Passages = new PassageTable(engine);
        Writer = new IndexWriter(engine);
        Backlog = new VectorBacklog(engine);
        Unreadable = new UnreadableFileTable(engine);
    }

    /// <summary>Where it is: the file, or the database's address without its password.</summary>
    public string Path => _engine.Name;

    /// <summary>The documents.</summary>
    public DocumentTable Documents { get; }

    /// <summary>The passages.</summary>
    public PassageTable Passages { get; }

    internal IndexWriter Writer { get; }

    internal VectorBacklog Backlog { get; }

    internal UnreadableFileTable Unreadable { get; }

    /// <summary>Opens an existing index for reading.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="IndexException">There is none, it is not an index, it is of another schema, or it is damaged.</exception>
    public static IndexStore OpenExisting(string path)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        return new IndexStore(SqliteIndex.OpenExisting(path));
    }

    /// <summary>Opens an index for writing: makes the file and its folder when missing, and applies the migrations it lacks.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="IndexException">It is not an index, it is of a newer schema, or it is damaged.</exception>
    public static IndexStore OpenOrCreate(string path)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        return new IndexStore(SqliteIndex.OpenOrCreate(path));
    }

    /// <summary>Deletes an index that cannot be opened because it is damaged or newer, so that it can be made again. A file that is not an index is never deleted.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="IndexException">The file is not an index.</exception>
    public static void Discard(string path)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        SqliteIndex.Discard(path);
    }

    /// <summary>Reads what the index says of itself.</summary>
    public IndexManifest ReadManifest()
    {
        using var state = _engine.OpenState();
        return state.Run(ManifestTable.Read);
    }

    /// <summary>The <see cref="IndexManifest.Generation"/> alone.</summary>
    internal long ReadGeneration() => _engine.Run(ManifestTable.ReadGeneration);

    /// <summary>Checks the engine's own data and everything in it that can be checked against something else.</summary>
    /// <returns>What is wrong, a sentence each; empty when all is well.</returns>
    public IReadOnlyList<string> Check() => _engine.Check();

    /// <summary>How much room it takes, in bytes.</summary>
    internal long ReadSize() => _engine.ReadSize();

    /// <summary>The index as it stands now, for several reads that must agree. Disposed of by the caller.</summary>
    internal IndexSnapshot OpenSnapshot() => new(_engine.OpenState(), _vectors, _vocabulary);

    /// <inheritdoc/>
    public void Dispose() => _engine.Dispose();
}
