using System.Runtime.CompilerServices;
using ForumQA.Retrieval;
using Microsoft.Extensions.VectorData;
using Microsoft.SemanticKernel.Data;

namespace ForumQA.SemanticKernel;

/// <summary>ForumQA's retrieval as the text search of a Kernel. Safe for use by many threads.</summary>
/// <remarks>At most <see cref="RetrievalOptions.HighestLimit"/> passages are found for a query; pages and the total count are of these.</remarks>
/// <param name="retriever">Finds the passages.</param>
public sealed class PassageSearch(Retriever retriever) : ITextSearch<Evidence>, ITextSearch
{
    private const string DocumentIdField = nameof(Passage.DocumentId);

    /// <summary>Finds passages and gives their words.</summary>
    /// <inheritdoc cref="GetSearchResultsAsync"/>
    public Task<KernelSearchResults<string>> SearchAsync(
        string query, TextSearchOptions<Evidence>? searchOptions = null, CancellationToken cancellationToken = default) =>
        FindAsync(query, Page.Of(searchOptions), evidence => evidence.Passage.Text, cancellationToken);

    /// <summary>Finds passages and gives their words with a citation: title, headings, document and offsets as the name, the document's URI as the link.</summary>
    /// <inheritdoc cref="GetSearchResultsAsync"/>
    public Task<KernelSearchResults<TextSearchResult>> GetTextSearchResultsAsync(
        string query, TextSearchOptions<Evidence>? searchOptions = null, CancellationToken cancellationToken = default) =>
        FindAsync(query, Page.Of(searchOptions), Cite, cancellationToken);

    /// <summary>Finds passages and gives them as <see cref="Evidence"/>.</summary>
    /// <param name="query">A question or key words; not blank.</param>
    /// <param name="searchOptions">Which page of the results; a filter is applied to each passage found.</param>
    /// <param name="cancellationToken">Stops the search.</param>
    /// <exception cref="ForumQAException">The index or the embedding service cannot be used.</exception>
    public Task<KernelSearchResults<Evidence>> GetSearchResultsAsync(
        string query, TextSearchOptions<Evidence>? searchOptions = null, CancellationToken cancellationToken = default) =>
        FindAsync(query, Page.Of(searchOptions), evidence => evidence, cancellationToken);

    /// <inheritdoc/>
    Task<KernelSearchResults<string>> ITextSearch.SearchAsync(string query, TextSearchOptions? searchOptions, CancellationToken cancellationToken) =>
        FindAsync(query, Page.Of(searchOptions), evidence => evidence.Passage.Text, cancellationToken);

    /// <inheritdoc/>
    Task<KernelSearchResults<TextSearchResult>> ITextSearch.GetTextSearchResultsAsync(string query, TextSearchOptions? searchOptions, CancellationToken cancellationToken) =>
        FindAsync(query, Page.Of(searchOptions), Cite, cancellationToken);

    /// <inheritdoc/>
    Task<KernelSearchResults<object>> ITextSearch.GetSearchResultsAsync(string query, TextSearchOptions? searchOptions, CancellationToken cancellationToken) =>
        FindAsync<object>(query, Page.Of(searchOptions), evidence => evidence, cancellationToken);

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

    private static async IAsyncEnumerable<T> StreamAsync<T>(IReadOnlyList<T> results, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var result in results)
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return result;
        }

        await Task.CompletedTask.ConfigureAwait(false);
    }

    private async Task<KernelSearchResults<T>> FindAsync<T>(string query, Page page, Func<Evidence, T> select, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(query);

        // As many for every page: how many are proposed can change their order.
        var found = await retriever.RetrieveAsync(query, page.Filter, RetrievalOptions.HighestLimit, cancellationToken).ConfigureAwait(false);
        var passing = page.Passes is null ? found : [.. found.Where(page.Passes)];
        var results = passing.Skip(page.Skip).Take(page.Top).Select(select).ToList();
        return new KernelSearchResults<T>(StreamAsync(results, cancellationToken), page.Count ? passing.Count : null, null);
    }

    private sealed record Page(int Top, int Skip, bool Count, CorpusFilter? Filter, Func<Evidence, bool>? Passes)
    {
        public static Page Of(TextSearchOptions<Evidence>? options)
        {
            options ??= new TextSearchOptions<Evidence>();
            return new Page(options.Top, options.Skip, options.IncludeTotalCount, null, options.Filter?.Compile());
        }

        public static Page Of(TextSearchOptions? options)
        {
            options ??= new TextSearchOptions();
            return new Page(options.Top, options.Skip, options.IncludeTotalCount, Read(options.Filter), null);
        }

        /// <exception cref="NotSupportedException">It asks for more than equality.</exception>
        private static CorpusFilter Read(TextSearchFilter? filter)
        {
            var equalities = (filter?.FilterClauses ?? []).Select(clause => clause as EqualToFilterClause
                ?? throw new NotSupportedException($"A filter may only ask for equality, of {DocumentIdField} or of a document's metadata.")).ToLookup(IsDocumentId);
            return new CorpusFilter
            {
                Documents = [.. equalities[true].Select(clause => $"{clause.Value}")],
                Metadata = equalities[false].ToDictionary(clause => clause.FieldName, clause => $"{clause.Value}"),
            };
        }

        private static bool IsDocumentId(EqualToFilterClause clause) => clause.FieldName.Equals(DocumentIdField, StringComparison.OrdinalIgnoreCase);
    }
}
