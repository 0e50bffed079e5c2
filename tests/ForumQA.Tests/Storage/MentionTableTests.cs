using ForumQA.Storage;
using ForumQA.Storage.Sqlite;
using ForumQA.Tests.Ingestion;
using ForumQA.Text.Mentions;
using Microsoft.Data.Sqlite;

namespace ForumQA.Tests.Storage;

public sealed class MentionTableTests : IDisposable
{
    private readonly IndexedCorpus _corpus = new();

    public void Dispose() => _corpus.Dispose();

    [Fact]
    public async Task Names_people_with_what_all_documents_say_of_them()
    {
        Write("a.md", "Taro Shimada, Senior VP of Toshiba, spoke first. Shimada thanked the hosts.");
        Write("b.md", "Taro Shimada, an executive officer at Toshiba, spoke last.");

        var name = Assert.Single(await ReadAsync(table => table.Names(MentionKind.Person)));

        Assert.Equal(("Taro Shimada", "taro shimada", 3), (name.Name, name.Key, name.Count));
        Assert.Equal(["Senior VP of Toshiba", "executive officer at Toshiba"], name.Details);
        Assert.Equal(["a.md", "b.md"], name.Documents);
        Assert.Equal(["Shimada"], name.Aliases);
    }

    [Fact]
    public async Task Tells_people_of_one_name_apart_by_their_organizations()
    {
        Write("a.md", "Liu Song, Vice President of Alibaba, spoke.");
        Write("b.md", "Liu Song, vice president of Pingkai Xingchen, spoke.");

        var names = await ReadAsync(table => table.Names(MentionKind.Person));
        var mentions = await ReadAsync(table => table.Of(MentionKind.Person, "liu song (pingkai xingchen)"));

        Assert.Equal(["liu song (alibaba)", "liu song (pingkai xingchen)"], names.Select(name => name.Key));
        Assert.Equal("b.md", Assert.Single(mentions).DocumentId);
    }

    [Fact]
    public async Task Knows_whose_surname_stands_in_another_document()
    {
        Write("a.md", "Taro Shimada, Senior VP of Toshiba, spoke.");
        Write("b.md", "Professor Shimada agreed.");

        var mentions = await ReadAsync(table => table.Of(MentionKind.Person, "taro shimada"));

        Assert.Equal([("a.md", "Taro Shimada"), ("b.md", "Taro Shimada")], mentions.Select(mention => (mention.DocumentId, mention.Name)));
    }

    [Fact]
    public async Task Finds_names_by_any_of_their_words_but_not_by_words_that_say_nothing()
    {
        Write("a.md", "Taro Shimada, Senior VP of Toshiba, told the 17th Beijing-Tokyo Forum about the Bank of England.");

        var names = await ReadAsync(table => table.NamesWith(["shimada", "forum", "of", "unknown"]));

        Assert.Equal(["Taro Shimada", "17th Beijing-Tokyo Forum"], names.Select(name => name.Name));
    }

    [Fact]
    public async Task Lists_the_mentions_of_a_document_in_the_order_of_its_text()
    {
        Write("a.md", "Hitachi came. Taro Shimada, Senior VP of Toshiba, told the 17th Beijing-Tokyo Forum so.");

        var mentions = await ReadAsync(table => table.InDocument("a.md"));

        Assert.Equal(["Hitachi", "Taro Shimada", "Toshiba", "17th Beijing-Tokyo Forum"], mentions.Select(mention => mention.Name));
        Assert.All(mentions, mention => Assert.InRange(mention.Start, mention.SentenceStart, mention.SentenceEnd));
    }

    [Fact]
    public async Task Forgets_the_mentions_of_a_document_that_is_gone_or_changed()
    {
        Write("a.md", "Taro Shimada, Senior VP of Toshiba, spoke.");
        Write("b.md", "Norihiro Suzuki, a director of Hitachi, spoke.");
        await ReadAsync(table => table.Names(MentionKind.Person));

        File.Delete(_corpus.Corpus["a.md"]);
        Write("b.md", "Toshio Iwamoto, an advisor of Hitachi, spoke.");

        Assert.Equal(["Toshio Iwamoto"], (await ReadAsync(table => table.Names(MentionKind.Person))).Select(name => name.Name));
        Assert.Equal(0L, Scalar("SELECT COUNT(*) FROM mentions WHERE name NOT IN (SELECT id FROM names)"));
        Assert.Equal(1L, Scalar("SELECT COUNT(DISTINCT document) FROM names"));
        Assert.Equal(0L, Scalar("SELECT COUNT(*) FROM name_words WHERE word = 'shimada'"));
    }

    [Fact]
    public async Task Reads_mentions_anew_that_another_version_read_and_embeds_nothing_for_it()
    {
        Write("a.md", "Taro Shimada, Senior VP of Toshiba, spoke.");
        await ReadAsync(table => table.Names(MentionKind.Person));
        Query("UPDATE mention_versions SET version = 0; DELETE FROM names", row => row.GetInt64(0));
        var requests = _corpus.Embedder.Requests;

        Assert.Single(await ReadAsync(table => table.Names(MentionKind.Person)));
        Assert.Equal(requests, _corpus.Embedder.Requests);
    }

    [Fact]
    public async Task Looks_names_up_by_an_index_and_scans_nothing()
    {
        Write("a.md", "Taro Shimada, Senior VP of Toshiba, spoke.");
        await ReadAsync(table => table.Names(MentionKind.Person));

        var plan = Query(
            "EXPLAIN QUERY PLAN SELECT DISTINCT kind, key FROM name_words WHERE word IN (SELECT value FROM json_each('[\"a\"]'))", row => row.GetString(3));

        Assert.Contains(plan, step => step.StartsWith("SEARCH name_words USING PRIMARY KEY", StringComparison.Ordinal));
        Assert.DoesNotContain(plan, step => step.StartsWith("SCAN name_words", StringComparison.Ordinal));
    }

    private void Write(string file, string text) => _corpus.Corpus.Write(file, text);

    private long Scalar(string sql) => Assert.Single(Query(sql, row => row.GetInt64(0)));

    private List<T> Query<T>(string sql, Func<SqliteDataReader, T> read)
    {
        using var connection = new SqliteConnection($"Data Source={_corpus.Home["index.db"]};Pooling=False");
        connection.Open();
        return connection.Query(sql, read);
    }

    private async Task<T> ReadAsync<T>(Func<MentionTable, T> read)
    {
        using var store = _corpus.OpenStore();
        await _corpus.SynchronizeAsync(store);
        using var snapshot = store.OpenSnapshot();
        return read(snapshot.Mentions);
    }
}
