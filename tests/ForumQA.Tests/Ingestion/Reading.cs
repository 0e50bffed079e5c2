using System.Text;
using ForumQA.Ingestion;
using Microsoft.Extensions.Options;

namespace ForumQA.Tests.Ingestion;

/// <summary>Reads a file that stands in a test.</summary>
internal static class Reading
{
    public static Task<Document> ReadAsync(string fileName, string text) => ReadAsync(fileName, Encoding.UTF8.GetBytes(text));

    public static async Task<Document> ReadAsync(string fileName, byte[] bytes, IngestionOptions? options = null)
    {
        using var stream = new MemoryStream(bytes);
        return await new DocumentReaders(Options.Create(options ?? new())).ReadAsync(fileName, fileName, stream, CancellationToken.None);
    }

    public static Task<ForumQAException> FailureAsync(string fileName, byte[] bytes, IngestionOptions? options = null) =>
        Assert.ThrowsAsync<ForumQAException>(() => ReadAsync(fileName, bytes, options));
}
