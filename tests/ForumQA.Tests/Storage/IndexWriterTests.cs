using ForumQA.Storage;
using ForumQA.Tests.PostgreSql;
using ForumQA.Text;
using ForumQA.Text.Mentions;

namespace ForumQA.Tests.Storage;

/// <summary>What a run may and may not do to an index that holds something.</summary>
public abstract class IndexWriterTests : IDisposable
{
    private const string Model = "m";
    private const string Chunking = "c";

    private static readonly DateTimeOffset Now = new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);
    private static readonly SourceStamp Source = new("hash", 3, Now.UtcDateTime);

    private readonly IndexHome _home;
    private readonly IndexStore _store;

    protected IndexWriterTests(IndexHome home)
    {
        _home = home;
        _store = home.Place.OpenOrCreate();
        _store.Writer.Begin("/corpus", Model, Chunking, rebuild: false);
    }

    public void Dispose()
    {
        _store.Dispose();
        _home.Dispose();
        GC.SuppressFinalize(this);
    }

    [EngineFact]
    public void Takes_another_corpus_only_when_everything_is_to_be_made_again()
    {
        var refused = Assert.Throws<IndexException>(() => _store.Writer.Begin("/other", Model, Chunking, rebuild: false));

        Assert.Equal("index-other-corpus", refused.Code);
        Assert.Contains("'/corpus', not from '/other'", refused.Message, StringComparison.Ordinal);
        Assert.Equal("/corpus", _store.ReadManifest().Corpus);
        _store.Writer.Begin("/other", Model, Chunking, rebuild: true);
        Assert.Equal("/other", _store.ReadManifest().Corpus);
    }

    [EngineTheory]
    [InlineData(Model, Chunking, false, true, true)]
    [InlineData(Model, "other", false, true, false)]
    [InlineData("other", Chunking, false, false, false)]
    [InlineData(Model, Chunking, true, false, true)]
    public void Drops_what_another_model_or_cut_makes_wrong_and_nothing_else(string model, string chunking, bool rebuild, bool keepsVectors, bool keepsThreshold)
    {
        Put("a.md", "Water.", [1, 0]);
        PutSentences("b.md");
        _store.Writer.SetAbstentionThreshold(.25);

        _store.Writer.Begin("/corpus", model, chunking, rebuild);

        var manifest = _store.ReadManifest();
        Assert.Equal((keepsVectors ? 2 : 0, keepsVectors ? 2 : null), (manifest.VectorCount, manifest.Dimensions));
        Assert.Equal(keepsVectors, HasSentences());
        Assert.Equal(keepsThreshold ? .25 : null, manifest.AbstentionThreshold);
        Assert.Equal((model, chunking, 2), (manifest.EmbeddingModel, manifest.Chunking, manifest.DocumentCount));
        Assert.Equal(rebuild, _store.Documents.List().All(document => document.Source.Hash.Length == 0));
        Assert.Empty(_store.Check());
    }

    [EngineFact]
    public void Forgets_a_threshold()
    {
        _store.Writer.SetAbstentionThreshold(1d / 3);
        Assert.Equal(1d / 3, _store.ReadManifest().AbstentionThreshold);

        _store.Writer.SetAbstentionThreshold(null);

        Assert.Null(_store.ReadManifest().AbstentionThreshold);
    }

    [EngineFact]
    public void Tells_readers_of_every_write()
    {
        var before = _store.ReadGeneration();

        Put("a.md", "Water.");
        var written = _store.ReadGeneration();
        _store.Writer.Delete("a.md");

        Assert.True(before < written && written < _store.ReadGeneration());
    }

    [EngineFact]
    public void Wants_a_vector_for_each_passage_or_none()
    {
        var document = Sample("a.md", "Water.");

        Assert.Throws<ArgumentOutOfRangeException>(() => _store.Writer.Put(document, Source, [PassageOf(document)], [new float[] { 1 }, new float[] { 1 }], Model, Now));

        Assert.Equal(0, _store.Documents.Count());
    }

    [EngineFact]
    public void Notes_that_a_file_was_touched_and_reads_nothing_again()
    {
        Put("a.md", "Water.");
        var touched = Source with { Hash = "another", Length = 7, ModifiedUtc = Now.UtcDateTime.AddHours(1) };

        _store.Writer.Put([], [("a.md", touched), ("gone.md", touched)], Model, Now);

        Assert.Equal(touched with { Hash = Source.Hash }, Assert.Single(_store.Documents.List()).Source);
    }

    [EngineFact]
    public void Takes_no_documents_for_another_model()
    {
        var document = Sample("a.md", "Water.");

        Assert.Equal("embedding-model-changed", Assert.Throws<IndexException>(() => _store.Writer.Put([DocumentRows.Of(document, Source, [PassageOf(document)])], [], "n", Now)).Code);
        Assert.Equal("embedding-model-changed", Assert.Throws<IndexException>(() => _store.Writer.PutVectors([], "n")).Code);
    }

    [EngineFact]
    public void Stores_vectors_that_were_waited_for_and_counts_them()
    {
        Put("a.md", "Water.");
        Put("b.md", "Robots.");
        Assert.Equal((2, 2), _store.Backlog.Count());

        var written = _store.Writer.PutVectors([Waited([1, 0]), Waited([0, 1], after: 1)], Model);

        Assert.Equal(2, written);
        Assert.Equal((0, 0), _store.Backlog.Count());
        Assert.Equal(2, _store.ReadManifest().Dimensions);
        Assert.Empty(_store.Check());
    }

    [EngineFact]
    public void Stores_no_vectors_of_a_text_that_has_changed_or_gone_meanwhile()
    {
        Put("a.md", "Water.");
        Put("b.md", "Robots.");
        var (changed, gone) = (Waited([1, 0]), Waited([1, 0], after: 1));
        _store.Writer.Delete("b.md");

        var written = _store.Writer.PutVectors([changed with { Document = changed.Document with { SourceHash = "of before" } }, gone], Model);

        Assert.Equal((0, 0), (written, _store.ReadManifest().VectorCount));
        Assert.Null(_store.ReadManifest().Dimensions);
    }

    [EngineFact]
    public void Stores_all_vectors_of_a_batch_or_none()
    {
        Put("a.md", "Water.");
        Put("b.md", "Robots.");

        var refused = Assert.Throws<IndexException>(() => _store.Writer.PutVectors([Waited([1, 0]), Waited([1, 0, 0], after: 1)], Model));

        Assert.Equal("embedding-dimensions-changed", refused.Code);
        Assert.Contains("2 dimensions but 'm' now returns 3", refused.Message, StringComparison.Ordinal);
        Assert.Equal(0, _store.ReadManifest().VectorCount);
    }

    [EngineFact]
    public void Stores_the_vectors_of_sentences_where_there_are_any()
    {
        PutSentences("a.md");

        Assert.True(HasSentences());
        Assert.Empty(_store.Check());
    }

    [EngineFact]
    public void Keeps_the_vectors_of_sentences_with_their_own_passage()
    {
        Put("before.md", "Words.");
        var document = Sample("a.md", "Water. Robots.");
        Passage[] passages = [PassageOf(document) with { End = 6, Text = "Water." }, PassageOf(document) with { Id = "a.md#1", Ordinal = 1, Start = 7, Text = "Robots." }];
        _store.Writer.Put(document, Source, passages, [], Model, Now);
        var waiting = _store.Backlog.Next(1)!;

        _store.Writer.PutVectors(
            [new EmbeddedDocument(waiting, [new float[] { 1, 0 }, new float[] { 0, 1 }], [new SentenceVectors([], []), new SentenceVectors([new TextSpan(0, 7)], [new float[] { 0, 1 }])])], Model);

        using var snapshot = _store.OpenSnapshot();
        var rows = snapshot.Passages.FindRows(["a.md#0", "a.md#1"]);
        var scores = snapshot.Sentences.Score([0, 1], [.. rows.Values]);
        Assert.Equal([rows["a.md#1"]], scores.Keys);
        Assert.Equal(new SentenceScore(0, 7, 1), Assert.Single(scores[rows["a.md#1"]]));
        Assert.Empty(_store.Check());
    }

    [EngineFact]
    public void Wants_as_many_dimensions_of_sentences_as_of_passages()
    {
        Put("a.md", "Water.");
        var document = Waited([1, 0]) with { Sentences = [new SentenceVectors([new TextSpan(0, 6)], [new float[] { 1 }])] };

        Assert.Equal("embedding-dimensions-changed", Assert.Throws<IndexException>(() => _store.Writer.PutVectors([document], Model)).Code);
        Assert.Equal(0, _store.ReadManifest().VectorCount);
    }

    [EngineFact]
    public void Reads_no_mentions_of_a_text_that_is_not_stored()
    {
        Put("a.md", "Ada Quill said so.");
        using var before = _store.OpenSnapshot();
        var names = before.Mentions.Names(MentionKind.Person).Count;

        _store.Writer.ReadMentions([Sample("a.md", "Ada Quill and Tom Birch said so. Tom Birch said more."), Sample("gone.md", "Rosa Klein said so.")]);

        using var after = _store.OpenSnapshot();
        Assert.Equal(names, after.Mentions.Names(MentionKind.Person).Count);
        Assert.Empty(_store.Writer.FindDocumentsWithOldMentions());
    }

    private EmbeddedDocument Waited(float[] vector, long after = 0) => new(_store.Backlog.Next(after)!, [vector], []);

    private void PutSentences(string id)
    {
        Put(id, "Water. Robots.");
        var waiting = _store.Backlog.Next(0)!;
        _store.Writer.PutVectors([new EmbeddedDocument(waiting, [new float[] { 1, 0 }], [new SentenceVectors([new TextSpan(0, 6), new TextSpan(7, 14)], [new float[] { 1, 0 }, new float[] { 0, 1 }])])], Model);
    }

    private bool HasSentences()
    {
        using var snapshot = _store.OpenSnapshot();
        return snapshot.Sentences.Score([1, 0], [1, 2]).Count > 0;
    }

    private static Document Sample(string id, string text) => new() { Id = id, Title = "Title of " + id, Uri = id, Text = text };

    private static Passage PassageOf(Document document) => new()
    {
        Id = document.Id + "#0",
        DocumentId = document.Id,
        Ordinal = 0,
        Start = 0,
        End = document.Text.Length,
        Text = document.Text,
    };

    private void Put(string id, string text, float[]? vector = null)
    {
        var document = Sample(id, text);
        ReadOnlyMemory<float>[] vectors = vector is null ? [] : [vector];
        _store.Writer.Put(document, Source, [PassageOf(document)], vectors, Model, Now);
    }

    public sealed class OnSqlite() : IndexWriterTests(IndexHome.OfSqlite());

    [Collection(OneServer.Name)]
    public sealed class OnPostgreSql(PostgreSqlServer server) : IndexWriterTests(IndexHome.OfPostgreSql(server));
}
