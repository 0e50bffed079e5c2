using ForumQA.PostgreSql;
using ForumQA.Storage;
using Npgsql;

namespace ForumQA.Tests.PostgreSql;

public sealed class PostgreSqlAddressTests
{
    [Theory]
    [InlineData("postgres://ada:se%20cret@db.example:5433/forum?schema=papers", "postgres://ada@db.example:5433/forum?schema=papers")]
    [InlineData("postgresql://ada@db.example/forum", "postgres://ada@db.example/forum?schema=seeds_1a2b3c4d")]
    [InlineData("Host=db.example;Username=ada;Password=se cret;Database=forum;Search Path=papers", "postgres://ada@db.example/forum?schema=papers")]
    [InlineData("Host=db.example;Database=forum", "postgres://db.example/forum?schema=seeds_1a2b3c4d")]
    public void Names_the_place_without_the_password(string connection, string name)
    {
        var address = PostgreSqlAddress.Parse(connection, "Seeds-1a2b3c4d");

        Assert.Equal(name, address.Name);
        Assert.Equal("db.example", new NpgsqlConnectionStringBuilder(address.ConnectionString).Host);
    }

    [Fact]
    public void Takes_what_a_URL_says()
    {
        var settings = new NpgsqlConnectionStringBuilder(PostgreSqlAddress.Parse(
            "postgres://ada:se%20cret@db.example:5433/forum?schema=papers&sslmode=require&connect_timeout=3&target_session_attrs=primary&Maximum%20Pool%20Size=7", "x").ConnectionString);

        Assert.Equal(("ada", "se cret", "db.example", 5433, "forum", "papers"), (settings.Username, settings.Password, settings.Host, settings.Port, settings.Database, settings.SearchPath));
        Assert.Equal((SslMode.Require, 3, "primary", 7), (settings.SslMode, settings.Timeout, settings.TargetSessionAttributes, settings.MaxPoolSize));
    }

    [Theory]
    [InlineData("postgres://")]
    [InlineData("postgres://ada@db.example/forum?schema=Papers")]
    [InlineData("postgres://ada@db.example/forum?schema=pg_toast")]
    [InlineData("postgres://ada:secret@db.example/forum?schema=a;drop")]
    [InlineData("postgres://ada:secret@db.example/forum?colour=red")]
    [InlineData("Host=db.example;Colour=red;Password=secret")]
    [InlineData("Database=forum;Password=secret")]
    public void Says_what_an_address_is_and_repeats_no_password(string connection)
    {
        var error = Assert.Throws<IndexException>(() => PostgreSqlAddress.Parse(connection, "x"));

        Assert.Equal("index-address-invalid", error.Code);
        Assert.DoesNotContain("secret", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Beijing Tokyo-Forum", "beijing_tokyo_forum")]
    [InlineData("2026-papers", "_2026_papers")]
    [InlineData("pg_papers", "_pg_papers")]
    [InlineData("東京-9f", "___9f")]
    public void Makes_a_plain_name_of_a_corpus(string corpus, string schema) => Assert.Equal(schema, PostgreSqlAddress.Parse("Host=h", corpus).Schema);

    [Fact]
    public void Keeps_the_end_of_a_long_name_which_tells_corpora_apart()
    {
        var schema = PostgreSqlAddress.Parse("Host=h", new string('a', 100) + "-1a2b3c4d").Schema;

        Assert.Equal(63, schema.Length);
        Assert.EndsWith("_1a2b3c4d", schema, StringComparison.Ordinal);
    }

    [Fact]
    public void A_program_without_the_package_says_what_is_missing() =>
        Assert.Equal("index-engine-missing", Assert.Throws<IndexException>(() => new IndexOptions { Connection = "Host=h" }.PlaceFor("/corpus", database: null)).Code);

    [Fact]
    public void A_connection_wins_over_a_path_and_an_address_in_the_path_is_one()
    {
        var database = new PostgreSqlDatabase();

        Assert.StartsWith("postgres://h/?schema=corpus_", new IndexOptions { Connection = "Host=h", Path = "index.db" }.PlaceFor("/corpus", database).Name, StringComparison.Ordinal);
        Assert.StartsWith("postgres://u@h/d?schema=corpus_", new IndexOptions { Path = "postgres://u@h/d" }.PlaceFor("/corpus", database).Name, StringComparison.Ordinal);
        Assert.Equal(Path.GetFullPath("index.db"), new IndexOptions { Path = "index.db" }.PlaceFor("/corpus", database).Name);
    }
}
