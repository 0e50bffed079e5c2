using ForumQA.Storage;
using ForumQA.Tests.Ingestion;
using ForumQA.Tests.PostgreSql;
using ForumQA.Text.Mentions;

namespace ForumQA.Tests.Storage;

public abstract class MentionTableTests(IndexHome home) : IDisposable
{
    private readonly IndexedCorpus _corpus = new();

    public void Dispose()
    {
        _corpus.Dispose();
        home.Dispose();
        GC.SuppressFinalize(this);
    }

    [EngineFact]
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

    [EngineFact]
    public async Task Tells_people_of_one_name_apart_by_their_organizations()
    {
        Write("a.md", "Liu Song, Vice President of Alibaba, spoke.");
        Write("b.md", "Liu Song, vice president of Pingkai Xingchen, spoke.");

        var names = await ReadAsync(table => table.Names(MentionKind.Person));
        var mentions = await ReadAsync(table => table.Of(MentionKind.Person, "liu song (pingkai xingchen)"));

        Assert.Equal(["liu song (alibaba)", "liu song (pingkai xingchen)"], names.Select(name => name.Key));
        Assert.Equal("b.md", Assert.Single(mentions).DocumentId);
    }

    [EngineFact]
    public async Task Knows_whose_surname_stands_in_another_document()
    {
        Write("a.md", "Taro Shimada, Senior VP of Toshiba, spoke.");
        Write("b.md", "Professor Shimada agreed.");

        var mentions = await ReadAsync(table => table.Of(MentionKind.Person, "taro shimada"));

        Assert.Equal([("a.md", "Taro Shimada"), ("b.md", "Taro Shimada")], mentions.Select(mention => (mention.DocumentId, mention.Name)));
    }

    [EngineFact]
    public async Task Finds_names_by_any_of_their_words_but_not_by_words_that_say_nothing()
    {
        Write("a.md", "Taro Shimada, Senior VP of Toshiba, told the 17th Beijing-Tokyo Forum about the Bank of England.");

        var names = await ReadAsync(table => table.NamesWith(["shimada", "forum", "of", "unknown"]));

        Assert.Equal(["Taro Shimada", "17th Beijing-Tokyo Forum"], names.Select(name => name.Name));
    }

    [EngineFact]
    public async Task Lists_the_mentions_of_a_document_in_the_order_of_its_text()
    {
        Write("a.md", "Hitachi came. Taro Shimada, Senior VP of Toshiba, told the 17th Beijing-Tokyo Forum so.");

        var mentions = await ReadAsync(table => table.InDocument("a.md"));

        Assert.Equal(["Hitachi", "Taro Shimada", "Toshiba", "17th Beijing-Tokyo Forum"], mentions.Select(mention => mention.Name));
        Assert.All(mentions, mention => Assert.InRange(mention.Start, mention.SentenceStart, mention.SentenceEnd));
    }

    [EngineFact]
    public async Task Forgets_the_mentions_of_a_document_that_is_gone_or_changed()
    {
        Write("a.md", "Taro Shimada, Senior VP of Toshiba, spoke.");
        Write("b.md", "Norihiro Suzuki, a director of Hitachi, spoke.");
        await ReadAsync(table => table.Names(MentionKind.Person));

        File.Delete(_corpus.Corpus["a.md"]);
        Write("b.md", "Toshio Iwamoto, an advisor of Hitachi, spoke.");

        Assert.Equal(["Toshio Iwamoto"], (await ReadAsync(table => table.Names(MentionKind.Person))).Select(name => name.Name));
        Assert.Equal(0, home.Execute("DELETE FROM mentions WHERE name NOT IN (SELECT id FROM names)"));
        Assert.Equal(0, home.Execute("DELETE FROM names WHERE document NOT IN (SELECT id FROM documents)"));
        Assert.Equal(0, home.Execute("DELETE FROM name_words WHERE word = 'shimada'"));
    }

    [EngineFact]
    public async Task Reads_mentions_anew_that_another_version_read_and_embeds_nothing_for_it()
    {
        Write("a.md", "Taro Shimada, Senior VP of Toshiba, spoke.");
        await ReadAsync(table => table.Names(MentionKind.Person));
        home.Execute("UPDATE mention_versions SET version = 0");
        home.Execute("DELETE FROM names");
        var requests = _corpus.Embedder.Requests;

        Assert.Single(await ReadAsync(table => table.Names(MentionKind.Person)));
        Assert.Equal(requests, _corpus.Embedder.Requests);
    }

    private void Write(string file, string text) => _corpus.Corpus.Write(file, text);

    private async Task<T> ReadAsync<T>(Func<MentionTable, T> read)
    {
        using var store = home.Place.OpenOrCreate();
        await _corpus.SynchronizeAsync(store);
        using var snapshot = store.OpenSnapshot();
        return read(snapshot.Mentions);
    }

    public sealed class OnSqlite() : MentionTableTests(IndexHome.OfSqlite());

    [Collection(OneServer.Name)]
    public sealed class OnPostgreSql(PostgreSqlServer server) : MentionTableTests(IndexHome.OfPostgreSql(server));
}
