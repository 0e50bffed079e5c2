using ForumQA.Retrieval;
using Microsoft.SemanticKernel.Data;

namespace ForumQA.SemanticKernel;

/// <summary>ForumQA's retrieval as the text search of a Kernel. Safe for use by many threads.</summary>
/// <remarks>At most <see cref="RetrievalOptions.HighestLimit"/> passages are found for a query; pages and the total count are of these.</remarks>
/// <param name="retriever">Finds the passages.</param>
internal sealed class PassageSearch(Retriever retriever) : ITextSearch<Evidence>
{
    /// <summary>Finds passages and gives their words.</summary>
    /// <inheritdoc cref="GetSearchResultsAsync"/>
    public Task<KernelSearchResults<string>> SearchAsync(
        string query, TextSearchOptions<Evidence>? searchOptions = null, CancellationToken cancellationToken = default) =>
        FindAsync(query, searchOptions, evidence => evidence.Passage.Text, cancellationToken);

    /// <summary>Finds passages and gives their words with a citation: title, headings, document and offsets as the name, the document's URI as the link.</summary>
    /// <inheritdoc cref="GetSearchResultsAsync"/>
    public Task<KernelSearchResults<TextSearchResult>> GetTextSearchResultsAsync(
        string query, TextSearchOptions<Evidence>? searchOptions = null, CancellationToken cancellationToken = default) =>
        FindAsync(query, searchOptions, Cite, cancellationToken);

    /// <summary>Finds passages and gives them as <see cref="Evidence"/>.</summary>
    /// <param name="query">A question or key words; not blank.</param>
    /// <param name="searchOptions">Which page of the results; a filter is applied to each passage found.</param>
    /// <param name="cancellationToken">Stops the search.</param>
    /// <exception cref="ForumQAException">The index or the embedding service cannot be used.</exception>
    public Task<KernelSearchResults<Evidence>> GetSearchResultsAsync(
        string query, TextSearchOptions<Evidence>? searchOptions = null, CancellationToken cancellationToken = default) =>
        FindAsync(query, searchOptions, evidence => evidence, cancellationToken);

    private static TextSearchResult Cite(Evidence evidence)
    {
        var (passage, title) = (evidence.Passage, evidence.DocumentTitle);
        var heading = passage.Heading is null || passage.Heading == title ? title
            : passage.Heading.StartsWith(title, StringComparison.Ordinal) ? passage.Heading
            : $"{title} › {passage.Heading}";
        var page = passage.Page is null ? "" : $", page {passage.Page}";
        return new TextSearchResult(passage.Text)
        {
            Name = $"{heading}{page} ({passage.DocumentId}, characters {passage.Start}-{passage.End})",
            Link = evidence.DocumentUri,
        };
    }

    private async Task<KernelSearchResults<T>> FindAsync<T>(
        string query, TextSearchOptions<Evidence>? searchOptions, Func<Evidence, T> select, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(query);
        var options = searchOptions ?? new TextSearchOptions<Evidence>();

        // As many for every page: how many are proposed can change their order.
        var found = await retriever.RetrieveAsync(query, null, RetrievalOptions.HighestLimit, cancellationToken).ConfigureAwait(false);
        var passing = options.Filter is null ? found : [.. found.Where(options.Filter.Compile())];
        var results = passing.Skip(options.Skip).Take(options.Top).Select(select).ToList();
        return new KernelSearchResults<T>(results.ToAsyncEnumerable(), options.IncludeTotalCount ? passing.Count : null, null);
    }
}
