using System.Data.Common;

namespace ForumQA.Storage;

/// <summary>Reads columns that may be null.</summary>
internal static class NullableColumns
{
    public static string? GetNullableString(this DbDataReader reader, int column) =>
        reader.IsDBNull(column) ? null : reader.GetString(column);

    public static int? GetNullableInt32(this DbDataReader reader, int column) =>
        reader.IsDBNull(column) ? null : reader.GetInt32(column);
}
