using System.Buffers.Binary;

namespace ForumQA.PostgreSql;

/// <summary>A row of <c>postings</c>: which of 512 passages have a term.</summary>
/// <remarks>Of each passage 16 bits tell which; of a stem 16 more how often it is there and 16 the passage's length.</remarks>
internal static class PostingBlock
{
    /// <summary>The kinds of term, as <c>postings.kind</c> has them.</summary>
    public const short Stems = 0;

    /// <inheritdoc cref="Stems"/>
    public const short Spellings = 1;

    /// <summary>Passages in a block: a common stem's row is 3 KB then, which fits into a page.</summary>
    public const int Passages = 512;

    /// <summary>Bytes that a passage takes.</summary>
    public static int SizeOf(short kind) => kind == Stems ? 3 * sizeof(ushort) : sizeof(ushort);

    public static int BlockOf(long passage) => (int)(passage / Passages);

    public static void Append(List<byte> block, long passage, int times, int length)
    {
        Append(block, passage);
        Append(block, times);
        Append(block, length);
    }

    public static void Append(List<byte> block, long passage) => Append(block, (int)(passage % Passages));

    /// <summary>The passage at a place.</summary>
    public static long PassageAt(int block, ReadOnlySpan<byte> entry) => ((long)block * Passages) + BinaryPrimitives.ReadUInt16LittleEndian(entry);

    /// <summary>How often a stem is in the passage at a place, and how long that is.</summary>
    public static (int Times, int Length) FrequencyAt(ReadOnlySpan<byte> entry) =>
        (BinaryPrimitives.ReadUInt16LittleEndian(entry[2..]), BinaryPrimitives.ReadUInt16LittleEndian(entry[4..]));

    /// <summary>A block without some passages.</summary>
    public static byte[] Without(short kind, int block, byte[] postings, IReadOnlySet<long> passages)
    {
        var size = SizeOf(kind);
        var kept = new List<byte>(postings.Length);
        for (var i = 0; i < postings.Length; i += size)
        {
            var entry = postings.AsSpan(i, size);
            if (!passages.Contains(PassageAt(block, entry)))
            {
                kept.AddRange(entry);
            }
        }

        return kept.Count == postings.Length ? postings : [.. kept];
    }

    // Passages have some hundred words; of one with more, 65,535 count.
    private static void Append(List<byte> block, int number)
    {
        Span<byte> bytes = stackalloc byte[sizeof(ushort)];
        BinaryPrimitives.WriteUInt16LittleEndian(bytes, (ushort)Math.Min(number, ushort.MaxValue));
        block.AddRange(bytes);
    }
}
