using System.Data.Common;

namespace ForumQA.Storage;

/// <summary>A connection on which statements are run, whatever the database. For one thread; one reading at a time.</summary>
/// <remarks>A statement has parameters <c>$1</c>, <c>$2</c>, ..., and keeps to what SQLite and PostgreSQL both understand and both order alike.</remarks>
internal interface ISqlConnection
{
    /// <summary>Runs a statement.</summary>
    /// <returns>How many rows it changed.</returns>
    int Execute(string sql, params ReadOnlySpan<object?> values);

    /// <summary>The first column of the first row; null or 0 when there is none.</summary>
    T? Scalar<T>(string sql, params ReadOnlySpan<object?> values);

    /// <summary>Reads all rows. <paramref name="read"/> runs no other statement.</summary>
    List<T> Query<T>(string sql, Func<DbDataReader, T> read, params ReadOnlySpan<object?> values);
}
