using System.Data.Common;
using ForumQA.Storage;
using ForumQA.Tests.PostgreSql;
using ForumQA.Text;

namespace ForumQA.Tests.Storage;

/// <summary>What every engine does: documents, passages, words and vectors, whole or not at all.</summary>
public abstract class IndexContractTests : IDisposable
{
    private static readonly DateTimeOffset Now = new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);
    private static readonly SourceStamp Source = new("hash", 3, Now.UtcDateTime);

    private readonly IndexHome _home;

    protected IndexContractTests(IndexHome home) => _home = home;

    public void Dispose()
    {
        _home.Dispose();
        GC.SuppressFinalize(this);
    }

    [EngineFact]
    public void Gives_back_a_document_as_it_was_put()
    {
        using var store = _home.Place.OpenOrCreate();
        var document = Sample("a.md", "Heading\n\nData are like water 水 💧.") with
        {
            Metadata = new SortedDictionary<string, string>(StringComparer.Ordinal) { ["event"] = "17th" },
            Headings = [new DocumentHeading(0, 7, 1, "Heading")],
            Pages = [new DocumentPage(0, 1)],
        };

        Put(store, document);

        var found = store.Documents.Find("a.md");
        Assert.NotNull(found);
        Assert.Equal(document.Text, found.Text);
        Assert.Equal(document.Metadata, found.Metadata);
        Assert.Equal(document.Headings, found.Headings);
        Assert.Equal(document.Pages, found.Pages);
        Assert.Equal(document.ContentHash, store.Documents.List().Single().ContentHash);
        Assert.Empty(store.Check());
    }

    [EngineFact]
    public void Made_anew_counts_from_where_no_index_there_has_come_before()
    {
        long last;
        using (var earlier = _home.Place.OpenOrCreate())
        {
            Put(earlier, Sample("a.md", "Whose this is."));
            last = earlier.ReadGeneration();
        }

        _home.Place.Discard();
        using var store = _home.Place.OpenOrCreate();

        // Else who holds something of the earlier index in memory would take it for one of this.
        Assert.True(store.ReadGeneration() > last);
    }

    [EngineFact]
    public void Leaves_nothing_behind_of_a_document_that_is_replaced_or_deleted()
    {
        using var store = _home.Place.OpenOrCreate();
        Put(store, Sample("a.md", "Old words about water."));
        Put(store, Sample("a.md", "New words about logistics."));
        Put(store, Sample("b.md", "Words about robots."));

        store.Writer.Delete("b.md");

        Assert.Empty(Words(store, "water"));
        Assert.Empty(Words(store, "robots"));
        Assert.Single(Words(store, "logistics"));
        var manifest = store.ReadManifest();
        Assert.Equal((1, 1, 1), (manifest.DocumentCount, manifest.PassageCount, manifest.VectorCount));
        Assert.Empty(store.Check());
    }

    [EngineFact]
    public void Writes_a_document_whole_or_not_at_all()
    {
        using var store = _home.Place.OpenOrCreate();
        Put(store, Sample("a.md", "Old words about water."));
        var document = Sample("a.md", "New words.");
        var passage = PassageOf(document);

        // The second passage repeats the first one's id, which the schema forbids.
        Assert.ThrowsAny<DbException>(() => store.Writer.Put(
            document, Source, [passage, passage with { Ordinal = 1 }], [new float[] { 1, 0 }, new float[] { 1, 0 }], "m", Now));

        Assert.Equal("Old words about water.", store.Documents.Find("a.md")!.Text);
        Assert.Single(Words(store, "water"));
        Assert.Empty(store.Check());
    }

    [EngineFact]
    public void Writes_all_documents_of_a_batch_or_none()
    {
        using var store = _home.Place.OpenOrCreate();
        Put(store, Sample("b.md", "Old words about water."));
        var (first, second) = (Sample("a.md", "Words of another file."), Sample("b.md", "New words."));
        var passage = PassageOf(second);

        Assert.ThrowsAny<DbException>(() => store.Writer.Put(
            [DocumentRows.Of(first, Source, [PassageOf(first)]), DocumentRows.Of(second, Source, [passage, passage with { Ordinal = 1 }])], [], "m", Now));

        Assert.Equal("Old words about water.", Assert.Single(store.Documents.List().Select(document => store.Documents.Find(document.Id)!.Text)));
        Assert.Single(Words(store, "water"));
        Assert.Empty(store.Check());
    }

    [EngineFact]
    public void Refuses_vectors_of_another_model_or_dimension()
    {
        using var store = _home.Place.OpenOrCreate();
        store.Writer.Begin("/corpus", "m", "c", rebuild: false);
        Put(store, Sample("a.md", "Water."));
        var other = Sample("b.md", "Robots.");

        var model = Assert.Throws<IndexException>(() => store.Writer.Put(other, Source, [PassageOf(other)], [new float[] { 1, 2 }], "n", Now));
        var dimensions = Assert.Throws<IndexException>(() => store.Writer.Put(other, Source, [PassageOf(other)], [new float[] { 1, 2, 3 }], "m", Now));

        Assert.Equal("embedding-model-changed", model.Code);
        Assert.Equal("embedding-dimensions-changed", dimensions.Code);
        Assert.Null(store.Documents.Find("b.md"));
    }

    [EngineFact]
    public void Ranks_vectors_by_inner_product_and_sees_what_was_written_since()
    {
        using var store = _home.Place.OpenOrCreate();
        Put(store, Sample("a.md", "A."), [1, 0]);
        Put(store, Sample("b.md", "B."), [0, 1]);
        Assert.Equal(["b.md", "a.md"], Search(store, [0.1f, 1]));

        Put(store, Sample("c.md", "C."), [0, 2]);

        Assert.Equal(["c.md", "b.md"], Search(store, [0.1f, 1], limit: 2));
    }

    [EngineFact]
    public void Lists_documents_by_their_ids_and_a_page_at_a_time()
    {
        using var store = _home.Place.OpenOrCreate();
        foreach (var id in new[] { "b.md", "a.md", "B.md", "c.md" })
        {
            Put(store, Sample(id, "Words of " + id));
        }

        Assert.Equal(["B.md", "a.md", "b.md", "c.md"], store.Documents.List().Select(document => document.Id));
        Assert.Equal(["b.md"], store.Documents.List(after: "a.md", limit: 1).Select(document => document.Id));
        Assert.Equal((4, 4), (store.Documents.Count(), store.Passages.Count()));
    }

    [EngineFact]
    public void Gives_back_a_passage_as_it_was_put_and_in_the_order_asked_for()
    {
        using var store = _home.Place.OpenOrCreate();
        var document = Sample("a.md", "Water. Robots.");
        Passage[] passages =
        [
            PassageOf(document) with { End = 6, Text = "Water.", Heading = "Rivers", Page = 3 },
            PassageOf(document) with { Id = "a.md#1", Ordinal = 1, Start = 7, Text = "Robots." },
        ];
        store.Writer.Put(document, Source, passages, [], "m", Now);
        using var snapshot = store.OpenSnapshot();
        var rows = snapshot.Passages.FindRows(["a.md#1", "a.md#0", "gone"]);

        Assert.Empty(store.Check());
        Assert.Equal(passages, store.Passages.ListByDocument("a.md"));
        Assert.Equal(passages[1], store.Passages.Find("a.md#1"));
        Assert.Null(store.Passages.Find("gone"));
        Assert.Equal(2, rows.Count);
        var loaded = snapshot.Passages.Load([rows["a.md#1"], 99, rows["a.md#0"]]);
        Assert.Equal(["a.md#1", "a.md#0"], loaded.Select(row => row.Passage.Id));
        Assert.Equal(("Title of a.md", "a.md"), (loaded[0].DocumentTitle, loaded[0].DocumentUri));
    }

    [EngineFact]
    public async Task Serves_readers_while_it_is_written_to()
    {
        using var store = _home.Place.OpenOrCreate();
        Put(store, Sample("0.md", "Water number 0."), [1, 0]);
        var writing = Task.Run(() =>
        {
            for (var i = 1; i <= 100; i++)
            {
                Put(store, Sample($"{i % 10}.md", $"Water number {i}."), [1, i]);
            }
        });

        while (!writing.IsCompleted)
        {
            Assert.NotEmpty(Words(store, "water"));
            Assert.NotEmpty(Search(store, [1, 1]));
            Assert.All(store.Documents.List(), document => Assert.Equal(1, document.PassageCount));
        }

        await writing;
        Assert.Empty(store.Check());
    }

    private static IReadOnlyList<ScoredRow> Words(IndexStore store, string word)
    {
        using var snapshot = store.OpenSnapshot();
        return snapshot.Words.Search([Tokenizer.WordOf(word).Stem], 20);
    }

    private static List<string> Search(IndexStore store, float[] query, int limit = 10)
    {
        using var snapshot = store.OpenSnapshot();
        return [.. snapshot.Passages.Load([.. snapshot.Vectors.Search(query, limit).Select(row => row.Row)]).Select(row => row.Passage.DocumentId)];
    }

    private static Document Sample(string id, string text) => IndexFileTests.Sample(id, text);

    private static Passage PassageOf(Document document) => IndexFileTests.PassageOf(document);

    private static void Put(IndexStore store, Document document, float[]? vector = null) => IndexFileTests.Put(store, document, vector);

    public sealed class OnSqlite() : IndexContractTests(IndexHome.OfSqlite());

    [Collection(OneServer.Name)]
    public sealed class OnPostgreSql(PostgreSqlServer server) : IndexContractTests(IndexHome.OfPostgreSql(server));
}
