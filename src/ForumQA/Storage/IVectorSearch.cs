namespace ForumQA.Storage;

/// <summary>An engine that proposes near vectors itself, so that a process need not hold them all. Approximate, so asked for by name: see <see cref="IndexOptions.VectorExtension"/>.</summary>
internal interface IVectorSearch
{
    /// <summary>Numbers in a vector.</summary>
    int Dimensions { get; }

    /// <summary>Passages among which the nearest by inner product are likely to be: more than are wanted, to be scored and chosen from.</summary>
    /// <param name="query">A vector of <see cref="Dimensions"/> numbers.</param>
    /// <param name="limit">How many are wanted.</param>
    IReadOnlyList<long> Propose(float[] query, int limit);

    /// <summary>The vectors of the given passages; those without one are left out.</summary>
    VectorMatrix Load(IReadOnlyCollection<long> rows);
}
