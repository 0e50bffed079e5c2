using System.Text.Json;
using ForumQA.Storage;

namespace ForumQA.Answering.Bundles;

/// <summary>Makes, writes and reads evidence bundles.</summary>
internal sealed class EvidenceBundles
{
    private readonly IndexStore _store;
    private readonly IReadOnlyDictionary<string, string> _options;
    private readonly TimeProvider _time;

    /// <summary>Creates a maker of bundles.</summary>
    /// <param name="store">The index that answers come from.</param>
    /// <param name="options">The options in force, by configuration key; no secrets.</param>
    /// <param name="time">The clock.</param>
    public EvidenceBundles(IndexStore store, IReadOnlyDictionary<string, string> options, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(time);
        _store = store;
        _options = options;
        _time = time;
    }

    /// <summary>Bundles an answer that the index has just given.</summary>
    /// <param name="answer">The answer.</param>
    /// <exception cref="ForumQAException">A document was changed in the meantime; the message says to ask again.</exception>
    public EvidenceBundle Create(Answer answer)
    {
        ArgumentNullException.ThrowIfNull(answer);
        var manifest = _store.ReadManifest();
        var documents = answer.Citations.GroupBy(citation => citation.DocumentId).Select(Describe).ToList();
        return new EvidenceBundle
        {
            Format = EvidenceBundle.CurrentFormat,
            CreatedAt = _time.GetUtcNow(),
            Question = answer.Question,
            StandaloneQuestion = answer.StandaloneQuestion,
            Status = answer.Status,
            Kind = answer.Kind,
            Lead = answer.Lead,
            Sentences = [.. answer.Sentences.Select(sentence => new BundledSentence(
                sentence.Text, sentence.Support, [.. sentence.Citations.Select(citation => citation.Number)], sentence.Original, sentence.Group))],
            Citations = answer.Citations,
            Reason = answer.Abstention?.Reason,
            Documents = documents,
            Index = new BundledIndex(
                manifest.SchemaVersion, manifest.Generation, manifest.EmbeddingModel, manifest.Chunking, manifest.DocumentCount, manifest.PassageCount),
            Model = answer.Model,
            PromptHash = answer.PromptHash,
            Options = _options,
            Notes = answer.Notes,
        };
    }

    /// <summary>Writes a bundle to a file, whole or not at all.</summary>
    /// <param name="bundle">The bundle.</param>
    /// <param name="path">The file; replaced when there is one.</param>
    /// <param name="cancellationToken">Stops writing.</param>
    /// <exception cref="ForumQAException">The file cannot be written.</exception>
    public static async Task WriteAsync(EvidenceBundle bundle, string path, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(bundle);
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        var temporary = $"{path}.{Guid.NewGuid():N}.tmp";
        try
        {
            await File.WriteAllBytesAsync(
                temporary, JsonSerializer.SerializeToUtf8Bytes(bundle, BundleJson.Default.EvidenceBundle), cancellationToken).ConfigureAwait(false);
            File.Move(temporary, path, overwrite: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new ForumQAException("bundle-unwritable", $"'{path}' cannot be written. Name a file in a folder that exists and that you may write to.", e);
        }
        finally
        {
            if (File.Exists(temporary))
            {
                File.Delete(temporary);
            }
        }
    }

    /// <summary>Reads a bundle.</summary>
    /// <param name="path">The file.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    /// <exception cref="ForumQAException">It cannot be read, or is no bundle.</exception>
    public static async Task<EvidenceBundle> ReadAsync(string path, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        try
        {
            var bundle = JsonSerializer.Deserialize(await File.ReadAllBytesAsync(path, cancellationToken).ConfigureAwait(false), BundleJson.Default.EvidenceBundle);
            return bundle?.Format == EvidenceBundle.CurrentFormat ? bundle : throw NoBundle(path, $"its format is not '{EvidenceBundle.CurrentFormat}'");
        }
        catch (JsonException e)
        {
            throw NoBundle(path, e.Message, e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new ForumQAException("bundle-unreadable", $"'{path}' cannot be opened. Check that it exists and that you may read it.", e);
        }
    }

    private static ForumQAException NoBundle(string path, string why, Exception? cause = null) => new(
        "bundle-invalid", $"'{path}' is not an evidence bundle: {why}. Make one with: forumqa ask \"...\" --bundle {Path.GetFileName(path)}", cause);

    private BundledDocument Describe(IGrouping<string, Citation> cited)
    {
        var document = _store.Documents.Find(cited.Key);
        return document is not null && cited.All(citation => citation.StandsIn(document.Text))
            ? new BundledDocument(document.Id, document.Title, document.Uri, document.ContentHash)
            : throw new ForumQAException("document-changed", $"'{cited.Key}' was changed while the question was answered. Ask again.");
    }
}
