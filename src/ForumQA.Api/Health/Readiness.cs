using ForumQA.Api.Indexing;
using ForumQA.Ingestion;
using ForumQA.Storage;

namespace ForumQA.Api.Health;

/// <summary>Finds out whether questions can be answered.</summary>
internal sealed class Readiness(CorpusSynchronizer synchronizer, IndexKeeper keeper, IServiceProvider services, TimeProvider time)
{
    /// <summary>Comparing the corpus with the index lists every file, and probes come often.</summary>
    private static readonly TimeSpan ComparedFor = TimeSpan.FromSeconds(10);

    private readonly Lock _comparing = new();
    private long? _comparedAt;
    private long _comparedGeneration;
    private bool? _upToDate;

    public ReadyJson Read(CancellationToken cancellationToken)
    {
        var problems = new List<ReadyProblem>();
        var corpus = Directory.Exists(synchronizer.CorpusPath) || File.Exists(synchronizer.CorpusPath);
        if (!corpus)
        {
            problems.Add(new ReadyProblem("corpus-missing", $"There is no folder or file '{synchronizer.CorpusPath}'. Check Corpus:Path."));
        }

        if (keeper.Failure is { } failure)
        {
            problems.Add(new ReadyProblem(failure.Code, failure.Message));
        }

        var manifest = ReadManifest(problems);
        var usable = manifest is { DocumentCount: > 0 } && manifest.Corpus == synchronizer.CorpusPath;
        var progress = keeper.Progress;
        return new ReadyJson
        {
            Status = keeper.Starting ? ReadyStatus.Starting : usable ? ReadyStatus.Ready : ReadyStatus.Unavailable,
            Corpus = new ReadyCorpus(synchronizer.CorpusPath, corpus),
            Index = manifest is null
                ? null
                : new ReadyIndex(
                    synchronizer.IndexPath, manifest.DocumentCount, manifest.PassageCount, manifest.VectorCount, manifest.EmbeddingModel, corpus ? IsUpToDate(manifest, cancellationToken) : null),
            Indexing = keeper.Running ? new ReadyIndexing(progress?.Done ?? 0, progress?.Total) : null,
            Problems = problems,
        };
    }

    private IndexManifest? ReadManifest(List<ReadyProblem> problems)
    {
        try
        {
            return services.GetRequiredService<IndexStore>().ReadManifest();
        }
        catch (IndexException e)
        {
            problems.Add(new ReadyProblem(e.Code, e.Message));
            return null;
        }
    }

    private bool? IsUpToDate(IndexManifest manifest, CancellationToken cancellationToken)
    {
        lock (_comparing)
        {
            if (_comparedAt is null || manifest.Generation != _comparedGeneration || time.GetElapsedTime(_comparedAt.Value) > ComparedFor)
            {
                (_comparedAt, _comparedGeneration) = (time.GetTimestamp(), manifest.Generation);
                _upToDate = Compare(cancellationToken);
            }

            return _upToDate;
        }
    }

    private bool? Compare(CancellationToken cancellationToken)
    {
        try
        {
            return CorpusChanges.Find(services.GetRequiredService<IndexStore>(), synchronizer.CorpusPath, cancellationToken).None;
        }
        catch (ForumQAException)
        {
            return null;
        }
    }
}
