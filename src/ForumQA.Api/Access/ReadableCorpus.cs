using System.Collections.Concurrent;
using ForumQA.Storage;

namespace ForumQA.Api.Access;

/// <summary>The documents as callers may see them: all of them, or a part with an index of its own. Endpoints that show documents ask here and nowhere else.</summary>
internal sealed class ReadableCorpus(IServiceProvider services) : IDisposable
{
    // Keys that are bound alike ask the same part, in which nothing is kept of who asked it.
    private readonly ConcurrentDictionary<string, CorpusPart> _parts = new(StringComparer.Ordinal);

    /// <summary>What asks the documents that a caller may see: an <see cref="IndexStore"/>, an <see cref="Answering.Answerer"/> and the like.</summary>
    /// <param name="caller">Who asks.</param>
    /// <param name="cancellationToken">Stops.</param>
    /// <exception cref="ForumQAException">The part cannot be brought up to date; nothing is shown then.</exception>
    public ValueTask<IServiceProvider> OpenAsync(Caller caller, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(caller);

        // Not opened here for all: endpoints say first what is wrong with a request, and then that there is no index.
        return caller.Within is { } filter
            ? _parts.GetOrAdd(caller.Binding!, _ => new CorpusPart(services, filter)).OpenAsync(cancellationToken)
            : ValueTask.FromResult(services);
    }

    /// <summary>Deletes the indexes of parts that nobody may ask any more.</summary>
    /// <param name="except">Those who may.</param>
    /// <exception cref="ForumQAException">One cannot be deleted.</exception>
    public void Discard(IReadOnlyCollection<Caller> except)
    {
        foreach (var binding in _parts.Keys.Except(except.Select(caller => caller.Binding!), StringComparer.Ordinal))
        {
            if (_parts.TryRemove(binding, out var part))
            {
                part.Dispose();
            }
        }

        CorpusPart.DiscardAllBut(except.Select(caller => caller.Within!), services.GetRequiredService<IndexPlace>());
    }

    public void Dispose()
    {
        foreach (var part in _parts.Values)
        {
            part.Dispose();
        }
    }
}
