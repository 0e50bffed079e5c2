using ForumQA.Storage;
using Microsoft.Data.Sqlite;

namespace ForumQA.Tests.Storage;

/// <summary>An index in a folder of its own, with small documents to put into it and a way past the store to its tables.</summary>
public abstract class IndexFileTests : IDisposable
{
    private protected static readonly DateTimeOffset Now = new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);
    private protected static readonly SourceStamp Source = new("hash", 3, Now.UtcDateTime);

    private protected readonly TemporaryFolder _folder = new();

    private protected string IndexPath => _folder["index.db"];

    public void Dispose()
    {
        _folder.Dispose();
        GC.SuppressFinalize(this);
    }

    internal static Document Sample(string id, string text) => new() { Id = id, Title = "Title of " + id, Uri = id, Text = text };

    internal static Passage PassageOf(Document document) => new()
    {
        Id = document.Id + "#0",
        DocumentId = document.Id,
        Ordinal = 0,
        Start = 0,
        End = document.Text.Length,
        Text = document.Text,
    };

    internal static void Put(IndexStore store, Document document, float[]? vector = null) =>
        store.Writer.Put(document, Source, [PassageOf(document)], [vector ?? [1, 0]], "m", Now);

    private protected void Execute(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={IndexPath};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
