using ForumQA.Storage;
using Npgsql;

namespace ForumQA.PostgreSql;

/// <summary>Opens connections to one schema, tries again what a lost connection broke, and says in the user's words what goes wrong.</summary>
internal sealed class PostgreSqlConnections(PostgreSqlAddress address)
{
    /// <summary>Before each further attempt: a restarted server, or another one that takes over, is there within seconds.</summary>
    private static readonly TimeSpan[] Pauses = [TimeSpan.FromMilliseconds(50), TimeSpan.FromMilliseconds(300), TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(3)];

    public PostgreSqlAddress Address => address;

    /// <summary>Runs <paramref name="work"/> on a connection of its own; again from its start when the connection was lost.</summary>
    /// <exception cref="IndexException">The database cannot be used; the message names the remedy.</exception>
    public T Run<T>(Func<NpgsqlConnection, T> work) => Try(() =>
    {
        using var connection = Open();
        return work(connection);
    });

    /// <summary>Opens a transaction in which nothing changes, whatever others write.</summary>
    /// <exception cref="IndexException">The database cannot be used; the message names the remedy.</exception>
    public PostgreSqlState OpenState() => Try(() =>
    {
        var connection = Open();
        try
        {
            return new PostgreSqlState(connection, address);
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    });

    private NpgsqlConnection Open()
    {
        var connection = new NpgsqlConnection(address.ConnectionString);
        try
        {
            connection.Open();
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    private T Try<T>(Func<T> work)
    {
        for (var attempt = 0; ; attempt++)
        {
            try
            {
                return work();
            }
            catch (Exception e) when (attempt < Pauses.Length && PostgreSqlFailures.IsPassing(e))
            {
                if (PostgreSqlFailures.IsLost(e))
                {
                    // The pool's others went the same way.
                    using var connection = new NpgsqlConnection(address.ConnectionString);
                    NpgsqlConnection.ClearPool(connection);
                }

                Thread.Sleep(Pauses[attempt]);
            }
            catch (Exception e) when (PostgreSqlFailures.Translate(e, address.Name) is { } expected)
            {
                throw expected;
            }
        }
    }
}
