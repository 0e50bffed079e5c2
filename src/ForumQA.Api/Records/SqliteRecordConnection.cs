using System.Data.Common;
using ForumQA.Storage;
using ForumQA.Storage.Sqlite;
using Microsoft.Data.Sqlite;

namespace ForumQA.Api.Records;

/// <summary>Runs the statements of the records in their file.</summary>
internal sealed class SqliteRecordConnection(SqliteConnection connection) : ISqlConnection
{
    public int Execute(string sql, params ReadOnlySpan<object?> values) => connection.Execute(sql, values);

    public T? Scalar<T>(string sql, params ReadOnlySpan<object?> values) => connection.Scalar<T>(sql, values);

    public List<T> Query<T>(string sql, Func<DbDataReader, T> read, params ReadOnlySpan<object?> values) => connection.Query(sql, read, values);
}
