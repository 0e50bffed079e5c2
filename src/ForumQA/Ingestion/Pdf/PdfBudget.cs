namespace ForumQA.Ingestion.Pdf;

/// <summary>What reading one file may cost. A few kilobytes can be written that unpack to terabytes, or that never end.</summary>
/// <remarks>PdfPig asks for no token while it reads, but for every stream it unpacks and glyph it places it comes by here.</remarks>
internal sealed class PdfBudget(CancellationToken cancellationToken)
{
    /// <summary>The most bytes that one stream may unpack to. The content of a page takes about ten times its size once parsed.</summary>
    public const int MostStreamBytes = 64 * 1024 * 1024;

    private const long MostBytes = 2L * 1024 * 1024 * 1024;
    private const int MostGlyphs = 50_000_000;
    private const int MostPageGlyphs = 1_000_000;

    private long _bytes;
    private int _glyphs;
    private int _pageGlyphs;

    /// <summary>Whether a limit was passed. PdfPig swallows what is thrown while it reads fonts, so this is asked after each page.</summary>
    public bool IsExceeded { get; private set; }

    /// <exception cref="OperationCanceledException">The time is over.</exception>
    /// <exception cref="PdfBudgetException">A limit was passed before.</exception>
    public void Check()
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (IsExceeded)
        {
            throw new PdfBudgetException();
        }
    }

    public void StartPage()
    {
        Check();
        _pageGlyphs = 0;
    }

    /// <summary>Counts the bytes of a stream that is about to be unpacked.</summary>
    public void SpendBytes(long count)
    {
        _bytes += count;
        IsExceeded |= count > MostStreamBytes || _bytes > MostBytes;
        Check();
    }

    public void SpendGlyph()
    {
        IsExceeded |= ++_glyphs > MostGlyphs || ++_pageGlyphs > MostPageGlyphs;
        if (IsExceeded || (_glyphs & 0xff) == 0)
        {
            Check();
        }
    }

    /// <summary>Ends the reading where a page calls pieces of itself more deeply than any real one.</summary>
    public void Exceed()
    {
        IsExceeded = true;
        Check();
    }
}
