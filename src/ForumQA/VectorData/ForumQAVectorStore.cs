using System.Runtime.CompilerServices;
using ForumQA.Storage;
using Microsoft.Extensions.VectorData;

namespace ForumQA.VectorData;

/// <summary>The index as a vector store with one collection, <see cref="CollectionName"/>, for reading. Safe for use by many threads.</summary>
/// <remarks>
/// The index is opened when something is first read, so that the store can be had before there is one.
/// Whatever would write throws <see cref="NotSupportedException"/>: passages are made by the indexer alone.
/// </remarks>
/// <param name="services">What <see cref="ForumQAServices.AddForumQA"/> registered; it outlives the store.</param>
public sealed class ForumQAVectorStore(IServiceProvider services) : VectorStore
{
    /// <summary>The name of the collection: <c>passages</c>.</summary>
    public const string CollectionName = "passages";

    internal const string SystemName = "forumqa";

    private readonly IServiceProvider _services = services ?? throw new ArgumentNullException(nameof(services));

    /// <summary>The collection of passages, with its own type; the same as <see cref="GetCollection"/> gives.</summary>
    public PassageCollection Passages => new(_services);

    /// <summary>The collection of passages.</summary>
    /// <typeparam name="TKey"><see cref="string"/>.</typeparam>
    /// <typeparam name="TRecord"><see cref="PassageRecord"/>.</typeparam>
    /// <param name="name"><see cref="CollectionName"/>.</param>
    /// <param name="definition">Null: what a record holds is fixed.</param>
    /// <exception cref="ArgumentException">The store has no collection of that name.</exception>
    /// <exception cref="NotSupportedException">Other types were asked for, or a definition was given.</exception>
    public override VectorStoreCollection<TKey, TRecord> GetCollection<TKey, TRecord>(string name, VectorStoreCollectionDefinition? definition = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        if (name != CollectionName)
        {
            throw new ArgumentException($"The index has no collection '{name}'. Ask for '{CollectionName}'.", nameof(name));
        }

        if (definition is not null)
        {
            throw new NotSupportedException($"What the collection '{CollectionName}' holds is fixed by {nameof(PassageRecord)}. Leave out the definition.");
        }

        return Passages as VectorStoreCollection<TKey, TRecord> ?? throw new NotSupportedException(
            $"The collection '{CollectionName}' has no records {typeof(TRecord).Name} with keys {typeof(TKey).Name}. " +
            $"Call GetCollection<string, {nameof(PassageRecord)}>(\"{CollectionName}\").");
    }

    /// <summary>Not supported: records are of one type.</summary>
    /// <param name="name">The collection.</param>
    /// <param name="definition">What its records would hold.</param>
    /// <exception cref="NotSupportedException">Always.</exception>
    public override VectorStoreCollection<object, Dictionary<string, object?>> GetDynamicCollection(string name, VectorStoreCollectionDefinition definition) =>
        throw new NotSupportedException(
            $"The index gives its passages as {nameof(PassageRecord)} only. Call GetCollection<string, {nameof(PassageRecord)}>(\"{CollectionName}\").");

    /// <summary>The one collection's name; none while there is no index.</summary>
    /// <param name="cancellationToken">Stops it.</param>
    public override async IAsyncEnumerable<string> ListCollectionNamesAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        if (await CollectionExistsAsync(CollectionName, cancellationToken).ConfigureAwait(false))
        {
            yield return CollectionName;
        }
    }

    /// <summary>Whether it is <see cref="CollectionName"/> and there is an index.</summary>
    /// <param name="name">The collection.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="IndexException">There is an index that cannot be used.</exception>
    public override Task<bool> CollectionExistsAsync(string name, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        return name == CollectionName ? Passages.CollectionExistsAsync(cancellationToken) : Task.FromResult(false);
    }

    /// <summary>Does nothing for a collection that the store does not have; the one that it has cannot be deleted.</summary>
    /// <param name="name">The collection.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="NotSupportedException">It is <see cref="CollectionName"/>.</exception>
    public override Task EnsureCollectionDeletedAsync(string name, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        return name == CollectionName ? Passages.EnsureCollectionDeletedAsync(cancellationToken) : Task.CompletedTask;
    }

    /// <summary>The store itself, its <see cref="VectorStoreMetadata"/>, or what ForumQA registered, such as <see cref="IndexStore"/>.</summary>
    /// <param name="serviceType">What is asked for.</param>
    /// <param name="serviceKey">Null.</param>
    public override object? GetService(Type serviceType, object? serviceKey = null)
    {
        ArgumentNullException.ThrowIfNull(serviceType);
        return serviceKey is not null ? null
            : serviceType == typeof(VectorStoreMetadata) ? new VectorStoreMetadata { VectorStoreSystemName = SystemName }
            : serviceType.IsInstanceOfType(this) ? this
            : _services.GetService(serviceType);
    }
}
