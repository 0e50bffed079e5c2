using ForumQA.Ingestion;
using ForumQA.Models.Chat;
using ForumQA.Models.Embedding;
using ForumQA.Models.Endpoints;
using ForumQA.Storage;

namespace ForumQA.Cli.Status;

/// <summary>What an index is, whether it is sound, and whether it is up to date. What <c>status --json</c> prints.</summary>
internal sealed record StatusReport
{
    public required string Index { get; init; }

    public required long Bytes { get; init; }

    public required string? Corpus { get; init; }

    public required int Documents { get; init; }

    public required int Passages { get; init; }

    public required int Vectors { get; init; }

    public required string? EmbeddingModel { get; init; }

    public required int? Dimensions { get; init; }

    public required int Schema { get; init; }

    public required string? Chunking { get; init; }

    /// <summary>Null when the corpus cannot be compared, because it is not there or not the one the index was made from.</summary>
    public required CorpusChanges? Changes { get; init; }

    /// <summary>The service of the model that writes answers; null when none is configured.</summary>
    public required EndpointReport? ChatEndpoint { get; init; }

    /// <summary>The service of the embedding model; null with the built-in model.</summary>
    public required EndpointReport? EmbeddingEndpoint { get; init; }

    public required bool Ok { get; init; }

    public required IReadOnlyList<string> Problems { get; init; }

    public static async Task<StatusReport> OfAsync(Shell shell, CancellationToken cancellationToken)
    {
        using var store = IndexStore.OpenExisting(shell.IndexPath);
        var manifest = store.ReadManifest();
        var problems = new List<string>(store.Check());
        var changes = FindChanges(store, manifest, shell.CorpusPath, problems, cancellationToken);
        var chat = await shell.Get<ChatEndpointCheck>().RunAsync(cancellationToken).ConfigureAwait(false);
        var embedding = await shell.Get<EmbeddingEndpointCheck>().RunAsync(cancellationToken).ConfigureAwait(false);
        problems.AddRange(new[] { chat, embedding }.OfType<EndpointReport>().Where(report => !report.Ok).Select(report => report.Message));
        return new StatusReport
        {
            Index = store.Path,
            Bytes = new FileInfo(store.Path).Length,
            Corpus = manifest.Corpus,
            Documents = manifest.DocumentCount,
            Passages = manifest.PassageCount,
            Vectors = manifest.VectorCount,
            EmbeddingModel = manifest.EmbeddingModel,
            Dimensions = manifest.Dimensions,
            Schema = manifest.SchemaVersion,
            Chunking = manifest.Chunking,
            Changes = changes,
            ChatEndpoint = chat,
            EmbeddingEndpoint = embedding,
            Ok = problems.Count == 0,
            Problems = problems,
        };
    }

    private static CorpusChanges? FindChanges(
        IndexStore store, IndexManifest manifest, string corpus, List<string> problems, CancellationToken cancellationToken)
    {
        if (manifest.Corpus != corpus)
        {
            problems.Add($"The index was made from '{manifest.Corpus}', the configured corpus is '{corpus}'. Name the other one with --corpus or another file with --index.");
            return null;
        }

        try
        {
            return CorpusChanges.Find(store, corpus, cancellationToken);
        }
        catch (ForumQAException e)
        {
            problems.Add(e.Message);
            return null;
        }
    }
}
