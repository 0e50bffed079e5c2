using ForumQA.Storage;
using ForumQA.Tests.Storage;
using ForumQA.Text;

namespace ForumQA.Tests.PostgreSql;

/// <summary>Two instances on one database, each with its own pool and its own memory of what it has read.</summary>
[Collection(OneServer.Name)]
public sealed class TwoInstancesTests(PostgreSqlServer server) : IDisposable
{
    private readonly IndexHome _home = IndexHome.OfPostgreSql(server);

    public void Dispose() => _home.Dispose();

    [PostgreSqlFact]
    public void What_one_writes_the_other_finds_at_once()
    {
        using var one = _home.Place.OpenOrCreate();
        using var other = _home.Place.OpenExisting();
        for (var i = 0; i < 20; i++)
        {
            var word = $"kr{(char)('a' + i)}mp";
            IndexFileTests.Put(one, IndexFileTests.Sample($"{i}.md", $"It is {word}."), [1, i]);

            using var snapshot = other.OpenSnapshot();
            Assert.Single(snapshot.Words.Search([Tokenizer.WordOf(word).Stem], 10));
            Assert.Equal(i + 1, snapshot.Vectors.Search([0, 1], 100).Count);
            Assert.Single(snapshot.Spellings.Load().FindNear(word, 0));
        }
    }

    [PostgreSqlFact]
    public async Task Each_answers_from_one_state_while_another_writes()
    {
        using var writing = _home.Place.OpenOrCreate();
        Put(writing, 0);
        var done = Task.Run(() =>
        {
            for (var i = 1; i <= 60; i++)
            {
                Put(writing, i);
            }
        });

        await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => Task.Run(() =>
        {
            using var reading = _home.Place.OpenExisting();
            var last = 0L;
            while (!done.IsCompleted)
            {
                using var snapshot = reading.OpenSnapshot();
                var generation = snapshot.Run(ManifestTable.ReadGeneration);
                var texts = snapshot.Documents.List().Select(document => snapshot.Documents.Find(document.Id)!.Text).Distinct().ToList();

                // All ten documents are of the same write, and so are their words; their vectors come together, a write later.
                var word = Assert.Single(texts).Split(' ')[1].TrimEnd('.');
                Assert.Equal(10, snapshot.Words.Search([word], 20).Count);
                Assert.True(snapshot.Vectors.Search([1, 0], 20).Count is 0 or 10);
                Assert.Equal(generation, snapshot.Run(ManifestTable.ReadGeneration));
                Assert.True(generation >= last);
                last = generation;
            }
        })));

        await done;
        Assert.Empty(writing.Check());
    }

    [PostgreSqlFact]
    public async Task Two_that_write_take_turns()
    {
        using var one = _home.Place.OpenOrCreate();
        using var other = _home.Place.OpenOrCreate();
        var before = one.ReadGeneration();

        await Task.WhenAll(new[] { one, other, one, other }.Select((store, writer) => Task.Factory.StartNew(
            () =>
            {
                for (var i = 0; i < 10; i++)
                {
                    IndexFileTests.Put(store, IndexFileTests.Sample($"{(i + (2 * writer)) % 8}.md", $"Water number{i} of {writer}."));
                }
            },
            CancellationToken.None,
            TaskCreationOptions.LongRunning,
            TaskScheduler.Default)));

        Assert.Equal(before + 40, other.ReadGeneration());
        Assert.Equal((8, 8, 8), (one.ReadManifest().DocumentCount, one.ReadManifest().PassageCount, one.ReadManifest().VectorCount));
        Assert.Empty(one.Check());
    }

    private static void Put(IndexStore store, int write)
    {
        var documents = Enumerable.Range(0, 10).Select(i => IndexFileTests.Sample($"{i}.md", $"Write w{write}.")).ToList();
        store.Writer.Put(
            [.. documents.Select(document => DocumentRows.Of(document, new SourceStamp("hash", 3, DateTime.UnixEpoch), [IndexFileTests.PassageOf(document)]))], [], "m", DateTimeOffset.UnixEpoch);
        var waiting = new List<EmbeddedDocument>();
        for (var next = store.Backlog.Next(0); next is not null; next = store.Backlog.Next(next.Row))
        {
            waiting.Add(new EmbeddedDocument(next, [new float[] { 1, 0 }], []));
        }

        store.Writer.PutVectors(waiting, "m");
    }
}
