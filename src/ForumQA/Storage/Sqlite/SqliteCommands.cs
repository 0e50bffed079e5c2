using System.Text.Json;
using Microsoft.Data.Sqlite;

namespace ForumQA.Storage.Sqlite;

/// <summary>Short forms for running SQL with positional parameters <c>$1</c>, <c>$2</c>, ...</summary>
internal static class SqliteCommands
{
    public static SqliteCommand Prepare(this SqliteConnection connection, string sql, params ReadOnlySpan<object?> values)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        for (var i = 0; i < values.Length; i++)
        {
            command.Parameters.AddWithValue($"${i + 1}", ToParameter(values[i]));
        }

        return command;
    }

    public static int Execute(this SqliteConnection connection, string sql, params ReadOnlySpan<object?> values) => connection.Prepare(sql, values).ExecuteOnce();

    public static T? Scalar<T>(this SqliteConnection connection, string sql, params ReadOnlySpan<object?> values) => connection.Prepare(sql, values).ScalarOnce<T>();

    public static List<T> Query<T>(this SqliteConnection connection, string sql, Func<SqliteDataReader, T> read, params ReadOnlySpan<object?> values) =>
        connection.Prepare(sql, values).QueryOnce(row => read((SqliteDataReader)row));

    /// <summary>A value as SQLite takes it: a list is a JSON array.</summary>
    public static object ToParameter(object? value) => value switch
    {
        null => DBNull.Value,
        IEnumerable<long> numbers => $"[{string.Join(',', numbers)}]",
        IEnumerable<string> texts => JsonSerializer.Serialize(texts, StorageJson.Default.IEnumerableString),
        _ => value,
    };
}
