using System.Globalization;
using Microsoft.Data.Sqlite;

namespace ForumQA.Storage;

/// <summary>Reads and writes the manifest's rows.</summary>
internal static class ManifestTable
{
    public const string Corpus = "corpus";
    public const string EmbeddingModel = "embedding-model";
    public const string Dimensions = "dimensions";
    public const string Chunking = "chunking";
    public const string AbstentionThreshold = "abstention-threshold";

    public static IndexManifest Read(SqliteConnection connection)
    {
        // One transaction, so that the counts belong to the generation.
        using var transaction = connection.BeginTransaction(deferred: true);
        var values = connection
            .Query("SELECT key, value FROM manifest", r => (Key: r.GetString(0), Value: r.GetString(1)))
            .ToDictionary(row => row.Key, row => row.Value, StringComparer.Ordinal);
        return new IndexManifest
        {
            SchemaVersion = (int)IndexSchema.ReadPragma(connection, "user_version"),
            Generation = long.Parse(values["generation"], CultureInfo.InvariantCulture),
            Corpus = values.GetValueOrDefault(Corpus),
            EmbeddingModel = values.GetValueOrDefault(EmbeddingModel),
            Dimensions = values.TryGetValue(Dimensions, out var text) ? int.Parse(text, CultureInfo.InvariantCulture) : null,
            Chunking = values.GetValueOrDefault(Chunking),
            AbstentionThreshold = values.TryGetValue(AbstentionThreshold, out var threshold) ? double.Parse(threshold, CultureInfo.InvariantCulture) : null,
            DocumentCount = (int)connection.Scalar<long>("SELECT COUNT(*) FROM documents"),
            PassageCount = (int)connection.Scalar<long>("SELECT COUNT(*) FROM passages"),
            VectorCount = (int)connection.Scalar<long>("SELECT COALESCE(SUM(passages), 0) FROM passage_vectors"),
        };
    }

    public static long ReadGeneration(SqliteConnection connection) =>
        connection.Scalar<long>("SELECT CAST(value AS INTEGER) FROM manifest WHERE key = 'generation'");

    public static int? ReadDimensions(SqliteConnection connection) =>
        Get(connection, Dimensions) is { } text ? int.Parse(text, CultureInfo.InvariantCulture) : null;

    public static double? ReadAbstentionThreshold(SqliteConnection connection) =>
        Get(connection, AbstentionThreshold) is { } text ? double.Parse(text, CultureInfo.InvariantCulture) : null;

    public static string? Get(SqliteConnection connection, string key) =>
        connection.Scalar<string>("SELECT value FROM manifest WHERE key = $1", key);

    public static void Set(SqliteConnection connection, string key, string? value)
    {
        if (value is null)
        {
            connection.Execute("DELETE FROM manifest WHERE key = $1", key);
        }
        else
        {
            connection.Execute(
                "INSERT INTO manifest (key, value) VALUES ($1, $2) ON CONFLICT (key) DO UPDATE SET value = excluded.value", key, value);
        }
    }
}
