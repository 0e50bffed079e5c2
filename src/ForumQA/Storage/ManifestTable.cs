using System.Globalization;

namespace ForumQA.Storage;

/// <summary>Reads and writes the manifest's rows.</summary>
internal static class ManifestTable
{
    public const string Corpus = "corpus";
    public const string EmbeddingModel = "embedding-model";
    public const string Dimensions = "dimensions";
    public const string Chunking = "chunking";
    public const string AbstentionThreshold = "abstention-threshold";

    /// <summary>What <see cref="IIndexEngine.Write"/> ends with.</summary>
    public const string RaiseGeneration = "UPDATE manifest SET value = CAST(CAST(value AS BIGINT) + 1 AS TEXT) WHERE key = 'generation'";

    /// <param name="connection">Of one state, so that the counts belong to the generation.</param>
    public static IndexManifest Read(IIndexConnection connection)
    {
        var values = connection
            .Query("SELECT key, value FROM manifest", r => (Key: r.GetString(0), Value: r.GetString(1)))
            .ToDictionary(row => row.Key, row => row.Value, StringComparer.Ordinal);
        return new IndexManifest
        {
            SchemaVersion = connection.ReadSchemaVersion(),
            Generation = long.Parse(values["generation"], CultureInfo.InvariantCulture),
            Corpus = values.GetValueOrDefault(Corpus),
            EmbeddingModel = values.GetValueOrDefault(EmbeddingModel),
            Dimensions = values.TryGetValue(Dimensions, out var text) ? int.Parse(text, CultureInfo.InvariantCulture) : null,
            Chunking = values.GetValueOrDefault(Chunking),
            AbstentionThreshold = values.TryGetValue(AbstentionThreshold, out var threshold) ? double.Parse(threshold, CultureInfo.InvariantCulture) : null,
            DocumentCount = (int)connection.Scalar<long>("SELECT COUNT(*) FROM documents"),
            PassageCount = connection.CountPassages(),
            VectorCount = (int)connection.Scalar<long>("SELECT CAST(COALESCE(SUM(passages), 0) AS BIGINT) FROM passage_vectors"),
        };
    }

    public static long ReadGeneration(IIndexConnection connection) =>
        connection.Scalar<long>("SELECT CAST(value AS BIGINT) FROM manifest WHERE key = 'generation'");

    public static int? ReadDimensions(IIndexConnection connection) =>
        Get(connection, Dimensions) is { } text ? int.Parse(text, CultureInfo.InvariantCulture) : null;

    public static double? ReadAbstentionThreshold(IIndexConnection connection) =>
        Get(connection, AbstentionThreshold) is { } text ? double.Parse(text, CultureInfo.InvariantCulture) : null;

    public static string? Get(IIndexConnection connection, string key) =>
        connection.Scalar<string>("SELECT value FROM manifest WHERE key = $1", key);

    public static void Set(IIndexConnection connection, string key, string? value)
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
