using System.IO.Compression;
using UglyToad.PdfPig.Filters;
using UglyToad.PdfPig.Tokens;

namespace ForumQA.Ingestion.Pdf;

/// <summary>A filter that tells what a stream unpacks to before it is unpacked.</summary>
internal sealed class BoundedFilter(IFilter inner, PdfBudget budget) : IFilter
{
    /// <summary>Most that a byte of each method can become: a code of LZW repeats at most some 4,000 bytes, but half of that on average.</summary>
    private const int LzwGrowth = 1400;

    private const int RunLengthGrowth = 64;

    public bool IsSupported => inner.IsSupported;

    public Memory<byte> Decode(Memory<byte> input, DictionaryToken streamDictionary, IFilterProvider filterProvider, int filterIndex)
    {
        budget.SpendBytes(inner switch
        {
            FlateFilter => Inflated(input),
            LzwFilter => Math.Min((long)input.Length * LzwGrowth, Math.Max(PdfBudget.MostStreamBytes, (long)input.Length * 64)),
            RunLengthFilter => (long)input.Length * RunLengthGrowth,
            _ => input.Length,
        });
        return inner.Decode(input, streamDictionary, filterProvider, filterIndex);
    }

    /// <summary>The size that Deflate data unpacks to, counted without keeping it, up to the limit.</summary>
    private long Inflated(Memory<byte> input)
    {
        if (input.Length < 3)
        {
            return input.Length;
        }

        // After the two bytes of zlib's header, as PdfPig reads it.
        using var deflate = new DeflateStream(new MemoryStream(input[2..].ToArray(), writable: false), CompressionMode.Decompress);
        var buffer = new byte[81_920];
        var total = 0L;
        try
        {
            for (int read; total <= PdfBudget.MostStreamBytes && (read = deflate.Read(buffer)) > 0; total += read)
            {
                budget.Check();
            }
        }
        catch (InvalidDataException)
        {
            // Damaged: PdfPig reads it as far as it goes, so as far counts.
        }

        return total;
    }
}
