namespace ForumQA.Storage;

/// <summary>Where the index of the configured corpus is kept: a file, or a schema of a database. Safe for use by many threads.</summary>
public abstract class IndexPlace
{
    private protected IndexPlace()
    {
    }

    /// <summary>Where it is, as users are told: the file in full, or the database's address without its password.</summary>
    public abstract string Name { get; }

    /// <summary>A file beside which other files about this index may be kept, in full; it need not be there itself.</summary>
    public abstract string File { get; }

    /// <summary>Whether there is an index, or something else in its place.</summary>
    /// <exception cref="IndexException">The database cannot be used.</exception>
    public abstract bool Exists();

    /// <summary>Opens an existing index for reading.</summary>
    /// <exception cref="IndexException">There is none, it is not an index, it is of another schema, or it cannot be used.</exception>
    public IndexStore OpenExisting() => new(OpenExistingEngine());

    /// <summary>Opens an index for writing: makes it when missing, and applies the migrations it lacks.</summary>
    /// <exception cref="IndexException">It is not an index, it is of a newer schema, or it cannot be used.</exception>
    public IndexStore OpenOrCreate() => new(OpenOrCreateEngine());

    /// <summary>Deletes an index, even one that cannot be opened because it is damaged or newer, so that it can be made again. What is not an index is never deleted.</summary>
    /// <exception cref="IndexException">It is not an index.</exception>
    public abstract void Discard();

    /// <summary>A program's own tables in the database that keeps the index; null where a file keeps it.</summary>
    /// <param name="migrations">The statements that make them, each applied once and in this order.</param>
    internal virtual IRecordDatabase? Records(IReadOnlyList<string> migrations) => null;

    private protected abstract IIndexEngine OpenExistingEngine();

    private protected abstract IIndexEngine OpenOrCreateEngine();
}
