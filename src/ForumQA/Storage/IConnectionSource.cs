namespace ForumQA.Storage;

/// <summary>Where tables get their connection from: any one of the engine's, or the one of a state.</summary>
internal interface IConnectionSource
{
    /// <summary>Runs <paramref name="work"/>, which only reads, on a connection.</summary>
    /// <exception cref="IndexException">The index cannot be used; the message names the remedy.</exception>
    T Run<T>(Func<IIndexConnection, T> work);
}
