using ForumQA.Ingestion;
using ForumQA.Storage;

namespace ForumQA.Answering.Bundles;

/// <summary>Checks every quotation of a bundle again, against an index or against the documents themselves. Needs no network.</summary>
internal sealed class BundleVerifier
{
    private readonly DocumentReaders _readers;

    internal BundleVerifier(DocumentReaders readers) => _readers = readers;

    /// <summary>Checks against an index as it is.</summary>
    /// <param name="bundle">The bundle.</param>
    /// <param name="store">The index.</param>
    public static IReadOnlyList<QuotationCheck> Verify(EvidenceBundle bundle, IndexStore store)
    {
        ArgumentNullException.ThrowIfNull(bundle);
        ArgumentNullException.ThrowIfNull(store);
        var texts = bundle.Citations.Select(citation => citation.DocumentId).Distinct().ToDictionary(id => id, id => store.Documents.Find(id)?.Text, StringComparer.Ordinal);
        return [.. bundle.Citations.Select(citation => QuotationCheck.Of(citation, texts[citation.DocumentId]))];
    }

    /// <summary>Reads the cited documents of a corpus and checks against them.</summary>
    /// <param name="bundle">The bundle.</param>
    /// <param name="corpus">The corpus's folder or file.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    /// <exception cref="ForumQAException">There is no such corpus.</exception>
    public async Task<IReadOnlyList<QuotationCheck>> VerifyAsync(EvidenceBundle bundle, string corpus, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(bundle);
        var files = CorpusFolder.List(corpus, cancellationToken).Files.ToDictionary(file => file.DocumentId, StringComparer.Ordinal);
        var checks = new Dictionary<string, (string? Text, string? Note)>(StringComparer.Ordinal);
        foreach (var id in bundle.Citations.Select(citation => citation.DocumentId).Distinct())
        {
            checks[id] = files.TryGetValue(id, out var file)
                ? await ReadAsync(id, file.FullPath, cancellationToken).ConfigureAwait(false)
                : (null, null);
        }

        return [.. bundle.Citations.Select(citation => checks[citation.DocumentId] switch
        {
            (_, { } note) => new QuotationCheck(citation, QuotationState.Changed, null, note),
            var (text, _) => QuotationCheck.Of(citation, text),
        })];
    }

    private async Task<(string? Text, string? Note)> ReadAsync(string id, string path, CancellationToken cancellationToken)
    {
        try
        {
            return ((await _readers.ReadFileAsync(id, path, cancellationToken).ConfigureAwait(false)).Text, null);
        }
        catch (ForumQAException e)
        {
            // One document that cannot be read says nothing of the others.
            return (null, e.Message);
        }
    }
}
