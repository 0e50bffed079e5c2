using System.Security.Cryptography;
using System.Text.Json;
using ForumQA.Answering;
using ForumQA.Answering.Checking;
using ForumQA.Ingestion;
using ForumQA.Retrieval;
using ForumQA.Storage;
using ForumQA.Storage.Sqlite;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace ForumQA;

/// <summary>
/// The documents that a filter lets through, asked as if there were no others: they have an index of their own, so that no name, spelling, count or frequency of
/// another document can show. Safe for use by many threads.
/// </summary>
/// <remarks>The index is a copy that is brought up to date before it is asked: <c>docs/decisions/0026</c>.</remarks>
/// <param name="services">With everything that <see cref="ForumQAServices.AddForumQA"/> registers.</param>
/// <param name="filter">What lets documents through; one that narrows nothing lets none.</param>
internal sealed class CorpusPart(IServiceProvider services, CorpusFilter filter) : IDisposable
{
    /// <summary>Processes that may ask the same part at a time.</summary>
    private const int MostCopies = 32;

    private readonly SemaphoreSlim _one = new(1);
    private FileStream? _held;
    private string _file = "";
    private PartServices? _part;
    private volatile Current? _current;

    /// <summary>What is asked: an <see cref="IndexStore"/>, a <see cref="Retriever"/>, an <see cref="Answerer"/> and a <see cref="TextChecker"/> that know these documents only, and nothing else.</summary>
    /// <param name="cancellationToken">Stops; what is copied by then is there the next time.</param>
    /// <exception cref="ForumQAException">There is no index, or no copy can be made of it; the message says why.</exception>
    public async ValueTask<IServiceProvider> OpenAsync(CancellationToken cancellationToken)
    {
        var whole = services.GetRequiredService<IndexStore>();
        if (Find(whole) is { } found)
        {
            return found;
        }

        await _one.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            // Another may have seen to it meanwhile.
            if (Find(whole) is { } made)
            {
                return made;
            }

            // Gone before anything can fail: what is out of date is not asked again.
            _current = null;
            var copied = await Task.Run(() => Refresh(whole, cancellationToken), cancellationToken).ConfigureAwait(false);
            _current = copied;
            return copied.Services;
        }
        finally
        {
            _one.Release();
        }
    }

    /// <summary>Deletes copies that no process uses and that are of none of the given parts.</summary>
    /// <param name="kept">What the parts let through.</param>
    /// <param name="index">Where the whole index is.</param>
    /// <exception cref="IndexException">What has a copy's name is none.</exception>
    public static void DiscardAllBut(IEnumerable<CorpusFilter> kept, IndexPlace index)
    {
        var (folder, name, extension) = (Path.GetDirectoryName(index.File)!, Path.GetFileNameWithoutExtension(index.File), Path.GetExtension(index.File));
        var names = kept.Select(filter => $"{name}.part-{Name(filter)}-").ToList();
        foreach (var file in Directory.Exists(folder) ? Directory.GetFiles(folder, $"{name}.part-*{extension}") : [])
        {
            if (names.Exists(one => Path.GetFileName(file).StartsWith(one, StringComparison.Ordinal)))
            {
                continue;
            }

            try
            {
                using var held = Lock(file);
                SqliteIndex.Discard(file);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                // Another process uses it, and deletes it or leaves it to the next one.
            }
        }
    }

    public void Dispose()
    {
        _part?.Dispose();
        _held?.Dispose();
        _one.Dispose();
    }

    /// <summary>Never deleted: another process might then hold a file of the same name that is another.</summary>
    private static FileStream Lock(string file) => new(file + ".lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);

    /// <summary>The copy when it is up to date, else null.</summary>
    private PartServices? Find(IndexStore whole) => _current is { } current && current.Generation == whole.ReadGeneration() ? current.Services : null;

    private Current Refresh(IndexStore whole, CancellationToken cancellationToken)
    {
        Hold();
        try
        {
            return Copy(whole, cancellationToken);
        }
        catch (IndexException e) when (e.Code is "index-newer" or "index-damaged" or "index-other-corpus" || e.Code.StartsWith("embedding-", StringComparison.Ordinal))
        {
            // All of it can be made again. What the index itself suffers from fails once more.
            _part?.Dispose();
            _part = null;
            SqliteIndex.Discard(_file);
            return Copy(whole, cancellationToken);
        }
    }

    private Current Copy(IndexStore whole, CancellationToken cancellationToken)
    {
        _part ??= new PartServices(services, new SqlitePlace(_file).OpenOrCreate());
        var (_, _, generation) = new IndexCopy(whole, _part.Store, services.GetRequiredService<TimeProvider>()) { Choose = Choose }.Run(progress: null, cancellationToken);
        return new Current(generation, _part);
    }

    private IReadOnlySet<string> Choose(IndexSnapshot snapshot) => snapshot.Documents.FindIdsOf(CorpusFilterReader.FindDocuments(snapshot, filter) ?? []);

    /// <summary>Takes a file for the copy that no other process writes to.</summary>
    private void Hold()
    {
        var index = services.GetRequiredService<IndexPlace>().File;
        for (var i = 0; _held is null; i++)
        {
            var file = Path.ChangeExtension(index, $".part-{Name(filter)}-{i}{Path.GetExtension(index)}");
            try
            {
                // Nothing else may be kept there when a database has the index and the records.
                Directory.CreateDirectory(Path.GetDirectoryName(file)!);
                _held = Lock(file);
                _file = file;
            }
            catch (IOException) when (i < MostCopies)
            {
                // Another process has it.
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                throw new ForumQAException(
                    "index-part-unwritable", $"No index of some documents can be kept beside '{index}': {e.Message} Let the folder be written to, or name another place in Index:Path.", e);
            }
        }
    }

    /// <summary>The same for the same filter. Case counts here, though not for what passes: rather two copies than one too many readers of one.</summary>
    private static string Name(CorpusFilter filter)
    {
        IEnumerable<string> parts =
        [
            .. filter.Metadata.OrderBy(pair => pair.Key, StringComparer.Ordinal).SelectMany(pair => new[] { pair.Key, pair.Value }),
            "",
            .. filter.Documents.Order(StringComparer.Ordinal),
        ];
        return Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(parts, StorageJson.Default.IEnumerableString)))[..16];
    }

    /// <summary>A copy and what it is one of.</summary>
    private sealed record Current(long Generation, PartServices Services);

    /// <summary>What asks the copy. Whatever else is wanted there is not.</summary>
    private sealed class PartServices : IServiceProvider, IDisposable
    {
        private readonly Retriever _retriever;
        private readonly Answerer _answerer;
        private readonly TextChecker _checker;

        public PartServices(IServiceProvider services, IndexStore store)
        {
            Store = store;
            _retriever = new Retriever(store, services.GetRequiredService<IEmbeddingGenerator<string, Embedding<float>>>(), services.GetRequiredService<IOptions<RetrievalOptions>>());
            _answerer = AnsweringServices.CreateAnswerer(services, store, _retriever);
            _checker = new TextChecker(store, _retriever, services.GetRequiredService<DocumentReaders>());
        }

        public IndexStore Store { get; }

        public object? GetService(Type serviceType) =>
            serviceType == typeof(IndexStore) ? Store
            : serviceType == typeof(Retriever) ? _retriever
            : serviceType == typeof(Answerer) ? _answerer
            : serviceType == typeof(TextChecker) ? _checker
            : null;

        public void Dispose() => Store.Dispose();
    }
}
