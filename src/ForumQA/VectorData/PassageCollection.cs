using System.Diagnostics.CodeAnalysis;
using System.Linq.Expressions;
using System.Runtime.CompilerServices;
using ForumQA.Retrieval;
using ForumQA.Storage;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.VectorData;

namespace ForumQA.VectorData;

/// <summary>The passages of the index as a collection for reading: by key, by filter, by vector, and by words and vector. Safe for use by many threads.</summary>
/// <remarks>
/// Each call reads one state of the index, when its results are first asked for. Whatever would write throws <see cref="NotSupportedException"/>.
/// A filter compares properties and metadata with values; what else it may do is in the message of the <see cref="NotSupportedException"/> for what it may not.
/// Where the index cannot be used, an <see cref="IndexException"/> names the remedy.
/// </remarks>
[SuppressMessage("Naming", "CA1711", Justification = "It is what Microsoft.Extensions.VectorData calls a collection.")]
public sealed class PassageCollection : VectorStoreCollection<string, PassageRecord>, IKeywordHybridSearchable<PassageRecord>
{
    private readonly IServiceProvider _services;

    internal PassageCollection(IServiceProvider services) => _services = services;

    /// <summary><see cref="ForumQAVectorStore.CollectionName"/>.</summary>
    public override string Name => ForumQAVectorStore.CollectionName;

    private PassageQueries Queries => new(
        _services.GetRequiredService<IndexStore>(),
        _services.GetRequiredService<Retriever>(),
        _services.GetRequiredService<IEmbeddingGenerator<string, Embedding<float>>>());

    /// <summary>Whether there is an index.</summary>
    /// <param name="cancellationToken">Stops it.</param>
    public override Task<bool> CollectionExistsAsync(CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        try
        {
            _services.GetRequiredService<IndexStore>();
            return Task.FromResult(true);
        }
        catch (IndexException e) when (e.Code == IndexException.MissingCode)
        {
            return Task.FromResult(false);
        }
    }

    /// <summary>Does nothing when there is an index.</summary>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="NotSupportedException">There is none.</exception>
    public override async Task EnsureCollectionExistsAsync(CancellationToken cancellationToken = default)
    {
        if (!await CollectionExistsAsync(cancellationToken).ConfigureAwait(false))
        {
            throw PassageRefusals.Writing();
        }
    }

    /// <summary>Not supported.</summary>
    /// <inheritdoc cref="UpsertAsync(PassageRecord, CancellationToken)"/>
    public override Task EnsureCollectionDeletedAsync(CancellationToken cancellationToken = default) => throw PassageRefusals.Writing();

    /// <summary>The passage of a <see cref="Passage.Id"/>; null when there is none.</summary>
    /// <param name="key">The id.</param>
    /// <param name="options">Whether the record carries its vector.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public override Task<PassageRecord?> GetAsync(string key, RecordRetrievalOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(key);
        cancellationToken.ThrowIfCancellationRequested();
        return Task.FromResult(Queries.Get([key], options?.IncludeVectors ?? false).SingleOrDefault());
    }

    /// <summary>The passages of ids in the order of the ids, all from one state of the index; unknown ids are passed over.</summary>
    /// <param name="keys">The ids.</param>
    /// <param name="options">Whether records carry their vectors.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public override IAsyncEnumerable<PassageRecord> GetAsync(
        IEnumerable<string> keys, RecordRetrievalOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(keys);
        return StreamAsync(_ => Task.FromResult(Queries.Get([.. keys], options?.IncludeVectors ?? false)), cancellationToken);
    }

    /// <summary>The passages that a filter is true for: in the order asked for, and then by <see cref="PassageRecord.DocumentId"/> and <see cref="PassageRecord.Ordinal"/>.</summary>
    /// <param name="filter">The filter.</param>
    /// <param name="top">At most so many; at least 1.</param>
    /// <param name="options">What is skipped, the order (texts by code point, missing values first), and whether records carry their vectors.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="NotSupportedException">The filter or the order has a part that cannot be translated.</exception>
    public override IAsyncEnumerable<PassageRecord> GetAsync(
        Expression<Func<PassageRecord, bool>> filter,
        int top,
        FilteredRecordRetrievalOptions<PassageRecord>? options = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(filter);
        ArgumentOutOfRangeException.ThrowIfLessThan(top, 1);
        options ??= new FilteredRecordRetrievalOptions<PassageRecord>();
        var condition = PassageFilter.Translate(filter, options.OrderBy?.Invoke(new FilteredRecordRetrievalOptions<PassageRecord>.OrderByDefinition()));
        return StreamAsync(_ => Task.FromResult(Queries.Find(condition, options.Skip, top, options.IncludeVectors)), cancellationToken);
    }

    /// <summary>The passages whose vectors have the greatest inner product with that of <paramref name="searchValue"/>, which is their score; best first.</summary>
    /// <typeparam name="TInput">A <see cref="string"/>, or <see cref="ReadOnlyMemory{T}"/>, array or <see cref="Embedding{T}"/> of <see cref="float"/>.</typeparam>
    /// <param name="searchValue">A text, embedded as a question by the index's model; or a vector that the model made.</param>
    /// <param name="top">At most so many; at least 1.</param>
    /// <param name="options">Filter, lowest score, what is skipped, and whether records carry their vectors.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="NotSupportedException">The type cannot be searched with, or the filter has a part that cannot be translated.</exception>
    public override IAsyncEnumerable<VectorSearchResult<PassageRecord>> SearchAsync<TInput>(
        TInput searchValue, int top, VectorSearchOptions<PassageRecord>? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(top, 1);
        options ??= new VectorSearchOptions<PassageRecord>();
        RequireProperty(options.VectorProperty, nameof(PassageRecord.Vector));
        var value = SearchValue.Of(searchValue);
        var condition = options.Filter is null ? null : PassageFilter.Translate(options.Filter);
        var page = new ResultPage(options.Skip, top, options.ScoreThreshold, options.IncludeVectors);
        return StreamAsync(token => Queries.SearchAsync(value, condition, page, token), cancellationToken);
    }

    /// <summary>The passages that <see cref="Retriever"/> finds: full text and vectors propose, features rank. Best first; scores are comparable within one search only.</summary>
    /// <typeparam name="TInput">As for <see cref="SearchAsync"/>.</typeparam>
    /// <param name="searchValue">A question, which is also searched for its words; or a vector, which needs keywords.</param>
    /// <param name="keywords">Further words to search for; may be empty with a question.</param>
    /// <param name="top">At most so many, from 1; with what is skipped not beyond <see cref="RetrievalOptions.HighestLimit"/>.</param>
    /// <param name="options">Filter, lowest score, what is skipped, and whether records carry their vectors.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="NotSupportedException">The type cannot be searched with, or the filter has a part that cannot be translated.</exception>
    public IAsyncEnumerable<VectorSearchResult<PassageRecord>> HybridSearchAsync<TInput>(
        TInput searchValue, ICollection<string> keywords, int top, HybridSearchOptions<PassageRecord>? options = null, CancellationToken cancellationToken = default)
        where TInput : notnull
    {
        ArgumentNullException.ThrowIfNull(keywords);
        ArgumentOutOfRangeException.ThrowIfLessThan(top, 1);
        options ??= new HybridSearchOptions<PassageRecord>();
        RequireProperty(options.VectorProperty, nameof(PassageRecord.Vector));
        RequireProperty(options.AdditionalProperty, nameof(PassageRecord.Text));
        var value = SearchValue.Of(searchValue);
        var words = keywords.Where(keyword => !string.IsNullOrWhiteSpace(keyword)).ToList();
        if (value.Text is null && words.Count == 0)
        {
            throw PassageRefusals.NoKeywords();
        }

        var condition = options.Filter is null ? null : PassageFilter.Translate(options.Filter);
        var page = new ResultPage(options.Skip, top, options.ScoreThreshold, options.IncludeVectors);
        return page.Last > RetrievalOptions.HighestLimit
            ? throw PassageRefusals.TooDeep(nameof(top), RetrievalOptions.HighestLimit)
            : StreamAsync(token => Queries.HybridSearchAsync(value, words, condition, page, token), cancellationToken);
    }

    /// <summary>Not supported: a passage must stand in its document's text, so only the indexer writes.</summary>
    /// <param name="record">A record.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="NotSupportedException">Always.</exception>
    public override Task UpsertAsync(PassageRecord record, CancellationToken cancellationToken = default) => throw PassageRefusals.Writing();

    /// <summary>Not supported.</summary>
    /// <inheritdoc cref="UpsertAsync(PassageRecord, CancellationToken)"/>
    public override Task UpsertAsync(IEnumerable<PassageRecord> records, CancellationToken cancellationToken = default) => throw PassageRefusals.Writing();

    /// <summary>Not supported.</summary>
    /// <inheritdoc cref="UpsertAsync(PassageRecord, CancellationToken)"/>
    public override Task DeleteAsync(string key, CancellationToken cancellationToken = default) => throw PassageRefusals.Writing();

    /// <summary>Not supported.</summary>
    /// <inheritdoc cref="UpsertAsync(PassageRecord, CancellationToken)"/>
    public override Task DeleteAsync(IEnumerable<string> keys, CancellationToken cancellationToken = default) => throw PassageRefusals.Writing();

    /// <summary>The collection itself, its <see cref="VectorStoreCollectionMetadata"/>, or what ForumQA registered, such as <see cref="IndexStore"/>.</summary>
    /// <param name="serviceType">What is asked for.</param>
    /// <param name="serviceKey">Null.</param>
    public override object? GetService(Type serviceType, object? serviceKey = null)
    {
        ArgumentNullException.ThrowIfNull(serviceType);
        return serviceKey is not null ? null
            : serviceType == typeof(VectorStoreCollectionMetadata)
                ? new VectorStoreCollectionMetadata { VectorStoreSystemName = ForumQAVectorStore.SystemName, CollectionName = Name }
            : serviceType.IsInstanceOfType(this) ? this
            : _services.GetService(serviceType);
    }

    private static void RequireProperty(Expression<Func<PassageRecord, object?>>? selector, string only)
    {
        var property = selector?.Body is UnaryExpression { NodeType: ExpressionType.Convert, Operand: var operand } ? operand : selector?.Body;
        if (property is not (null or MemberExpression { Expression: ParameterExpression }) || (property is MemberExpression member && member.Member.Name != only))
        {
            throw PassageRefusals.Property(selector!, only);
        }
    }

    /// <summary>Asks when the first result is wanted.</summary>
    private static async IAsyncEnumerable<T> StreamAsync<T>(
        Func<CancellationToken, Task<IReadOnlyList<T>>> ask, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        foreach (var result in await ask(cancellationToken).ConfigureAwait(false))
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return result;
        }
    }
}
