using ForumQA.Cli.Json;
using ForumQA.Ingestion;
using ForumQA.Models.Chat;
using ForumQA.Models.Embedding;
using ForumQA.Models.Endpoints;
using ForumQA.Storage;

namespace ForumQA.Cli.Status;

/// <summary>Looks whether the index is sound and up to date, and whether the models answer.</summary>
internal static class StatusReport
{
    public static async Task<StatusJson> ReadAsync(Shell shell, CancellationToken cancellationToken)
    {
        using var store = shell.Synchronizer.Index.OpenExisting();
        var manifest = store.ReadManifest();
        var problems = new List<string>(store.Check());
        var changes = FindChanges(store, manifest, shell.CorpusPath, problems, cancellationToken);
        var chat = await shell.Get<ChatEndpointCheck>().RunAsync(cancellationToken).ConfigureAwait(false);
        var embedding = await shell.Get<EmbeddingEndpointCheck>().RunAsync(cancellationToken).ConfigureAwait(false);
        problems.AddRange(chat.Append(embedding).OfType<EndpointReport>().Where(report => !report.Ok).Select(report => report.Message).Distinct(StringComparer.Ordinal));
        return new StatusJson
        {
            Index = store.Path,
            Bytes = store.ReadSize(),
            Corpus = manifest.Corpus,
            Documents = manifest.DocumentCount,
            Passages = manifest.PassageCount,
            Vectors = manifest.VectorCount,
            EmbeddingModel = manifest.EmbeddingModel,
            Dimensions = manifest.Dimensions,
            Schema = manifest.SchemaVersion,
            Chunking = manifest.Chunking,
            Changes = changes,
            ChatEndpoint = chat.Count == 0 ? null : chat[0],
            FurtherModels = [.. chat.Skip(1)],
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
