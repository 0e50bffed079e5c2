using ForumQA.Storage;
using ForumQA.Storage.Sqlite;
using ForumQA.Text;
using Microsoft.Data.Sqlite;

namespace ForumQA.Tests.Storage;

public sealed class IndexStoreTests : IndexFileTests
{
    [Fact]
    public void Gives_back_a_document_as_it_was_put()
    {
        using var store = IndexStore.OpenOrCreate(IndexPath);
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

    [Fact]
    public void Leaves_nothing_behind_of_a_document_that_is_replaced_or_deleted()
    {
        using var store = IndexStore.OpenOrCreate(IndexPath);
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

    [Fact]
    public void Is_made_once_by_many_who_open_it_at_once()
    {
        for (var round = 0; round < 10; round++)
        {
            var path = _folder[$"{round}.db"];
            Parallel.For(0, 4, _ => IndexStore.OpenOrCreate(path).Dispose());

            using var store = IndexStore.OpenExisting(path);
            Assert.Empty(store.Check());
        }
    }

    [Fact]
    public void Writes_a_document_whole_or_not_at_all()
    {
        using var store = IndexStore.OpenOrCreate(IndexPath);
        Put(store, Sample("a.md", "Old words about water."));
        var document = Sample("a.md", "New words.");
        var passage = PassageOf(document);

        // The second passage repeats the first one's id, which the schema forbids.
        Assert.Throws<SqliteException>(() => store.Writer.Put(
            document, Source, [passage, passage with { Ordinal = 1 }], [new float[] { 1, 0 }, new float[] { 1, 0 }], "m", Now));

        Assert.Equal("Old words about water.", store.Documents.Find("a.md")!.Text);
        Assert.Single(Words(store, "water"));
        Assert.Empty(store.Check());
    }

    [Fact]
    public void Writes_all_documents_of_a_batch_or_none()
    {
        using var store = IndexStore.OpenOrCreate(IndexPath);
        Put(store, Sample("b.md", "Old words about water."));
        var (first, second) = (Sample("a.md", "Words of another file."), Sample("b.md", "New words."));
        var passage = PassageOf(second);

        Assert.Throws<SqliteException>(() => store.Writer.Put(
            [DocumentRows.Of(first, Source, [PassageOf(first)]), DocumentRows.Of(second, Source, [passage, passage with { Ordinal = 1 }])], [], "m", Now));

        Assert.Equal("Old words about water.", Assert.Single(store.Documents.List().Select(document => store.Documents.Find(document.Id)!.Text)));
        Assert.Single(Words(store, "water"));
        Assert.Empty(store.Check());
    }

    [Fact]
    public void Refuses_vectors_of_another_model_or_dimension()
    {
        using var store = IndexStore.OpenOrCreate(IndexPath);
        store.Writer.Begin(_folder.Path, "m", "c", rebuild: false);
        Put(store, Sample("a.md", "Water."));
        var other = Sample("b.md", "Robots.");

        var model = Assert.Throws<IndexException>(() => store.Writer.Put(other, Source, [PassageOf(other)], [new float[] { 1, 2 }], "n", Now));
        var dimensions = Assert.Throws<IndexException>(() => store.Writer.Put(other, Source, [PassageOf(other)], [new float[] { 1, 2, 3 }], "m", Now));

        Assert.Equal("embedding-model-changed", model.Code);
        Assert.Equal("embedding-dimensions-changed", dimensions.Code);
        Assert.Null(store.Documents.Find("b.md"));
    }

    [Fact]
    public void Ranks_vectors_by_inner_product_and_sees_what_was_written_since()
    {
        using var store = IndexStore.OpenOrCreate(IndexPath);
        Put(store, Sample("a.md", "A."), [1, 0]);
        Put(store, Sample("b.md", "B."), [0, 1]);
        Assert.Equal(["b.md", "a.md"], Search(store, [0.1f, 1]));

        Put(store, Sample("c.md", "C."), [0, 2]);

        Assert.Equal(["c.md", "b.md"], Search(store, [0.1f, 1], limit: 2));
    }

    [Fact]
    public void Says_that_there_is_no_index()
    {
        var error = Assert.Throws<IndexException>(() => IndexStore.OpenExisting(IndexPath));

        Assert.Equal("index-missing", error.Code);
        Assert.Contains("forumqa index", error.Message, StringComparison.Ordinal);
        Assert.False(File.Exists(IndexPath));
    }

    [Fact]
    public void Leaves_a_file_that_is_not_a_database_untouched()
    {
        _folder.Write("index.db", "A letter to my mother, long enough to be taken for a database header if nobody looked inside it.");
        var before = File.ReadAllBytes(IndexPath);

        Assert.Equal("not-an-index", Assert.Throws<IndexException>(() => IndexStore.OpenOrCreate(IndexPath)).Code);
        Assert.Equal("not-an-index", Assert.Throws<IndexException>(() => IndexStore.OpenExisting(IndexPath)).Code);
        Assert.Equal("not-an-index", Assert.Throws<IndexException>(() => IndexStore.Discard(IndexPath)).Code);
        Assert.Equal(before, File.ReadAllBytes(IndexPath));
    }

    [Theory]
    [InlineData("CREATE TABLE recipes (name TEXT)")]
    [InlineData("PRAGMA application_id = 7")]
    [InlineData("PRAGMA user_version = 1")]
    public void Leaves_another_programs_database_untouched(string sql)
    {
        Execute(sql);

        Assert.Equal("not-an-index", Assert.Throws<IndexException>(() => IndexStore.OpenOrCreate(IndexPath)).Code);
        Assert.Equal("not-an-index", Assert.Throws<IndexException>(() => IndexStore.OpenExisting(IndexPath)).Code);
        Assert.Equal("not-an-index", Assert.Throws<IndexException>(() => IndexStore.Discard(IndexPath)).Code);
        Assert.True(File.Exists(IndexPath));
    }

    [Fact]
    public void Refuses_an_index_of_a_newer_schema_and_names_both_remedies()
    {
        using (IndexStore.OpenOrCreate(IndexPath))
        {
        }

        Execute("PRAGMA user_version = 999");

        foreach (var open in new Func<string, IndexStore>[] { IndexStore.OpenExisting, IndexStore.OpenOrCreate })
        {
            var error = Assert.Throws<IndexException>(() => open(IndexPath));
            Assert.Equal("index-newer", error.Code);
            Assert.Contains("--rebuild", error.Message, StringComparison.Ordinal);
        }

        IndexStore.Discard(IndexPath);
        using var store = IndexStore.OpenOrCreate(IndexPath);
        Assert.Empty(store.Check());
    }

    [Fact]
    public void Opens_no_older_index_for_reading_and_brings_it_up_to_date_for_writing()
    {
        using (IndexStore.OpenOrCreate(IndexPath))
        {
        }

        Execute("DROP TABLE unreadable_files; PRAGMA user_version = 4");

        Assert.Equal("index-older", Assert.Throws<IndexException>(() => IndexStore.OpenExisting(IndexPath)).Code);
        using var store = IndexStore.OpenOrCreate(IndexPath);
        Assert.Equal(IndexSchema.CurrentVersion, store.ReadManifest().SchemaVersion);
        Assert.Empty(store.Check());
    }

    [Fact]
    public void Makes_the_folders_an_index_is_to_stand_in_and_says_where_it_cannot()
    {
        using (IndexStore.OpenOrCreate(_folder["new/deeper/index.db"]))
        {
        }

        _folder.Write("file", "A file where a folder should be.");
        var refused = Assert.Throws<IndexException>(() => IndexStore.OpenOrCreate(_folder["file/index.db"]));

        Assert.True(File.Exists(_folder["new/deeper/index.db"]));
        Assert.Equal("index-unreadable", refused.Code);
        Assert.Contains(_folder["file/index.db"], refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_empty_file_is_no_index_to_read()
    {
        _folder.Write("index.db", "");

        Assert.Equal("not-an-index", Assert.Throws<IndexException>(() => IndexStore.OpenExisting(IndexPath)).Code);
    }

    [Fact]
    public void Discards_an_index_with_all_its_files_and_minds_not_that_there_is_none()
    {
        IndexStore.Discard(IndexPath);
        using (var store = IndexStore.OpenOrCreate(IndexPath))
        {
            Put(store, Sample("a.md", "Water."));
        }

        File.WriteAllText(IndexPath + "-wal", "");
        File.WriteAllText(IndexPath + "-shm", "");

        IndexStore.Discard(IndexPath);

        Assert.Empty(Directory.GetFiles(_folder.Path));
    }

    [Fact]
    public void Lists_documents_by_their_ids_and_a_page_at_a_time()
    {
        using var store = IndexStore.OpenOrCreate(IndexPath);
        foreach (var id in new[] { "b.md", "a.md", "B.md", "c.md" })
        {
            Put(store, Sample(id, "Words of " + id));
        }

        Assert.Equal(["B.md", "a.md", "b.md", "c.md"], store.Documents.List().Select(document => document.Id));
        Assert.Equal(["b.md"], store.Documents.List(after: "a.md", limit: 1).Select(document => document.Id));
        Assert.Equal((4, 4), (store.Documents.Count(), store.Passages.Count()));
    }

    [Fact]
    public void Gives_back_a_passage_as_it_was_put_and_in_the_order_asked_for()
    {
        using var store = IndexStore.OpenOrCreate(IndexPath);
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

    [Fact]
    public async Task Serves_readers_while_it_is_written_to()
    {
        using var store = IndexStore.OpenOrCreate(IndexPath);
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

    [Fact]
    public void Knows_the_metadata_of_an_index_made_before_there_was_a_table_for_it()
    {
        using (var old = IndexStore.OpenOrCreate(IndexPath))
        {
            Put(old, Sample("a.md", "Words.") with { Metadata = new Dictionary<string, string> { ["event"] = "Forum", ["Event"] = "Forum" } });
        }

        Execute("DROP TABLE document_metadata; DROP TABLE passage_vectors; DROP TABLE sentence_vectors; CREATE TABLE vectors (passage); PRAGMA user_version = 1");

        using var store = IndexStore.OpenOrCreate(IndexPath);
        using var snapshot = store.OpenSnapshot();
        Assert.Single(snapshot.Metadata.FindDocuments("event", "forum"));
    }
}
