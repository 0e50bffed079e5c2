namespace ForumQA.Storage;

/// <summary>What keeps an index: a SQLite file, or a schema of a PostgreSQL database. Safe for use by many threads.</summary>
internal interface IIndexEngine : IConnectionSource, IDisposable
{
    /// <summary>Where the index is, as users are told: a path, or an address without its password.</summary>
    string Name { get; }

    /// <summary>The index as it stands now, whatever is written meanwhile. Disposed of by the caller.</summary>
    IIndexState OpenState();

    /// <summary>
    /// Runs <paramref name="work"/> in one transaction that is rolled back when it throws, and raises the generation. Writers, of whatever process, take turns.
    /// Where a connection was lost on the way, <paramref name="work"/> may be run again from its start.
    /// </summary>
    /// <exception cref="IndexException">The index cannot be used; the message names the remedy.</exception>
    void Write(Action<IIndexConnection> work);

    /// <summary>How much room the index takes, in bytes.</summary>
    long ReadSize();

    /// <summary>Checks everything that can be checked against something else.</summary>
    /// <returns>What is wrong, a sentence each; empty when all is well.</returns>
    IReadOnlyList<string> Check();
}
