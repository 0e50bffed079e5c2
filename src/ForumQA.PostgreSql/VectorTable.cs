using System.Globalization;
using ForumQA.Storage;
using Npgsql;

namespace ForumQA.PostgreSql;

/// <summary>The vectors of the passages once more, in a table of pgvector with an HNSW index (https://github.com/pgvector/pgvector). Made where it is asked for, then kept up by every writer.</summary>
/// <param name="connection">In a transaction of the only writer there is.</param>
/// <param name="address">Of the index.</param>
internal sealed class VectorTable(PostgreSqlIndexConnection connection, PostgreSqlAddress address)
{
    /// <summary>The row of <c>manifest</c> with the generation that the table is of: another, and a writer that does not know it has written since.</summary>
    public const string GenerationKey = "embeddings-generation";

    /// <summary>What an HNSW index of half-precision vectors takes.</summary>
    private const int MostDimensions = 4000;

    private const int DocumentsAtOnce = 200;

    /// <summary>The dimension of the vectors in the table; null where there is no table.</summary>
    public static int? ReadDimensions(IIndexConnection connection) =>
        connection.Scalar<int?>("SELECT atttypmod FROM pg_attribute WHERE attrelid = to_regclass('passage_embeddings') AND attname = 'embedding'");

    /// <summary>The schema that the extension is in, whose types and operators are named with it; null without the extension.</summary>
    public static string? ReadExtensionSchema(IIndexConnection connection) => connection.Scalar<string>(
        "SELECT CAST(quote_ident(nspname) AS TEXT) FROM pg_extension e JOIN pg_namespace n ON n.oid = e.extnamespace WHERE extname = 'vector'");

    /// <summary>Makes the table where it is asked for, and brings it to what <c>passage_vectors</c> holds.</summary>
    /// <param name="writing">Whether the generation will be raised with the transaction.</param>
    /// <exception cref="IndexException">The table is asked for and the extension is not there.</exception>
    public void KeepUp(bool writing)
    {
        var made = ReadDimensions(connection);
        if (made is null && !address.VectorExtension)
        {
            return;
        }

        var extension = ReadExtensionSchema(connection) ?? CreateExtension();
        if (ManifestTable.ReadDimensions(connection) is not { } dimensions || dimensions > MostDimensions)
        {
            return;
        }

        var generation = ManifestTable.ReadGeneration(connection);
        var next = writing ? generation + 1 : generation;
        if (made != dimensions)
        {
            Make(extension, dimensions);
        }
        else if (ManifestTable.Get(connection, GenerationKey) == Text(generation))
        {
            Fill(extension, connection.Query("SELECT document FROM passage_vectors WHERE written > $1", row => row.GetInt64(0), generation));
        }
        else
        {
            Fill(extension, connection.Query(
                """
                SELECT document FROM passage_vectors v
                WHERE passages <> (SELECT COUNT(*) FROM passage_embeddings e WHERE e.document = v.document AND e.written = v.written)
                """,
                row => row.GetInt64(0)));
        }

        ManifestTable.Set(connection, GenerationKey, Text(next));
    }

    private static string Text(long generation) => generation.ToString(CultureInfo.InvariantCulture);

    private string CreateExtension()
    {
        try
        {
            connection.Execute("CREATE EXTENSION vector SCHEMA public");
            return "public";
        }
        catch (PostgresException e) when (e.SqlState is PostgresErrorCodes.FeatureNotSupported or PostgresErrorCodes.UndefinedFile)
        {
            throw IndexException.NoVectorExtension(address.Name, e);
        }
    }

    private void Make(string extension, int dimensions)
    {
        connection.Execute("DROP TABLE IF EXISTS passage_embeddings");
        try
        {
            connection.Execute(string.Create(
                CultureInfo.InvariantCulture,
                $"""
                CREATE TABLE passage_embeddings (
                    passage   bigint PRIMARY KEY,
                    document  bigint NOT NULL REFERENCES passage_vectors (document) ON DELETE CASCADE,
                    written   bigint NOT NULL,
                    embedding {extension}.halfvec({dimensions}) NOT NULL
                )
                """));
        }
        catch (PostgresException e) when (e.SqlState == PostgresErrorCodes.UndefinedObject)
        {
            throw IndexException.NoVectorExtension(address.Name, e);
        }

        connection.Execute("CREATE INDEX passage_embeddings_by_document ON passage_embeddings (document)");
        connection.Execute("CREATE INDEX IF NOT EXISTS passage_vectors_by_written ON passage_vectors (written)");
        Fill(extension, connection.Query("SELECT document FROM passage_vectors", row => row.GetInt64(0)));

        // Last: building it at once is faster than row by row.
        connection.Execute($"CREATE INDEX passage_embeddings_near ON passage_embeddings USING hnsw (embedding {extension}.halfvec_ip_ops)");
    }

    private void Fill(string extension, IReadOnlyList<long> documents)
    {
        foreach (var some in documents.Chunk(DocumentsAtOnce))
        {
            connection.Execute("DELETE FROM passage_embeddings WHERE document = ANY ($1)", some);
            var rows = connection
                .Query(
                    "SELECT document, written, first_passage, passages, vectors FROM passage_vectors WHERE document = ANY ($1) ORDER BY first_passage",
                    row => new VectorSegment(row.GetInt64(0), row.GetInt64(1), row.GetInt64(2), row.GetInt32(3), row.GetFieldValue<byte[]>(4)),
                    some)
                .SelectMany(segment => Enumerable.Range(0, segment.Count).Select(i => (Segment: segment, Row: segment.FirstRow + i, Vector: Literal(QuantizedVector.Read(segment[i])))))
                .ToList();
            connection.Execute(
                $"""
                INSERT INTO passage_embeddings (passage, document, written, embedding)
                SELECT passage, document, written, CAST(embedding AS {extension}.halfvec) FROM unnest($1, $2, $3, $4) AS given (passage, document, written, embedding)
                """,
                rows.ConvertAll(row => row.Row),
                rows.ConvertAll(row => row.Segment.Document),
                rows.ConvertAll(row => row.Segment.Written),
                rows.ConvertAll(row => row.Vector));
        }
    }

    /// <summary>A vector as pgvector reads it.</summary>
    public static string Literal(float[] vector) => $"[{string.Join(',', vector.Select(number => number.ToString(CultureInfo.InvariantCulture)))}]";
}
