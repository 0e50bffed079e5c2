using ForumQA.Models.Embedding;
using ForumQA.Storage;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Options;

namespace ForumQA.Ingestion;

/// <summary>Makes an index say what a corpus says: reads what is new or changed, leaves the rest, forgets what is gone.</summary>
/// <remarks>
/// Documents are stored whole, several in a transaction, and their vectors in another: words first, so that documents can be asked about while vectors
/// are made. A run that is stopped at any moment leaves a consistent index, and the next run does what is left.
/// </remarks>
public sealed class Indexer
{
    /// <summary>To be raised whenever the same file gives another document than before.</summary>
    private const int ReaderVersion = 5;

    private const int DocumentsAtOnce = 200;

    private readonly DocumentReaders _readers;
    private readonly Chunker _chunker;
    private readonly IEmbeddingGenerator<string, Embedding<float>> _embedder;
    private readonly MeaningReader _meaning;
    private readonly TimeProvider _time;
    private readonly string _model;
    private readonly string _settings;
    private readonly string _reading;

    internal Indexer(
        DocumentReaders readers,
        Chunker chunker,
        IOptions<ChunkingOptions> chunking,
        IEmbeddingGenerator<string, Embedding<float>> embedder,
        TimeProvider time)
    {
        _readers = readers;
        _chunker = chunker;
        _embedder = embedder;
        _meaning = new MeaningReader(embedder, time);
        _time = time;
        _model = EmbeddingIdentity.Of(embedder).Name;
        _settings = $"readers-v{ReaderVersion}, {chunking.Value.Fingerprint}";
        _reading = $"readers-v{ReaderVersion}, {readers.Limits}";
    }

    /// <summary>Brings the index up to date: its words, then its vectors.</summary>
    /// <param name="store">Opened with <see cref="IndexStore.OpenOrCreate"/>.</param>
    /// <param name="request">What to read, and how.</param>
    /// <param name="progress">Told before each file; may be null.</param>
    /// <param name="cancellationToken">Stops after the transaction under way.</param>
    /// <returns>What was done, with the files that could not be read.</returns>
    /// <exception cref="ForumQAException">The corpus is missing or empty, the index belongs to another one, or the embedding service fails.</exception>
    public async Task<IndexingReport> SynchronizeAsync(
        IndexStore store, IndexingRequest request, IProgress<IndexingProgress>? progress, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(request);
        var corpus = Path.GetFullPath(request.Corpus);
        var listing = CorpusFolder.List(corpus, cancellationToken);
        if (listing.Files.Count == 0)
        {
            throw new ForumQAException(
                "corpus-empty", $"There is no document in '{corpus}' that ForumQA can read. Put text, Markdown, HTML, Word, PDF, spreadsheet, slide, EPUB or e-mail files there, or name another folder with --corpus. The index was left as it is.");
        }

        await BeginAsync(store, corpus, request.Rebuild, cancellationToken).ConfigureAwait(false);
        var run = new IndexingRun(store.Documents.List(), store.Unreadable.List(), listing);
        await ReadAsync(store, run, listing, request.TrustTimestamps, progress, cancellationToken).ConfigureAwait(false);
        foreach (var documentIds in run.Missing.Chunk(DocumentsAtOnce))
        {
            cancellationToken.ThrowIfCancellationRequested();
            store.Writer.Delete(documentIds);
        }

        store.Unreadable.Replace(run.Unreadable);
        ReadOldMentions(store, cancellationToken);
        var embedded = _meaning.Fits(store, request.EmbedAtMost)
            ? await _meaning.RunAsync(store, progress, cancellationToken).ConfigureAwait(false)
            : 0;
        return run.ToReport() with { Embedded = embedded, NotRead = listing.NotRead };
    }

    /// <summary>Makes the vectors that are missing, while the index may be used and changed.</summary>
    /// <param name="store">An index whose schema is of this version.</param>
    /// <param name="progress">Told before each document; may be null.</param>
    /// <param name="cancellationToken">Stops; what is done is kept.</param>
    /// <returns>How many documents got their vectors.</returns>
    /// <exception cref="ForumQAException">The index belongs to another model, or the embedding service fails.</exception>
    public Task<int> EmbedAsync(IndexStore store, IProgress<IndexingProgress>? progress, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(store);
        return _meaning.RunAsync(store, progress, cancellationToken);
    }

    /// <summary>Reads mentions anew where another version of the extractor read them; passages and vectors stay.</summary>
    private static void ReadOldMentions(IndexStore store, CancellationToken cancellationToken)
    {
        foreach (var documentIds in store.Writer.FindDocumentsWithOldMentions().Chunk(DocumentsAtOnce))
        {
            cancellationToken.ThrowIfCancellationRequested();
            store.Writer.ReadMentions(documentIds.Select(store.Documents.Find).OfType<Document>());
        }
    }

    private async Task BeginAsync(IndexStore store, string corpus, bool rebuild, CancellationToken cancellationToken)
    {
        var manifest = store.ReadManifest();
        if (!rebuild && (manifest.Corpus, manifest.EmbeddingModel, manifest.Chunking) == (corpus, _model, _settings))
        {
            return;
        }

        if (manifest.VectorCount > 0 && manifest.EmbeddingModel != _model)
        {
            // The old vectors are dropped next: only once the new model has shown that it works.
            await _embedder.GenerateAsync(["ForumQA"], EmbeddingPurpose.Document.ToOptions(), cancellationToken).ConfigureAwait(false);
        }

        store.Writer.Begin(corpus, _model, _settings, rebuild);
    }

    /// <summary>Reads what is new or may have changed, on all cores, and stores it in the order of the listing.</summary>
    private async Task ReadAsync(
        IndexStore store, IndexingRun run, CorpusListing listing, bool trustTimestamps, IProgress<IndexingProgress>? progress, CancellationToken cancellationToken)
    {
        var unread = listing.Files.Where(file => !trustTimestamps || !(run.LooksUnchanged(file) || run.IsKnownUnreadable(file, _reading))).ToList();
        var batch = new Batch<(DocumentRows? Rows, (string DocumentId, SourceStamp Source)? Touched)>(
            items => store.Writer.Put(
                [.. items.Select(item => item.Rows).OfType<DocumentRows>()],
                [.. items.Where(item => item.Touched is not null).Select(item => item.Touched!.Value)],
                _model,
                _time.GetUtcNow()),
            _time);
        using var ahead = new ReadAhead<CorpusFile, ReadFile>(unread, file => file.Length, (file, stopping) => ReadAsync(run, file, stopping));
        try
        {
            var next = 0;
            for (var i = 0; i < listing.Files.Count; i++)
            {
                var file = listing.Files[i];
                progress?.Report(new IndexingProgress(i, listing.Files.Count, file.DocumentId));
                cancellationToken.ThrowIfCancellationRequested();
                if (next == unread.Count || unread[next] != file)
                {
                    run.LeaveUnread(file);
                    continue;
                }

                next++;
                switch (await batch.WaitAsync(ahead.Next(), cancellationToken).ConfigureAwait(false))
                {
                    case ReadFile.Changed changed:
                        batch.Add((changed.Rows, null), Math.Max(1, changed.Rows.Passages.Count));
                        run.Store(file);
                        break;
                    case ReadFile.Unchanged unchanged:
                        if (!run.LooksUnchanged(file))
                        {
                            batch.Add((null, (file.DocumentId, unchanged.Stamp)), passages: 1);
                        }

                        run.Leave(file);
                        break;
                    case ReadFile.Failed { ForItsContent: true } failed:
                        run.FailForItsContent(file, _reading, failed.Reason);
                        break;
                    case ReadFile.Failed failed:
                        run.Fail(file, failed.Reason);
                        break;
                }
            }
        }
        catch (Exception e) when (e is not IndexException)
        {
            // Stopped, or a mistake of ours: what has been read is kept either way.
            batch.Write();
            throw;
        }

        batch.Write();
    }

    private async Task<ReadFile> ReadAsync(IndexingRun run, CorpusFile file, CancellationToken cancellationToken)
    {
        var name = Path.GetFileName(file.FullPath);
        try
        {
            _readers.RequireLength(name, file.Length);
            var bytes = await File.ReadAllBytesAsync(file.FullPath, cancellationToken).ConfigureAwait(false);
            var stamp = IndexingRun.Stamp(file, bytes, _settings);
            if (run.IsUnchanged(file, stamp))
            {
                return new ReadFile.Unchanged(stamp);
            }

            using var content = new MemoryStream(bytes, writable: false);
            var document = await _readers.ReadAsync(file.DocumentId, name, content, cancellationToken).ConfigureAwait(false);
            return new ReadFile.Changed(DocumentRows.Of(document, stamp, _chunker.Chunk(document)));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return new ReadFile.Failed($"{e.Message} Check that the file is there and may be read, then run again.", ForItsContent: false);
        }
        catch (ForumQAException e) when (e is not IndexException)
        {
            return new ReadFile.Failed(e.Message, ForItsContent: true);
        }
    }
}
