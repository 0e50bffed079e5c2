using System.Buffers.Binary;

namespace ForumQA.Storage.Sqlite;

/// <summary>Recognises an index by the first 100 bytes of its file, even when SQLite cannot open it (https://www.sqlite.org/fileformat.html).</summary>
internal static class IndexFileHeader
{
    private const int Length = 100;
    private const int ApplicationIdOffset = 68;

    public static bool IsIndex(string path)
    {
        Span<byte> header = stackalloc byte[Length];
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        return file.ReadAtLeast(header, Length, throwOnEndOfStream: false) == Length
            && header.StartsWith("SQLite format 3\0"u8)
            && BinaryPrimitives.ReadInt32BigEndian(header[ApplicationIdOffset..]) == IndexSchema.ApplicationId;
    }
}
