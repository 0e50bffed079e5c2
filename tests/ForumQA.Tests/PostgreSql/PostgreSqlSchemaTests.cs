using ForumQA.PostgreSql;
using ForumQA.Storage;
using ForumQA.Tests.Storage;

namespace ForumQA.Tests.PostgreSql;

/// <summary>Whose schema it is, and of which version.</summary>
[Collection(OneServer.Name)]
public sealed class PostgreSqlSchemaTests(PostgreSqlServer server)
{
    [PostgreSqlFact]
    public void Says_that_there_is_no_index()
    {
        using var home = IndexHome.OfPostgreSql(server);

        var error = Assert.Throws<IndexException>(home.Place.OpenExisting);

        Assert.Equal("index-missing", error.Code);
        Assert.Contains("forumqa index", error.Message, StringComparison.Ordinal);
        Assert.False(home.Place.Exists());
    }

    [PostgreSqlFact]
    public void Is_made_once_by_many_who_open_it_at_once()
    {
        using var home = IndexHome.OfPostgreSql(server);

        Parallel.For(0, 8, _ => home.Place.OpenOrCreate().Dispose());

        using var store = home.Place.OpenExisting();
        Assert.Empty(store.Check());
        Assert.Equal(PostgreSqlSchema.CurrentVersion, store.ReadManifest().SchemaVersion);
    }

    [PostgreSqlFact]
    public void Leaves_another_programs_schema_untouched()
    {
        foreach (var table in new[] { "recipes (name text)", "manifest (name text)", "manifest (key text, value text)" })
        {
            var connection = server.NewAddress();
            var place = new PostgreSqlPlace(PostgreSqlAddress.Parse(connection, ""), "");
            PostgreSqlServer.Execute(connection, $"CREATE SCHEMA {PostgreSqlAddress.Parse(connection, "").Schema}; CREATE TABLE {table}; CREATE TABLE documents (id bigint)");

            Assert.Equal("not-an-index", Assert.Throws<IndexException>(place.OpenOrCreate).Code);
            Assert.Equal("not-an-index", Assert.Throws<IndexException>(place.OpenExisting).Code);
            Assert.Equal("not-an-index", Assert.Throws<IndexException>(place.Discard).Code);
            PostgreSqlServer.Execute(connection, "SELECT id FROM documents");
        }
    }

    [PostgreSqlFact]
    public void Refuses_an_index_of_another_version_and_names_the_remedy()
    {
        using var home = IndexHome.OfPostgreSql(server);
        home.Place.OpenOrCreate().Dispose();

        home.Execute($"UPDATE manifest SET value = '999' WHERE key = '{PostgreSqlSchema.VersionKey}'");
        Assert.All([home.Place.OpenExisting, home.Place.OpenOrCreate], open =>
        {
            var error = Assert.Throws<IndexException>(open);
            Assert.Equal("index-newer", error.Code);
            Assert.Contains("--rebuild", error.Message, StringComparison.Ordinal);
        });
        home.Place.Discard();

        using var store = home.Place.OpenOrCreate();
        Assert.Empty(store.Check());
    }

    [PostgreSqlFact]
    public void Deletes_its_own_tables_and_leaves_what_else_is_in_the_schema()
    {
        using var home = IndexHome.OfPostgreSql(server);
        home.Place.OpenOrCreate().Dispose();
        home.Execute("CREATE FUNCTION one() RETURNS integer LANGUAGE sql AS 'SELECT 1'");

        home.Place.Discard();

        Assert.False(home.Place.Exists());
        home.Execute("SELECT one()");
        home.Place.Discard();
    }

    [PostgreSqlFact]
    public void Finds_out_what_was_tampered_with()
    {
        foreach (var (sql, problem) in new[]
        {
            ("UPDATE documents SET text = 'Data are like fire.'", "does not stand at"),
            ("UPDATE passage_vectors SET vectors = '\\x00'", "wrong dimension"),
            ("UPDATE passage_vectors SET passages = 7", "not those of their passages"),
            ("DELETE FROM postings WHERE term = 'water'", "not in the full text with all their words"),
            ("INSERT INTO postings VALUES (1, 'stray', 9, '\\x0100')", "belong to no passage"),
            ("UPDATE statistics SET words = 0", "row of counts"),
        })
        {
            using var home = IndexHome.OfPostgreSql(server);
            using var store = home.Place.OpenOrCreate();
            IndexFileTests.Put(store, IndexFileTests.Sample("a.md", "Data are like water."));
            Assert.Empty(store.Check());

            home.Execute(sql);

            Assert.Contains(store.Check(), line => line.Contains(problem, StringComparison.Ordinal));
        }
    }
}
