using System.Text;

namespace ForumQA.Ingestion;

/// <summary>Finds the encoding of a text file and decodes it.</summary>
/// <remarks>
/// In this order: a byte order mark, UTF-16 without one, valid UTF-8, the encoding the file declares,
/// Shift_JIS, EUC-JP and GB18030 when nearly every byte fits, and windows-1252, which takes everything.
/// </remarks>
internal static class TextDecoder
{
    private const int SampleSize = 64 * 1024;

    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    static TextDecoder() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <param name="file">The file.</param>
    /// <param name="declared">The name of the encoding the file declares; null when it declares none.</param>
    /// <exception cref="ForumQAException">The file is not text.</exception>
    public static string Decode(SourceFile file, string? declared = null)
    {
        ReadOnlySpan<byte> bytes = file.Bytes;
        if (FromMark(bytes) is { } marked)
        {
            return marked.GetString(bytes[marked.Preamble.Length..]);
        }

        var sample = bytes[..Math.Min(bytes.Length, SampleSize)];
        if (WithoutMark(sample) is { } wide)
        {
            return wide.GetString(bytes);
        }

        if (sample.Contains((byte)0))
        {
            throw new ForumQAException(
                "not-text", $"'{file.Name}' holds binary data, not text. Save it as UTF-8 text, or give it the extension of its format.");
        }

        var text = Strictly(StrictUtf8, bytes);
        var escapes = declared is not null && sample.Contains((byte)0x1b);
        return text is not null && !escapes
            ? text
            : (Named(declared) ?? EastAsian(bytes) ?? Encoding.GetEncoding(1252)).GetString(bytes);
    }

    private static Encoding? FromMark(ReadOnlySpan<byte> bytes)
    {
        Encoding[] marked = [Encoding.UTF8, Encoding.UTF32, Encoding.Unicode, Encoding.BigEndianUnicode];
        foreach (var encoding in marked)
        {
            if (bytes.StartsWith(encoding.Preamble))
            {
                return encoding;
            }
        }

        return null;
    }

    /// <summary>Most text has characters below 256, so in UTF-16 every second byte is mostly zero.</summary>
    private static UnicodeEncoding? WithoutMark(ReadOnlySpan<byte> sample)
    {
        if (sample.Length < 4)
        {
            return null;
        }

        int even = 0, odd = 0;
        for (var i = 0; i + 1 < sample.Length; i += 2)
        {
            even += sample[i] == 0 ? 1 : 0;
            odd += sample[i + 1] == 0 ? 1 : 0;
        }

        var pairs = sample.Length / 2;
        return odd > pairs * 0.4 && even < pairs * 0.02 ? new UnicodeEncoding(bigEndian: false, byteOrderMark: false)
            : even > pairs * 0.4 && odd < pairs * 0.02 ? new UnicodeEncoding(bigEndian: true, byteOrderMark: false)
            : null;
    }

    private static Encoding? Named(string? name)
    {
        // A declaration of UTF-8 or UTF-16 is refuted by now.
        if (name is null || name.StartsWith("utf", StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        try
        {
            return Encoding.GetEncoding(name.Trim());
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    /// <summary>Bytes above 127 stand in runs in East Asian text and alone in Western text.</summary>
    private static Encoding? EastAsian(ReadOnlySpan<byte> bytes)
    {
        int high = 0, alone = 0;
        for (var i = 0; i < bytes.Length; i++)
        {
            if (bytes[i] >= 0x80)
            {
                high++;
                alone += (i == 0 || bytes[i - 1] < 0x80) && (i + 1 == bytes.Length || bytes[i + 1] < 0x80) ? 1 : 0;
            }
        }

        if (high < 4 || alone > high / 4)
        {
            return null;
        }

        // Only Japanese has Kana; EUC-JP and GB18030 share their codes but not those of Chinese characters.
        foreach (var name in (string[])["shift_jis", "euc-jp"])
        {
            if (Strictly(Strict(name), bytes) is { } text && KanaShare(text) > 0.2)
            {
                return Encoding.GetEncoding(name);
            }
        }

        return Strictly(Strict("gb18030"), bytes) is not null ? Encoding.GetEncoding("gb18030") : null;
    }

    private static double KanaShare(string text)
    {
        var wide = text.Count(c => c > 127);
        return wide == 0 ? 0 : (double)text.Count(c => c is >= '\u3041' and <= '\u30fe') / wide;
    }

    private static Encoding Strict(string name) =>
        Encoding.GetEncoding(name, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback);

    private static string? Strictly(Encoding encoding, ReadOnlySpan<byte> bytes)
    {
        try
        {
            return encoding.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }
}
