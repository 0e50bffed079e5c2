using Microsoft.Extensions.Options;

namespace ForumQA.Ingestion;

/// <summary>Cuts documents into passages of whole sentences.</summary>
internal sealed class Chunker(IOptions<ChunkingOptions> options)
{
    /// <summary>To be raised whenever the same options give other passages than before.</summary>
    public const int Version = 1;

    private readonly ChunkingOptions _options = options.Value;

    public IReadOnlyList<Passage> Chunk(Document document)
    {
        ArgumentNullException.ThrowIfNull(document);
        _ = _options;
        return [];
    }
}
