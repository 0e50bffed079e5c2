using System.Reflection;

namespace ForumQA.Api.Records;

/// <summary>The statements that make the tables, for each database its own, under the same numbers and names.</summary>
internal static class RecordMigrations
{
    private const string Folder = "ForumQA.Api.Records.Migrations.";
    private const string PostgreSqlFolder = Folder + "PostgreSql.";

    /// <summary>For a SQLite file, in the order of their numbers.</summary>
    public static IReadOnlyList<string> Sqlite { get; } = Read(NamesIn(Folder).Where(name => !name.StartsWith(PostgreSqlFolder, StringComparison.Ordinal)));

    /// <summary>For a schema of a PostgreSQL database, in the order of their numbers.</summary>
    public static IReadOnlyList<string> PostgreSql { get; } = Read(NamesIn(PostgreSqlFolder));

    private static IEnumerable<string> NamesIn(string folder) =>
        Assembly.GetExecutingAssembly().GetManifestResourceNames().Where(name => name.StartsWith(folder, StringComparison.Ordinal)).Order(StringComparer.Ordinal);

    private static IReadOnlyList<string> Read(IEnumerable<string> names) => [.. names.Select(name =>
    {
        using var reader = new StreamReader(Assembly.GetExecutingAssembly().GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    })];
}
