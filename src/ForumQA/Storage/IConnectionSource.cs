using Microsoft.Data.Sqlite;

namespace ForumQA.Storage;

/// <summary>Where tables get their connection from: any one of the pool, or the one of a snapshot.</summary>
internal interface IConnectionSource
{
    /// <summary>Runs <paramref name="work"/> on a connection.</summary>
    /// <exception cref="IndexException">The file cannot be used; the message names the remedy.</exception>
    T Run<T>(Func<SqliteConnection, T> work);
}
