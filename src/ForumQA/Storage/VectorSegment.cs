namespace ForumQA.Storage;

/// <summary>The vectors of the passages of one document.</summary>
/// <param name="Document">The document's row.</param>
/// <param name="Written">The generation of the index that wrote it.</param>
/// <param name="FirstRow">The first passage's row; the others follow it without a gap.</param>
/// <param name="Count">How many.</param>
/// <param name="Vectors">One <see cref="QuantizedVector"/> after the other.</param>
internal sealed record VectorSegment(long Document, long Written, long FirstRow, int Count, byte[] Vectors)
{
    public int Size => Vectors.Length / Count;

    public ReadOnlySpan<byte> this[int passage] => Vectors.AsSpan(passage * Size, Size);
}

/// <summary>The vectors of one generation of an index.</summary>
/// <param name="Generation">The index's generation.</param>
/// <param name="Dimensions">Numbers in a vector; 0 when there is none.</param>
/// <param name="Segments">In ascending order of the passages' rows.</param>
internal sealed record VectorMatrix(long Generation, int Dimensions, IReadOnlyList<VectorSegment> Segments)
{
    /// <summary>The vector of a passage; empty when it has none.</summary>
    public ReadOnlySpan<byte> Find(long row)
    {
        var (low, high) = (0, Segments.Count - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            var segment = Segments[middle];
            if (row < segment.FirstRow)
            {
                high = middle - 1;
            }
            else if (row >= segment.FirstRow + segment.Count)
            {
                low = middle + 1;
            }
            else
            {
                return segment[(int)(row - segment.FirstRow)];
            }
        }

        return [];
    }
}
