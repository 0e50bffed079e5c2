using ForumQA.Answering;
using ForumQA.Answering.Bundles;
using ForumQA.Storage;
using ForumQA.Storage.Sqlite;

namespace ForumQA.Tests.Answering.Bundles;

public sealed class EvidenceBundlesTests : IDisposable
{
    private const string Text = "Water is led. Data is led.";

    private static readonly ManualTime Time = new();

    private readonly TemporaryFolder _folder = new();
    private readonly IndexStore _store;
    private readonly EvidenceBundles _bundles;

    public EvidenceBundlesTests()
    {
        _store = IndexStore.OpenOrCreate(_folder["index.db"]);
        _store.Writer.Begin(_folder.Path, "m", "c", rebuild: false);
        Put("a.md", Text);
        Put("b.md", Text);
        _bundles = new EvidenceBundles(_store, new Dictionary<string, string> { ["Retrieval:Limit"] = "8" }, Time);
    }

    public void Dispose()
    {
        _store.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task Says_everything_again_after_it_was_written_and_read()
    {
        var answer = Answer(Cite(1, "a.md", 0, 13), Cite(2, "b.md", 14, 26), Cite(3, "a.md", 14, 26)) with
        {
            StandaloneQuestion = "What is led in Lindale?",
            Kind = QuestionKind.List,
            Lead = "The documents name 2:",
            Abstention = new Abstention { Reason = "In doubt.", Score = 0.3, Threshold = 0.4 },
            Model = "writer",
            PromptHash = "hash",
            Notes = [new AnswerNote("code", "A note.")],
        };

        var bundle = _bundles.Create(answer);
        await EvidenceBundles.WriteAsync(bundle, _folder["bundle.json"], CancellationToken.None);
        var read = await EvidenceBundles.ReadAsync(_folder["bundle.json"], CancellationToken.None);

        Assert.Equal((EvidenceBundle.CurrentFormat, Time.GetUtcNow()), (read.Format, read.CreatedAt));
        Assert.Equal((answer.Question, answer.StandaloneQuestion, answer.Status, answer.Kind), (read.Question, read.StandaloneQuestion, read.Status, read.Kind));
        Assert.Equal((answer.Lead, "In doubt.", answer.Model, answer.PromptHash), (read.Lead, read.Reason, read.Model, read.PromptHash));
        Assert.Equal(answer.Citations, read.Citations);
        Assert.Equal(answer.Notes, read.Notes);
        Assert.Equal([1, 2, 3], Assert.Single(read.Sentences).Citations);
        Assert.Equal(("Water is led.", Support.Supported, "Theme"), (read.Sentences[0].Text, read.Sentences[0].Support, read.Sentences[0].Group));
        Assert.Equal(["a.md", "b.md"], read.Documents.Select(document => document.Id));
        Assert.Equal(_store.Documents.Find("a.md")!.ContentHash, read.Documents[0].ContentHash);
        Assert.Equal((IndexSchema.CurrentVersion, "m", "c", 2, 2), (read.Index.SchemaVersion, read.Index.EmbeddingModel, read.Index.Chunking, read.Index.Documents, read.Index.Passages));
        Assert.Equal("8", read.Options["Retrieval:Limit"]);
        Assert.All(BundleVerifier.Verify(read, _store), check => Assert.Equal(QuotationState.Live, check.State));
    }

    [Theory]
    [InlineData("a.md", "Water was led. Data is led.")]
    [InlineData("a.md", "Data is led.")]
    [InlineData("gone.md", null)]
    public void Bundles_nothing_that_changed_while_the_question_was_answered(string id, string? now)
    {
        var answer = Answer(Cite(1, "b.md", 0, 13), Cite(2, id, 0, 13));
        if (now is not null)
        {
            Put(id, now);
        }

        var refused = Assert.Throws<ForumQAException>(() => _bundles.Create(answer));

        Assert.Equal("document-changed", refused.Code);
        Assert.Contains($"'{id}'", refused.Message, StringComparison.Ordinal);
        Assert.Contains("Ask again", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Bundles_nothing_when_only_some_of_the_words_still_stand()
    {
        var answer = Answer(Cite(1, "a.md", 0, 13), Cite(2, "a.md", 14, 26));
        Put("a.md", "Water is led. Data was led.");

        Assert.Equal("document-changed", Assert.Throws<ForumQAException>(() => _bundles.Create(answer)).Code);
    }

    [Fact]
    public async Task Replaces_a_file_and_leaves_nothing_beside_it()
    {
        var path = _folder.Write("bundles/bundle.json", "An older one.");

        await EvidenceBundles.WriteAsync(_bundles.Create(Answer(Cite(1, "a.md", 0, 13))), path, CancellationToken.None);

        Assert.Single((await EvidenceBundles.ReadAsync(path, CancellationToken.None)).Citations);
        Assert.Equal([path], Directory.GetFiles(Path.GetDirectoryName(path)!));
    }

    [Fact]
    public async Task Leaves_the_file_as_it_was_when_it_cannot_be_written()
    {
        var folder = Path.GetDirectoryName(_folder.Write("bundles/bundle.json/inside.txt", "A folder where the file should be."))!;

        var refused = await Assert.ThrowsAsync<ForumQAException>(() => EvidenceBundles.WriteAsync(_bundles.Create(Answer(Cite(1, "a.md", 0, 13))), folder, CancellationToken.None));

        Assert.Equal("bundle-unwritable", refused.Code);
        Assert.Contains($"'{folder}'", refused.Message, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(Path.GetDirectoryName(folder)!));
    }

    [Fact]
    public async Task Says_what_cannot_be_opened_and_what_is_no_bundle()
    {
        var missing = await Assert.ThrowsAsync<ForumQAException>(() => EvidenceBundles.ReadAsync(_folder["gone.json"], CancellationToken.None));
        var empty = await Assert.ThrowsAsync<ForumQAException>(() => EvidenceBundles.ReadAsync(_folder.Write("null.json", "null"), CancellationToken.None));
        var bundle = _bundles.Create(Answer(Cite(1, "a.md", 0, 13))) with { Format = "forumqa-bundle/2" };
        await EvidenceBundles.WriteAsync(bundle, _folder["newer.json"], CancellationToken.None);
        var newer = await Assert.ThrowsAsync<ForumQAException>(() => EvidenceBundles.ReadAsync(_folder["newer.json"], CancellationToken.None));

        Assert.Equal(("bundle-unreadable", "bundle-invalid", "bundle-invalid"), (missing.Code, empty.Code, newer.Code));
        Assert.Contains(EvidenceBundle.CurrentFormat, newer.Message, StringComparison.Ordinal);
        Assert.Contains("--bundle newer.json", newer.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Says_of_each_document_what_has_become_of_it()
    {
        var bundle = _bundles.Create(Answer(Cite(1, "a.md", 0, 13), Cite(2, "b.md", 0, 13)));
        Put("a.md", "New. " + Text);
        _store.Writer.Delete("b.md");

        var checks = BundleVerifier.Verify(bundle, _store);

        Assert.Equal([(QuotationState.Moved, true), (QuotationState.Deleted, false)], checks.Select(check => (check.State, check.Holds)));
    }

    private static Answer Answer(params Citation[] citations) => new()
    {
        Question = "What is led?",
        Status = AnswerStatus.Answered,
        Sentences = [new AnswerSentence("Water is led.", citations, Support.Supported) { Group = "Theme" }],
    };

    private static Citation Cite(int number, string id, int start, int end) => new()
    {
        Number = number,
        DocumentId = id,
        DocumentTitle = id,
        DocumentUri = id,
        PassageId = id + "#0",
        Quotation = Text[start..end],
        Start = start,
        End = end,
    };

    private void Put(string id, string text)
    {
        var document = new Document { Id = id, Title = id, Uri = id, Text = text };
        var passage = new Passage { Id = id + "#0", DocumentId = id, Ordinal = 0, Start = 0, End = text.Length, Text = text };
        _store.Writer.Put(document, new SourceStamp("hash", 1, Time.GetUtcNow().UtcDateTime), [passage], [], "m", Time.GetUtcNow());
    }
}
