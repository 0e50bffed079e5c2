using System.Data.Common;
using ForumQA.Storage;
using Npgsql;

namespace ForumQA.PostgreSql;

/// <summary>Runs statements on a connection.</summary>
/// <param name="connection">An open one.</param>
internal sealed class PostgreSqlStatements(NpgsqlConnection connection) : ISqlConnection
{
    public int Execute(string sql, params ReadOnlySpan<object?> values) => Prepare(sql, values).ExecuteOnce();

    public T? Scalar<T>(string sql, params ReadOnlySpan<object?> values) => Prepare(sql, values).ScalarOnce<T>();

    public List<T> Query<T>(string sql, Func<DbDataReader, T> read, params ReadOnlySpan<object?> values) => Prepare(sql, values).QueryOnce(read);

    private NpgsqlCommand Prepare(string sql, ReadOnlySpan<object?> values)
    {
        var command = new NpgsqlCommand(sql, connection);
        foreach (var value in values)
        {
            command.Parameters.Add(new NpgsqlParameter { Value = PostgreSqlValue.Of(value) });
        }

        return command;
    }
}
