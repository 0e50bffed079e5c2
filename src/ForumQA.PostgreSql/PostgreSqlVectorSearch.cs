using System.Globalization;
using ForumQA.Storage;

namespace ForumQA.PostgreSql;

/// <summary>Passages proposed by the HNSW index of <see cref="VectorTable"/>.</summary>
internal sealed class PostgreSqlVectorSearch : IVectorSearch
{
    /// <summary>So many times more than are wanted are looked at: what the index misses is mostly at the end.</summary>
    private const int Breadth = 5;

    /// <summary>The highest <c>hnsw.ef_search</c>.</summary>
    private const int MostBreadth = 1000;

    private readonly IIndexConnection _connection;
    private readonly string _extension;

    private PostgreSqlVectorSearch(IIndexConnection connection, string extension, int dimensions) => (_connection, _extension, Dimensions) = (connection, extension, dimensions);

    public int Dimensions { get; }

    /// <summary>The search of a connection; null where there is no table, or it lacks what a writer that does not know it has written.</summary>
    public static PostgreSqlVectorSearch? Open(IIndexConnection connection) =>
        VectorTable.ReadDimensions(connection) is { } dimensions
        && ManifestTable.Get(connection, VectorTable.GenerationKey) == ManifestTable.ReadGeneration(connection).ToString(CultureInfo.InvariantCulture)
        && VectorTable.ReadExtensionSchema(connection) is { } extension
            ? new PostgreSqlVectorSearch(connection, extension, dimensions)
            : null;

    public IReadOnlyList<long> Propose(float[] query, int limit)
    {
        // Of more than the index can look at, all are: an order that is not the index's is not asked of it.
        var breadth = (long)limit * Breadth;
        var order = breadth > MostBreadth ? "+ 0.0" : "";
        _connection.Scalar<string>("SELECT set_config('hnsw.ef_search', $1, true)", Math.Min(breadth, MostBreadth).ToString(CultureInfo.InvariantCulture));
        return _connection.Query(
            $"SELECT passage FROM passage_embeddings ORDER BY (embedding OPERATOR({_extension}.<#>) CAST($1 AS {_extension}.halfvec)) {order} LIMIT $2",
            row => row.GetInt64(0),
            VectorTable.Literal(query),
            breadth);
    }

    public VectorMatrix Load(IReadOnlyCollection<long> rows) => new(
        ManifestTable.ReadGeneration(_connection),
        Dimensions,
        _connection.Query(
            """
            SELECT v.document, v.written, p.id, substring(v.vectors FROM CAST((p.id - v.first_passage) * $2 + 1 AS INTEGER) FOR $2)
            FROM passages p JOIN passage_vectors v ON v.document = p.document WHERE p.id = ANY ($1) ORDER BY p.id
            """,
            row => new VectorSegment(row.GetInt64(0), row.GetInt64(1), row.GetInt64(2), 1, row.GetFieldValue<byte[]>(3)),
            rows,
            QuantizedVector.SizeOf(Dimensions)));
}
