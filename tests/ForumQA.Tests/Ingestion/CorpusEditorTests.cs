using System.Text;
using ForumQA.Ingestion;
using Microsoft.Extensions.Options;

namespace ForumQA.Tests.Ingestion;

public sealed class CorpusEditorTests : IDisposable
{
    private readonly IndexedCorpus _indexed = new();

    [Fact]
    public async Task Keeps_a_document_out_of_sight_until_it_is_placed()
    {
        using var editor = Editor();

        using var staged = await StageAsync(editor, "note.md", "Water.");
        Assert.Empty(CorpusFolder.List(_indexed.Corpus.Path, CancellationToken.None).Files);
        staged.Place();
        staged.Complete();

        Assert.Equal("uploads/note.md", staged.DocumentId);
        Assert.Equal(["note.md"], Uploads());
    }

    [Fact]
    public async Task Undoes_what_is_not_completed()
    {
        using var editor = Editor();
        _indexed.Corpus.Write("uploads/old.md", "Old.");

        using (var added = await StageAsync(editor, "new.md", "New."))
        using (var replaced = await StageAsync(editor, "old.md", "New.", replace: true))
        {
            added.Place();
            replaced.Place();
            Assert.Equal("New.", await File.ReadAllTextAsync(_indexed.Corpus["uploads/old.md"]));
        }

        Assert.Equal(["old.md"], Uploads());
        Assert.Equal("Old.", await File.ReadAllTextAsync(_indexed.Corpus["uploads/old.md"]));
    }

    [Fact]
    public async Task Replaces_only_when_asked()
    {
        using var editor = Editor();
        _indexed.Corpus.Write("uploads/old.md", "Old.");

        var error = await Assert.ThrowsAsync<ForumQAException>(() => StageAsync(editor, "old.md", "New."));
        using var staged = await StageAsync(editor, "old.md", "New.", replace: true);
        staged.Place();
        staged.Complete();

        Assert.Equal("document-exists", error.Code);
        Assert.True(staged.Replaced);
        Assert.Equal("New.", await File.ReadAllTextAsync(_indexed.Corpus["uploads/old.md"]));
        Assert.Equal(["old.md"], Uploads());
    }

    [Fact]
    public async Task Of_two_documents_of_one_name_the_second_does_not_win_by_stealth()
    {
        using var editor = Editor();
        using var first = await StageAsync(editor, "note.md", "First.");
        using var second = await StageAsync(editor, "note.md", "Second.");
        first.Place();

        Assert.Equal("document-exists", Assert.Throws<ForumQAException>(second.Place).Code);
        first.Complete();
        second.Dispose();

        Assert.Equal("First.", await File.ReadAllTextAsync(_indexed.Corpus["uploads/note.md"]));
    }

    [Theory]
    [InlineData("note.md", "", "file-empty")]
    [InlineData("note.exe", "MZ", "format-unknown")]
    [InlineData("note", "Text.", "format-unknown")]
    [InlineData("note.pdf", "not a pdf", "pdf-invalid")]
    [InlineData("note.docx", "not a zip", "word-invalid")]
    [InlineData("con.md", "Text.", "file-name-invalid")]
    public async Task Leaves_nothing_behind_of_what_it_refuses(string name, string content, string code)
    {
        using var editor = Editor();

        var error = await Assert.ThrowsAsync<ForumQAException>(() => StageAsync(editor, name, content));

        Assert.Equal(code, error.Code);
        Assert.Empty(Uploads());
    }

    [Fact]
    public async Task Gives_up_on_a_document_that_takes_too_long_to_read()
    {
        using var editor = Editor(new UploadOptions { TimeLimit = TimeSpan.FromMilliseconds(1) });
        var nested = "<html><body>" + string.Concat(Enumerable.Repeat("<div>", 15_000)) + "Deep.";

        var error = await Assert.ThrowsAsync<ForumQAException>(() => StageAsync(editor, "deep.html", nested));

        Assert.Equal("file-too-slow", error.Code);
        Assert.Empty(Uploads());
    }

    [Fact]
    public async Task Follows_no_link_out_of_the_corpus()
    {
        using var elsewhere = new TemporaryFolder();
        Directory.CreateSymbolicLink(_indexed.Corpus["uploads"], elsewhere.Path);
        using var editor = Editor();

        var error = await Assert.ThrowsAsync<ForumQAException>(() => StageAsync(editor, "note.md", "Water."));

        Assert.Equal("corpus-link", error.Code);
        Assert.Empty(Directory.EnumerateFileSystemEntries(elsewhere.Path));
    }

    [Fact]
    public async Task Deletes_a_document_from_corpus_and_index_even_the_last()
    {
        _indexed.Corpus.Write("a/note.md", "Water.");
        using var store = _indexed.OpenStore();
        await _indexed.SynchronizeAsync(store);
        using var editor = Editor();

        editor.Delete(store, "a/note.md");

        Assert.False(File.Exists(_indexed.Corpus["a/note.md"]));
        Assert.Null(store.Documents.Find("a/note.md"));
    }

    [Theory]
    [InlineData("other.md")]
    [InlineData("../note.md")]
    [InlineData("/etc/passwd")]
    public async Task Deletes_nothing_that_is_not_in_the_index(string documentId)
    {
        _indexed.Corpus.Write("note.md", "Water.");
        _indexed.Corpus.Write("other.txt", "Water.");
        using var store = _indexed.OpenStore();
        await _indexed.SynchronizeAsync(store);
        using var editor = Editor();

        Assert.Equal("document-unknown", Assert.Throws<ForumQAException>(() => editor.Delete(store, documentId)).Code);
        Assert.True(File.Exists(_indexed.Corpus["note.md"]));
    }

    [Fact]
    public async Task Says_that_a_corpus_of_one_file_takes_no_documents()
    {
        using var editor = Editor(corpus: _indexed.Corpus.Write("single.md", "Water."));

        var error = await Assert.ThrowsAsync<ForumQAException>(() => StageAsync(editor, "note.md", "Water."));

        Assert.Equal("corpus-not-a-folder", error.Code);
    }

    [Theory]
    [InlineData("../elsewhere")]
    [InlineData("/elsewhere")]
    [InlineData("a//b")]
    [InlineData(".hidden")]
    public void Refuses_an_upload_folder_outside_the_corpus(string folder)
    {
        var options = new UploadOptions { Folder = folder };

        Assert.NotEmpty(options.Validate(new System.ComponentModel.DataAnnotations.ValidationContext(options)));
    }

    public void Dispose() => _indexed.Dispose();

    private static async Task<StagedDocument> StageAsync(CorpusEditor editor, string name, string content, bool replace = false)
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(content));
        return await editor.StageAsync(name, stream, replace, CancellationToken.None);
    }

    private CorpusEditor Editor(UploadOptions? options = null, string? corpus = null) => new(
        new DocumentReaders(Options.Create(new IngestionOptions())),
        Options.Create(new CorpusOptions { Path = corpus ?? _indexed.Corpus.Path }),
        Options.Create(options ?? new UploadOptions()),
        TimeProvider.System);

    private IEnumerable<string?> Uploads() => Directory.Exists(_indexed.Corpus["uploads"])
        ? Directory.EnumerateFiles(_indexed.Corpus["uploads"]).Select(Path.GetFileName).Order()
        : [];
}
