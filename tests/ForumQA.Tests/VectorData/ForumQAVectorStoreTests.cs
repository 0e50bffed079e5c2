using ForumQA.Models.Embedding;
using ForumQA.Storage;
using ForumQA.VectorData;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.VectorData;

namespace ForumQA.Tests.VectorData;

public sealed class ForumQAVectorStoreTests(PassageIndex index) : IClassFixture<PassageIndex>
{
    [Fact]
    public async Task Has_the_one_collection_of_passages()
    {
        var collection = index.VectorStore.GetCollection<string, PassageRecord>("passages");

        Assert.IsType<PassageCollection>(collection);
        Assert.Equal("passages", collection.Name);
        Assert.Equal(["passages"], await index.VectorStore.ListCollectionNamesAsync().ToListAsync());
        Assert.True(await index.VectorStore.CollectionExistsAsync("passages"));
        Assert.True(await collection.CollectionExistsAsync());
        Assert.False(await index.VectorStore.CollectionExistsAsync("documents"));
    }

    [Fact]
    public async Task Can_be_had_before_there_is_an_index_and_sees_it_once_it_is_made()
    {
        using var folder = new TemporaryFolder();
        using var embedder = new CharacterGramEmbeddingGenerator();
        using var services = PassageIndex.Compose(folder["index.db"], embedder);
        var store = services.GetRequiredService<VectorStore>();
        var collection = store.GetCollection<string, PassageRecord>("passages");

        Assert.False(await store.CollectionExistsAsync("passages"));
        Assert.Empty(await store.ListCollectionNamesAsync().ToListAsync());
        Assert.Contains("forumqa index", (await Assert.ThrowsAsync<NotSupportedException>(() => collection.EnsureCollectionExistsAsync())).Message, StringComparison.Ordinal);
        Assert.Equal("index-missing", (await Assert.ThrowsAsync<IndexException>(async () => await collection.GetAsync("a"))).Code);

        IndexStore.OpenOrCreate(folder["index.db"]).Dispose();

        Assert.True(await store.CollectionExistsAsync("passages"));
        await collection.EnsureCollectionExistsAsync();
        Assert.Null(await collection.GetAsync("a"));
        Assert.Empty(PassageIndex.ReadAll(collection.SearchAsync("water", 3)));
        Assert.Empty(PassageIndex.ReadAll(((PassageCollection)collection).HybridSearchAsync("water", [], 3)));
    }

    [Fact]
    public async Task Says_what_is_wrong_with_an_index_rather_than_that_there_is_none()
    {
        using var folder = new TemporaryFolder();
        using var embedder = new CharacterGramEmbeddingGenerator();
        using var services = PassageIndex.Compose(folder.Write("index.db", "A letter to my mother."), embedder);

        var error = await Assert.ThrowsAsync<IndexException>(() => services.GetRequiredService<VectorStore>().CollectionExistsAsync("passages"));

        Assert.Equal("not-an-index", error.Code);
    }

    [Fact]
    public void Refuses_other_collections_types_and_definitions_and_names_the_call_that_works()
    {
        var store = index.VectorStore;

        Assert.Contains("'passages'", Assert.Throws<ArgumentException>(() => store.GetCollection<string, PassageRecord>("documents")).Message, StringComparison.Ordinal);
        foreach (var error in new[]
        {
            Assert.Throws<NotSupportedException>(() => store.GetCollection<Guid, PassageRecord>("passages")),
            Assert.Throws<NotSupportedException>(() => store.GetCollection<string, Passage>("passages")),
            Assert.Throws<NotSupportedException>(() => store.GetDynamicCollection("passages", new VectorStoreCollectionDefinition())),
        })
        {
            Assert.Contains("GetCollection<string, PassageRecord>(\"passages\")", error.Message, StringComparison.Ordinal);
        }

        Assert.Contains("Leave out the definition", Assert.Throws<NotSupportedException>(
            () => store.GetCollection<string, PassageRecord>("passages", new VectorStoreCollectionDefinition())).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Does_not_delete_its_collection()
    {
        var error = await Assert.ThrowsAsync<NotSupportedException>(() => index.VectorStore.EnsureCollectionDeletedAsync("passages"));

        Assert.Contains("forumqa index", error.Message, StringComparison.Ordinal);
        await index.VectorStore.EnsureCollectionDeletedAsync("documents");
        Assert.NotEmpty(index.ReadAll());
    }

    [Fact]
    public void Gives_itself_its_metadata_and_what_it_stands_on()
    {
        var store = index.VectorStore;

        Assert.Same(store, store.GetService(typeof(VectorStore)));
        Assert.Equal("forumqa", ((VectorStoreMetadata)store.GetService(typeof(VectorStoreMetadata))!).VectorStoreSystemName);
        Assert.Same(index.Store, store.GetService(typeof(IndexStore)));
        Assert.Null(store.GetService(typeof(VectorStore), "key"));
        Assert.Null(store.GetService(typeof(Uri)));
    }

    [Fact]
    public void A_store_registered_before_wins()
    {
        using var services = new ServiceCollection()
            .AddSingleton<VectorStore>(index.VectorStore)
            .AddForumQA(new ConfigurationBuilder().Build())
            .BuildServiceProvider();

        Assert.Same(index.VectorStore, services.GetRequiredService<VectorStore>());
    }
}
