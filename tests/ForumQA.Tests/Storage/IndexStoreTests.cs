using ForumQA.Storage;
using ForumQA.Storage.Sqlite;

namespace ForumQA.Tests.Storage;

public sealed class IndexStoreTests : IndexFileTests
{
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
