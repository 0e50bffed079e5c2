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

    public static int Execute(this SqliteConnection connection, string sql, params ReadOnlySpan<object?> values)
    {
        using var command = connection.Prepare(sql, values);
        return command.ExecuteNonQuery();
    }

    public static T? Scalar<T>(this SqliteConnection connection, string sql, params ReadOnlySpan<object?> values)
    {
        using var command = connection.Prepare(sql, values);
        return command.ExecuteScalar() is T value ? value : default;
    }

    public static List<T> Query<T>(this SqliteConnection connection, string sql, Func<SqliteDataReader, T> read, params ReadOnlySpan<object?> values)
    {
        using var command = connection.Prepare(sql, values);
        using var reader = command.ExecuteReader();
        var rows = new List<T>();
        while (reader.Read())
        {
            rows.Add(read(reader));
        }

        return rows;
    }

    /// <summary>A value as SQLite takes it: a list is a JSON array.</summary>
    public static object ToParameter(object? value) => value switch
    {
        null => DBNull.Value,
        IEnumerable<long> numbers => $"[{string.Join(',', numbers)}]",
        IEnumerable<string> texts => JsonSerializer.Serialize(texts, StorageJson.Default.IEnumerableString),
        _ => value,
    };
}
