using System.Net.Sockets;
using ForumQA.Storage;
using Npgsql;

namespace ForumQA.PostgreSql;

/// <summary>What failures of PostgreSQL mean (https://www.postgresql.org/docs/current/errcodes-appendix.html).</summary>
internal static class PostgreSqlFailures
{
    /// <summary>The server ended a transaction that waited for longer than idle_in_transaction_session_timeout.</summary>
    private const string IdleTooLong = "25P03";

    /// <summary>Whether the connection is gone: the server was stopped, restarted or failed over, or the network broke.</summary>
    public static bool IsLost(Exception e) => e switch
    {
        PostgresException server => server.SqlState is
            PostgresErrorCodes.AdminShutdown or PostgresErrorCodes.CrashShutdown or PostgresErrorCodes.CannotConnectNow
            || server.SqlState.StartsWith("08", StringComparison.Ordinal),
        NpgsqlException client => client.InnerException is IOException or SocketException or ObjectDisposedException,
        _ => false,
    };

    /// <summary>Whether the same may succeed at once or in a moment.</summary>
    public static bool IsPassing(Exception e) =>
        IsLost(e) || e is PostgresException { SqlState: PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.DeadlockDetected };

    /// <summary>What a failure means to a user; null when it is a mistake of ours.</summary>
    public static IndexException? Translate(Exception e, string name) => e switch
    {
        PostgresException server => server.SqlState switch
        {
            PostgresErrorCodes.UndefinedTable or PostgresErrorCodes.InvalidSchemaName => IndexException.Missing(name),
            PostgresErrorCodes.LockNotAvailable => IndexException.Busy(name, e),
            PostgresErrorCodes.DiskFull => IndexException.DiskFull(name, e),
            PostgresErrorCodes.QueryCanceled => IndexException.TooSlow(name, e),
            PostgresErrorCodes.TooManyConnections or PostgresErrorCodes.ConfigurationLimitExceeded => IndexException.NoConnection(name, e),
            PostgresErrorCodes.ReadOnlySqlTransaction => IndexException.OnlyReplica(name, e),
            PostgresErrorCodes.InvalidCatalogName or PostgresErrorCodes.InvalidPassword or PostgresErrorCodes.InvalidAuthorizationSpecification
                or PostgresErrorCodes.InsufficientPrivilege => IndexException.Refused(name, e),
            PostgresErrorCodes.DataCorrupted or PostgresErrorCodes.IndexCorrupted => IndexException.Damaged(name, e),
            _ => IsPassing(e) || server.SqlState == IdleTooLong ? IndexException.Unreachable(name, e) : null,
        },
        NpgsqlException { InnerException: TimeoutException } => e.Message.Contains("pool", StringComparison.OrdinalIgnoreCase)
            ? IndexException.NoConnection(name, e)
            : IndexException.TooSlow(name, e),
        NpgsqlException => IsLost(e) || e.InnerException is not null ? IndexException.Unreachable(name, e) : IndexException.Refused(name, e),
        _ => null,
    };
}
