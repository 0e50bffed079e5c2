using ForumQA.PostgreSql;
using ForumQA.Storage;
using Npgsql;

namespace ForumQA.Tests.PostgreSql;

/// <summary>Vectors by pgvector: what is proposed is scored as ever, and every writer keeps its table up. Not beside tests that clear all pools: the session would keep what a connection has prepared.</summary>
[Collection(OneServer.Name)]
public sealed class VectorExtensionTests(PgvectorServer server) : IClassFixture<PgvectorServer>, IDisposable
{
    private const int Dimensions = 16;

    public void Dispose() => NpgsqlConnection.ClearAllPools();

    [PgvectorFact]
    public void Proposes_nearly_all_that_the_scan_finds_with_the_same_scores()
    {
        var address = server.NewAddress();
        var random = new Random(1);
        Fill(Open(address, extension: false), random, documents: 60, passages: 50);
        Assert.Equal(0, Count(address, "pg_class WHERE relname = 'passage_embeddings' AND relnamespace = current_schema()::regnamespace"));

        var (near, scanned) = (Open(address, extension: true), Open(address, extension: false));
        var common = 0;
        for (var i = 0; i < 50; i++)
        {
            var query = Vector(random);
            var wanted = Search(scanned, query, 20);
            var found = Search(near, query, 20);

            Assert.Equal(20, found.Count);
            common += found.Intersect(wanted).Count();
            Assert.Equal(found.OrderByDescending(row => row.Score).ThenBy(row => row.Row), found);
        }

        Assert.InRange(common, 50 * 20 * 95 / 100, 50 * 20);
        Assert.Contains("passage_embeddings_near", Explain(address), StringComparison.Ordinal);
    }

    [PgvectorFact]
    public void Searches_of_a_part_and_of_very_many_are_exact()
    {
        var address = server.NewAddress();
        var random = new Random(2);
        var (near, scanned) = (Open(address, extension: true), Open(address, extension: false));
        Fill(near, random, documents: 10, passages: 30);
        var query = Vector(random);
        var within = new PassageSubset([.. Enumerable.Range(1, 300).Where(row => row % 3 == 0).Select(row => (long)row)]);
        long[] some = [1, 7, 250, 999];

        Assert.Equal(Search(scanned, query, 20, within), Search(near, query, 20, within));
        Assert.Equal(Search(scanned, query, 250), Search(near, query, 250));
        Assert.Equal(Read(scanned, vectors => vectors.Score(query, some)), Read(near, vectors => vectors.Score(query, some)));
        Assert.Equal(Read(scanned, vectors => vectors.Load(some)), Read(near, vectors => vectors.Load(some)));
        Assert.Equal(3, Read(near, vectors => vectors.Load(some)).Count);
    }

    [PgvectorFact]
    public void Every_writer_keeps_the_table_up()
    {
        var address = server.NewAddress();
        var (near, other) = (Open(address, extension: true), Open(address, extension: false));
        Put(near, 1, [[1, 0]]);
        Put(other, 2, [[0, 1]]);
        Assert.Equal([2, 1], Rows(near, [0.1f, 1]));

        Put(other, 2, [[-1, 0]]);
        other.Write(connection => connection.Execute("DELETE FROM documents WHERE id = 1"));
        Put(near, 3, [[0, 2]]);

        Assert.Equal([3, 2], Rows(near, [0.1f, 1]));
        Assert.Empty(Complaints(near));
        Assert.Equal(2, Count(address, "passage_embeddings"));
    }

    [PgvectorFact]
    public void What_a_writer_left_out_that_does_not_know_the_table_is_noticed_and_made_up_for()
    {
        var address = server.NewAddress();
        var near = Open(address, extension: true);
        Put(near, 1, [[1, 0]]);
        Put(near, 2, [[0, 1]]);
        Execute(address, "DELETE FROM passage_embeddings; UPDATE manifest SET value = CAST(CAST(value AS BIGINT) + 1 AS TEXT) WHERE key = 'generation'");

        Assert.Equal([2, 1], Rows(near, [0.1f, 1]));
        Assert.NotEmpty(Complaints(near));
        near = Open(address, extension: true);

        Assert.Equal(2, Count(address, "passage_embeddings"));
        Assert.Equal([2, 1], Rows(near, [0.1f, 1]));
        Assert.Empty(Complaints(near));
    }

    [PgvectorFact]
    public void Another_model_gets_another_table_and_a_query_of_another_dimension_is_refused()
    {
        var near = Open(server.NewAddress(), extension: true);
        Put(near, 1, [[1, 0]]);
        Assert.Equal("embedding-dimensions-changed", Assert.Throws<IndexException>(() => Rows(near, [1, 0, 0])).Code);

        near.Write(connection =>
        {
            connection.Execute("DELETE FROM passage_vectors");
            ManifestTable.Set(connection, ManifestTable.Dimensions, null);
        });
        Assert.Empty(Rows(near, [1, 0]));
        Put(near, 2, [[0, 0, 1]]);

        Assert.Equal([2], Rows(near, [0, 1, 1]));
        Assert.Empty(Complaints(near));
    }

    [PgvectorFact]
    public void An_index_that_is_discarded_leaves_no_table_behind()
    {
        var address = server.NewAddress();
        Put(Open(address, extension: true), 1, [[1, 0]]);

        PostgreSqlIndex.Discard(Parse(address));

        Assert.Equal(0, Count(address, "pg_namespace WHERE nspname = current_schema()"));
    }

    private static PostgreSqlAddress Parse(string address) => PostgreSqlAddress.Parse(address, "");

    private static PostgreSqlIndex Open(string address, bool extension) => PostgreSqlIndex.OpenOrCreate(Parse(address) with { VectorExtension = extension });

    private static void Fill(PostgreSqlIndex index, Random random, int documents, int passages)
    {
        for (var document = 1; document <= documents; document++)
        {
            Put(index, document, [.. Enumerable.Range(0, passages).Select(_ => Vector(random))]);
        }
    }

    /// <summary>Writes a document by plain statements, because this server knows no COPY. The row of its passages follow one another.</summary>
    private static void Put(PostgreSqlIndex index, int document, float[][] vectors) => index.Write(connection =>
    {
        connection.Execute("DELETE FROM documents WHERE id = $1", document);
        connection.Execute($"INSERT INTO documents (id, {StoredColumns.OfDocument}) VALUES ($1, $2, '', '', '', '', '', '', '', '', 0, 0, '')", document, $"{document}.md");
        connection.Execute(
            "INSERT INTO passages (id, passage_id, document, ordinal, start, \"end\", text, words) SELECT ($1 - 1) * $2 + n, concat($1, '#', n), $1, n, 0, 0, '', 0 FROM generate_series(1, $2) n",
            document, vectors.Length);
        ManifestTable.Set(connection, ManifestTable.Dimensions, $"{vectors[0].Length}");
        VectorIndex.Insert(connection, document, [.. vectors.Select(vector => (ReadOnlyMemory<float>)vector)]);
    });

    /// <summary>Of length one.</summary>
    private static float[] Vector(Random random)
    {
        var vector = Enumerable.Range(0, Dimensions).Select(_ => (float)(random.NextDouble() - 0.5)).ToArray();
        var length = MathF.Sqrt(vector.Sum(number => number * number));
        return [.. vector.Select(number => number / length)];
    }

    /// <summary>Lets go of the state, and of its connection, at once: the server has one session.</summary>
    private static T Read<T>(PostgreSqlIndex index, Func<VectorIndex, T> read)
    {
        using var state = index.OpenState();
        return read(new VectorIndex(state, new VectorCache()));
    }

    private static IReadOnlyList<ScoredRow> Search(PostgreSqlIndex index, float[] query, int limit, PassageSubset? within = null) =>
        Read(index, vectors => vectors.Search(query, limit, within));

    private static IEnumerable<long> Rows(PostgreSqlIndex index, float[] query) => [.. Search(index, query, 10).Select(row => row.Row)];

    private static IEnumerable<string> Complaints(PostgreSqlIndex index) => index.Run(PostgreSqlCheck.Run).Where(line => line.Contains("pgvector", StringComparison.Ordinal));

    private static long Count(string address, string from) => (long)PostgreSqlServer.Scalar(Parse(address).ConnectionString, $"SELECT COUNT(*) FROM {from}")!;

    private static void Execute(string address, string sql) => PostgreSqlServer.Execute(Parse(address).ConnectionString, sql);

    private static string Explain(string address) => (string)PostgreSqlServer.Scalar(
        Parse(address).ConnectionString,
        $"EXPLAIN (FORMAT JSON) SELECT passage FROM passage_embeddings ORDER BY embedding OPERATOR(public.<#>) CAST('{VectorTable.Literal(new float[Dimensions])}' AS public.halfvec) LIMIT 100")!;
}
