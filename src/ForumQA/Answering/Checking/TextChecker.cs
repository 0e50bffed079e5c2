using System.Globalization;
using ForumQA.Ingestion;
using ForumQA.Retrieval;
using ForumQA.Storage;

namespace ForumQA.Answering.Checking;

/// <summary>Checks any text against the documents: which of its sentences they say, in which words, and which they contradict. Safe for use by many threads; needs no language model.</summary>
public sealed class TextChecker
{
    /// <summary>The longest text that is checked, in UTF-16 code units.</summary>
    public const int LongestText = 200_000;

    /// <summary>Passages looked up for a sentence.</summary>
    private const int PassagesForClaim = 8;

    private readonly IndexStore _store;
    private readonly Retriever _retriever;
    private readonly DocumentReaders _readers;

    internal TextChecker(IndexStore store, Retriever retriever, DocumentReaders readers) => (_store, _retriever, _readers) = (store, retriever, readers);

    /// <summary>Checks a text.</summary>
    /// <param name="text">Plain or in Markdown; not blank, at most <see cref="LongestText"/>.</param>
    /// <param name="filter">Which documents are asked; null, the default, for all.</param>
    /// <param name="cancellationToken">Stops.</param>
    /// <exception cref="ForumQAException">The text is blank or too long, there is no index, or the filter names an unknown document; the message says what to do.</exception>
    public Task<CheckedText> CheckAsync(string text, CorpusFilter? filter = null, CancellationToken cancellationToken = default) => CheckAsync(text, [], filter, cancellationToken);

    /// <summary>Reads a file and checks its text, which <see cref="CheckedText.Text"/> gives back.</summary>
    /// <param name="path">A file of any format that documents may have.</param>
    /// <param name="filter">Which documents are asked; null, the default, for all.</param>
    /// <param name="cancellationToken">Stops.</param>
    /// <exception cref="ForumQAException">The file cannot be read, or its text not be checked; the message says what to do.</exception>
    public async Task<CheckedText> CheckFileAsync(string path, CorpusFilter? filter = null, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        var document = await _readers.ReadFileAsync(Path.GetFileName(path), path, cancellationToken).ConfigureAwait(false);
        return await CheckAsync(document.Text, document.Headings, filter, cancellationToken).ConfigureAwait(false);
    }

    private async Task<CheckedText> CheckAsync(string text, IReadOnlyList<DocumentHeading> headings, CorpusFilter? filter, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (string.IsNullOrWhiteSpace(text))
        {
            throw new ForumQAException("text-empty", "There is nothing to check: the text is empty. Give a text with at least one sentence.");
        }

        if (text.Length > LongestText)
        {
            throw new ForumQAException(
                "text-too-long", string.Create(CultureInfo.InvariantCulture, $"The text has {text.Length:N0} characters; {LongestText:N0} are allowed. Check it in parts."));
        }

        using var snapshot = _store.OpenSnapshot();
        CorpusFilterReader.Read(snapshot, filter); // An unknown document is an error whether or not the text has a claim.
        var check = new ClaimCheck(snapshot, _retriever, filter, PassagesForClaim);
        var claims = new List<CheckedClaim>();
        foreach (var claim in ClaimSplitter.Split(text, headings))
        {
            cancellationToken.ThrowIfCancellationRequested();
            claims.Add(await check.RunAsync(claim, claim.Span.Of(text).ToString(), cancellationToken).ConfigureAwait(false));
        }

        return new CheckedText(text, claims);
    }
}
