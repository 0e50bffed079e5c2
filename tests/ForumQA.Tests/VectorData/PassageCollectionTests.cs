using ForumQA.Storage;
using ForumQA.VectorData;
using Microsoft.Extensions.VectorData;
using static ForumQA.Tests.VectorData.PassageIndex;
using Order = Microsoft.Extensions.VectorData.FilteredRecordRetrievalOptions<ForumQA.VectorData.PassageRecord>;

namespace ForumQA.Tests.VectorData;

public sealed class PassageCollectionTests(PassageIndex index) : IClassFixture<PassageIndex>
{
    [Fact]
    public async Task A_record_is_a_passage_with_what_is_known_of_its_document()
    {
        var record = (await index.Passages.GetAsync("a/17.md#0"))!;

        Assert.Equal(("a/17.md#0", "a/17.md", "Water", "https://example.org/a/17.md"), (record.Id, record.DocumentId, record.DocumentTitle, record.DocumentUri));
        Assert.Equal((0, "Water", (int?)1), (record.Ordinal, record.Heading, record.Page));
        Assert.Equal(index.Store.Documents.Find("a/17.md")!.Text[record.Start..record.End], record.Text);
        Assert.Equal("Liu Song", record.Metadata["SPEAKER"]);
        Assert.Null(record.Vector);
        Assert.Null(await index.Passages.GetAsync("a/17.md#99"));
    }

    [Fact]
    public async Task Gives_vectors_to_those_who_ask()
    {
        using var snapshot = index.Store.OpenSnapshot();
        var record = (await index.Passages.GetAsync("b/18.md#1", new RecordRetrievalOptions { IncludeVectors = true }))!;

        var vector = record.Vector!.Value;
        var row = snapshot.Passages.FindRows(["b/18.md#1"])["b/18.md#1"];
        Assert.Equal(512, vector.Length);
        Assert.Equal(snapshot.Vectors.Score(vector.Span, [row])[0]!.Value, System.Numerics.Tensors.TensorPrimitives.Dot(vector.Span, vector.Span), 3);
        Assert.All(ReadAll(index.Passages.GetAsync(["a/17.md#0"], new RecordRetrievalOptions { IncludeVectors = true })), found => Assert.NotNull(found.Vector));
        Assert.All(ReadAll(index.Passages.GetAsync(r => r.Page > 0, 3, new Order { IncludeVectors = true })), found => Assert.NotNull(found.Vector));
    }

    [Fact]
    public void Several_ids_come_back_in_their_order_and_unknown_ones_not_at_all()
    {
        var found = ReadAll(index.Passages.GetAsync(["c.md#0", "nothing", "a/17.md#1", "c.md#0", "'; DROP TABLE passages; --"]));

        Assert.Equal(["c.md#0", "a/17.md#1", "c.md#0"], found.Select(record => record.Id));
        Assert.Empty(ReadAll(index.Passages.GetAsync(Array.Empty<string>())));
    }

    [Fact]
    public void Pages_follow_on_each_other_in_the_order_of_the_documents()
    {
        var all = ReadAll(index.Passages.GetAsync(record => true, 1000)).ConvertAll(record => record.Id);

        var paged = Enumerable.Range(0, 5).SelectMany(page => ReadAll(index.Passages.GetAsync(record => true, 2, new Order { Skip = 2 * page }))).Select(record => record.Id);

        Assert.Equal(8, all.Count);
        Assert.Equal(all.Order(StringComparer.Ordinal), all);
        Assert.Equal(all, paged);
    }

    [Fact]
    public void Sorts_by_properties_and_metadata_missing_values_first()
    {
        Assert.Equal(
            ["a/17.md#1", "b/18.md#0", "a/17.md#0", "a/17.md#2", "a/18.md#0", "b/18.md#1", "c.md#0", "a/18.md#1"],
            Sorted(order => order.Ascending(record => record.Page)));
        Assert.Equal(
            ["b/18.md#1", "b/18.md#0", "a/17.md#2", "a/17.md#1", "a/17.md#0", "a/18.md#1", "a/18.md#0", "c.md#0"],
            Sorted(order => order.Descending(record => record.Metadata["speaker"]).Ascending(record => record.Metadata["date"]).Descending(record => record.Ordinal)));

        List<string> Sorted(Func<Order.OrderByDefinition, Order.OrderByDefinition> order) =>
            ReadAll(index.Passages.GetAsync(record => true, 1000, new Order { OrderBy = order })).ConvertAll(record => record.Id);
    }

    [Fact]
    public void Names_what_it_cannot_sort_by()
    {
        var error = Assert.Throws<NotSupportedException>(() => index.Passages.GetAsync(
            record => true, 10, new Order { OrderBy = order => order.Ascending(record => record.Text.Length) }));

        Assert.Contains("record.Text.Length", error.Message, StringComparison.Ordinal);
        Assert.Contains("r.Metadata[\"date\"]", error.Message, StringComparison.Ordinal);
        Assert.Throws<NotSupportedException>(() => index.Passages.GetAsync(record => true, 10, new Order { OrderBy = order => order.Ascending(record => record.Vector) }));
    }

    [Fact]
    public async Task Refuses_to_write_and_names_the_indexer()
    {
        var passages = index.Passages;
        var record = (await passages.GetAsync("c.md#0"))!;

        foreach (var write in new Func<Task>[]
        {
            () => passages.UpsertAsync(record),
            () => passages.UpsertAsync([record]),
            () => passages.DeleteAsync("c.md#0"),
            () => passages.DeleteAsync(["c.md#0"]),
            () => passages.EnsureCollectionDeletedAsync(),
        })
        {
            var error = await Assert.ThrowsAsync<NotSupportedException>(write);
            Assert.Contains("forumqa index", error.Message, StringComparison.Ordinal);
            Assert.Contains("Indexer.SynchronizeAsync", error.Message, StringComparison.Ordinal);
        }

        await passages.EnsureCollectionExistsAsync();
        Assert.Equal(record.Text, (await passages.GetAsync("c.md#0"))!.Text);
        Assert.Empty(index.Store.Check());
    }

    [Fact]
    public async Task Stops_when_cancelled()
    {
        var cancelled = new CancellationToken(canceled: true);
        var passages = index.Passages;

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await passages.CollectionExistsAsync(cancelled));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await passages.GetAsync("c.md#0", cancellationToken: cancelled));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await passages.GetAsync(["c.md#0"], cancellationToken: cancelled).ToListAsync(CancellationToken.None));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await passages.GetAsync(r => true, 1).ToListAsync(cancelled));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await passages.SearchAsync("water", 1).ToListAsync(cancelled));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await passages.HybridSearchAsync("water", [], 1).ToListAsync(cancelled));
    }

    [Fact]
    public void Holds_no_state_of_the_index_while_results_are_read()
    {
        using var own = new PassageIndex();
        var results = own.Passages.GetAsync(record => record.DocumentId == "c.md", 10);
        Assert.Equal("Music \U0001d11e and rice. ", Assert.Single(ReadAll(results)).Text);

        own.Put("c.md", "New", [], ("Changed. ", null, null));

        Assert.Equal("Changed. ", Assert.Single(ReadAll(results)).Text);
    }

    [Fact]
    public void Refuses_a_top_below_one()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => index.Passages.GetAsync(record => true, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => index.Passages.SearchAsync("water", 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => index.Passages.HybridSearchAsync("water", [], 0));
    }

    [Fact]
    public void Gives_itself_its_metadata_and_what_it_stands_on()
    {
        var passages = index.Passages;
        var metadata = (VectorStoreCollectionMetadata)passages.GetService(typeof(VectorStoreCollectionMetadata))!;

        Assert.Equal(("forumqa", "passages"), (metadata.VectorStoreSystemName, metadata.CollectionName));
        Assert.Same(passages, passages.GetService(typeof(IKeywordHybridSearchable<PassageRecord>)));
        Assert.Same(index.Store, passages.GetService(typeof(IndexStore)));
        Assert.Null(passages.GetService(typeof(IndexStore), "key"));
    }
}
