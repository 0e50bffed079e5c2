using System.Data.Common;

namespace ForumQA.Storage;

/// <summary>Runs a command of any database once and lets go of it.</summary>
internal static class OneTimeCommands
{
    /// <summary>Runs it.</summary>
    /// <returns>How many rows it changed.</returns>
    public static int ExecuteOnce(this DbCommand command)
    {
        using (command)
        {
            return command.ExecuteNonQuery();
        }
    }

    /// <summary>The first column of the first row; null or 0 when there is none.</summary>
    public static T? ScalarOnce<T>(this DbCommand command)
    {
        using (command)
        {
            return command.ExecuteScalar() is T value ? value : default;
        }
    }

    /// <summary>Reads all rows.</summary>
    public static List<T> QueryOnce<T>(this DbCommand command, Func<DbDataReader, T> read)
    {
        using (command)
        {
            using var reader = command.ExecuteReader();
            var rows = new List<T>();
            while (reader.Read())
            {
                rows.Add(read(reader));
            }

            return rows;
        }
    }
}
