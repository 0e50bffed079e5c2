using ForumQA.Storage;
using Microsoft.Extensions.Options;

namespace ForumQA.Ingestion;

/// <summary>Adds documents to the corpus folder and takes them away. What a file is called never decides where it goes. Safe for use by many threads.</summary>
internal sealed class CorpusEditor : IDisposable
{
    private readonly DocumentReaders _readers;
    private readonly UploadOptions _options;
    private readonly TimeProvider _time;
    private readonly string _corpus;

    /// <summary>Readers cannot always be stopped, so one that took too long keeps its place until it ends.</summary>
    private readonly SemaphoreSlim _reading = new(Environment.ProcessorCount);

    internal CorpusEditor(DocumentReaders readers, IOptions<CorpusOptions> corpus, IOptions<UploadOptions> options, TimeProvider time)
    {
        _readers = readers;
        _options = options.Value;
        _time = time;
        _corpus = corpus.Value.FullPath;
    }

    /// <summary>Keeps a new document aside, out of sight of the index, and reads it to see that it can be read.</summary>
    /// <param name="fileName">What the sender calls the file; only its last part is used.</param>
    /// <param name="content">The file, read to its end; not disposed.</param>
    /// <param name="replace">Whether it may take the place of a document of the same name.</param>
    /// <param name="cancellationToken">Stops.</param>
    /// <returns>To be placed; disposing of it undoes what is not completed.</returns>
    /// <exception cref="ForumQAException">The name or the content cannot be used, or the document exists. Nothing is left behind.</exception>
    public async Task<StagedDocument> StageAsync(string fileName, Stream content, bool replace, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(fileName);
        ArgumentNullException.ThrowIfNull(content);
        RequireFolder();
        var name = FileNames.Sanitize(fileName) ?? throw new ForumQAException(
            "file-name-invalid", "The file's name is empty, too long or reserved. Give it a plain name of at most 200 bytes with its extension.");
        if (!DocumentReaders.CanRead(name))
        {
            throw new ForumQAException("format-unknown", $"'{name}' is of a format that cannot be read. Convert it to one of: {string.Join(' ', DocumentReaders.Extensions)}");
        }

        var id = _options.Folder.Length > 0 ? $"{_options.Folder}/{name}" : name;
        var target = Locate(id);
        RequireFree(id, target, replace);

        // Hidden, so that no run over the corpus takes it for a document.
        var aside = Path.Combine(Path.GetDirectoryName(target)!, $".upload-{Guid.NewGuid():N}");
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            await using (var file = new FileStream(aside, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.Delete))
            {
                await content.CopyToAsync(file, cancellationToken).ConfigureAwait(false);
            }

            await ReadAsync(id, name, aside, cancellationToken).ConfigureAwait(false);
            return new StagedDocument(id, aside, target, replace);
        }
        catch (Exception e)
        {
            if (File.Exists(aside))
            {
                File.Delete(aside);
            }

            if (e is UnauthorizedAccessException || (e is IOException && !cancellationToken.IsCancellationRequested))
            {
                throw StagedDocument.Unwritable(e);
            }

            throw;
        }
    }

    /// <summary>Deletes a document's file and what the index knows of it.</summary>
    /// <param name="store">Opened with <see cref="IndexStore.OpenOrCreate"/>.</param>
    /// <param name="documentId">The <see cref="Document.Id"/>.</param>
    /// <exception cref="ForumQAException">There is no such document, or its file cannot be deleted.</exception>
    public void Delete(IndexStore store, string documentId)
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentException.ThrowIfNullOrEmpty(documentId);
        RequireFolder();
        if (store.Documents.Find(documentId) is null)
        {
            throw DocumentTable.Unknown(documentId);
        }

        var file = Locate(documentId);
        try
        {
            // The file first: should the index keep the document a moment longer, the next run forgets it; the other way round it would come back.
            File.Delete(file);
        }
        catch (DirectoryNotFoundException)
        {
            // Gone already, with its folder.
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new ForumQAException("file-undeletable", $"The file of '{documentId}' cannot be deleted. Give the service the right to change the corpus folder.", e);
        }

        store.Writer.Delete(documentId);
    }

    /// <summary>The path of the file that a document was read from; null when there is none any longer.</summary>
    /// <param name="documentId">The <see cref="Document.Id"/>, which the caller has found in the index.</param>
    /// <exception cref="ForumQAException">Its folder is reached through a link, or it is no path within the corpus.</exception>
    public string? FindFile(string documentId)
    {
        ArgumentException.ThrowIfNullOrEmpty(documentId);
        var file = File.Exists(_corpus) ? Path.GetFileName(_corpus) == documentId ? _corpus : null : Locate(documentId);
        return File.Exists(file) ? file : null;
    }

    /// <inheritdoc/>
    public void Dispose() => _reading.Dispose();

    private void RequireFolder()
    {
        if (!Directory.Exists(_corpus))
        {
            throw File.Exists(_corpus)
                ? new ForumQAException("corpus-not-a-folder", "The corpus is a single file, so no document can be added or deleted. Name a folder in Corpus:Path.")
                : new ForumQAException("corpus-missing", $"There is no folder '{_corpus}'. Check Corpus:Path.");
        }
    }

    /// <summary>The file of a document, which lies inside the corpus folder and is reached through no link.</summary>
    private string Locate(string documentId)
    {
        var path = _corpus;
        var parts = documentId.Split('/');
        for (var i = 0; i < parts.Length; i++)
        {
            if (parts[i] is "" or "." or ".." || Path.GetFileName(parts[i]) != parts[i])
            {
                throw DocumentTable.Unknown(documentId);
            }

            if (i > 0 && new DirectoryInfo(path).LinkTarget is not null)
            {
                throw new ForumQAException(
                    "corpus-link", $"'{documentId}' is reached through a link, which may lead out of the corpus. Put a folder in the link's place.");
            }

            path = Path.Combine(path, parts[i]);
        }

        return path;
    }

    private static void RequireFree(string id, string target, bool replace)
    {
        if (Directory.Exists(target) || (!replace && File.Exists(target)))
        {
            throw StagedDocument.Exists(id);
        }
    }

    private async Task ReadAsync(string id, string name, string path, CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        if (!await _reading.WaitAsync(_options.TimeLimit, cancellationToken).ConfigureAwait(false))
        {
            throw new ForumQAException("uploads-busy", "Other documents are being read. Try again in a minute.");
        }

        // Of its own thread: a reader computes for long without giving way.
        var reading = Task.Run(() => ReadFileAsync(id, name, path, stop.Token), CancellationToken.None);
        _ = reading.ContinueWith(_ => _reading.Release(), CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
        try
        {
            await reading.WaitAsync(_options.TimeLimit, _time, cancellationToken).ConfigureAwait(false);
        }
        catch (TimeoutException e)
        {
            await stop.CancelAsync().ConfigureAwait(false);
            throw new ForumQAException(
                "file-too-slow",
                $"'{name}' takes longer than {_options.TimeLimit.TotalSeconds:0} s to read. Simplify or split it, or raise {UploadOptions.SectionName}:{nameof(UploadOptions.TimeLimit)}.",
                e);
        }
    }

    private async Task ReadFileAsync(string id, string name, string path, CancellationToken cancellationToken)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete);
        await _readers.ReadAsync(id, name, file, cancellationToken).ConfigureAwait(false);
    }
}
