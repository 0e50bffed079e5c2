using System.Text.Json;

namespace ForumQA.Storage;

/// <summary>What an index keeps of documents and passages in columns: the same in every engine, which add the number of the row and what they keep besides.</summary>
internal static class StoredColumns
{
    /// <summary>The columns of a document, without its row.</summary>
    public const string OfDocument = "document_id, title, uri, text, metadata, headings, pages, content_hash, source_hash, source_length, source_modified, indexed_at";

    /// <summary>The columns of a passage, without its row.</summary>
    public const string OfPassage = """passage_id, document, ordinal, start, "end", text, heading, page""";

    /// <summary>A document's values, in the order of <see cref="OfDocument"/>.</summary>
    /// <param name="document">The document.</param>
    /// <param name="source">The file it was read from.</param>
    /// <param name="now">The time to record.</param>
    public static object?[] Of(Document document, SourceStamp source, DateTimeOffset now) =>
    [
        document.Id,
        document.Title,
        document.Uri,
        document.Text,
        JsonSerializer.Serialize(document.Metadata, StorageJson.Default.IReadOnlyDictionaryStringString),
        JsonSerializer.Serialize(document.Headings, StorageJson.Default.IReadOnlyListDocumentHeading),
        JsonSerializer.Serialize(document.Pages, StorageJson.Default.IReadOnlyListDocumentPage),
        document.ContentHash,
        source.Hash,
        source.Length,
        source.ModifiedUtc.Ticks,
        now.UtcDateTime.ToString("O"),
    ];

    /// <summary>A passage's values, in the order of <see cref="OfPassage"/>.</summary>
    /// <param name="document">The row of its document.</param>
    /// <param name="passage">The passage.</param>
    public static object?[] Of(long document, Passage passage) =>
        [passage.Id, document, passage.Ordinal, passage.Start, passage.End, passage.Text, passage.Heading, passage.Page];
}
