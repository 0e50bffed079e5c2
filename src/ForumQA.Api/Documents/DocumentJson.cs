using System.Text.Json.Serialization;
using ForumQA.Storage;

namespace ForumQA.Api.Documents;

/// <summary>A document as listed.</summary>
internal sealed record DocumentSummary
{
    /// <summary>Its path relative to the corpus folder, with forward slashes.</summary>
    public required string Id { get; init; }

    /// <summary>What a reader would call it.</summary>
    public required string Title { get; init; }

    /// <summary>Where a reader finds the original.</summary>
    public required string Uri { get; init; }

    /// <summary>What else is known of it.</summary>
    public required IReadOnlyDictionary<string, string> Metadata { get; init; }

    /// <summary>SHA-256 of its text in UTF-8, in lower-case hexadecimal.</summary>
    public required string ContentHash { get; init; }

    /// <summary>How many passages it was cut into.</summary>
    public required int Passages { get; init; }

    /// <summary>The size of its file in bytes.</summary>
    public required long Bytes { get; init; }

    /// <summary>When its file was last written.</summary>
    public required DateTimeOffset ModifiedAt { get; init; }

    public static DocumentSummary From(IndexedDocument document) => new()
    {
        Id = document.Id,
        Title = document.Title,
        Uri = document.Uri,
        Metadata = document.Metadata,
        ContentHash = document.ContentHash,
        Passages = document.PassageCount,
        Bytes = document.Source.Length,
        ModifiedAt = document.Source.ModifiedUtc,
    };
}

/// <summary>Documents in the ordinal order of their ids.</summary>
internal sealed record DocumentList
{
    /// <summary>How many there are in all.</summary>
    public required int Total { get; init; }

    /// <summary>Those asked for.</summary>
    public required IReadOnlyList<DocumentSummary> Documents { get; init; }

    /// <summary>To be given as <c>after</c> for the next ones; null when these are the last.</summary>
    public required string? Next { get; init; }
}

/// <summary>A document with its text, into which all offsets point.</summary>
internal sealed record DocumentJson
{
    /// <summary>Its path relative to the corpus folder, with forward slashes.</summary>
    public required string Id { get; init; }

    /// <summary>What a reader would call it.</summary>
    public required string Title { get; init; }

    /// <summary>Where a reader finds the original.</summary>
    public required string Uri { get; init; }

    /// <summary>What else is known of it.</summary>
    public required IReadOnlyDictionary<string, string> Metadata { get; init; }

    /// <summary>SHA-256 of its text in UTF-8, in lower-case hexadecimal.</summary>
    public required string ContentHash { get; init; }

    /// <summary>The canonical text: plain, lines ended by a line feed. Offsets count its UTF-16 code units.</summary>
    public required string Text { get; init; }

    /// <summary>Headings in the order of the text.</summary>
    public required IReadOnlyList<DocumentHeading> Headings { get; init; }

    /// <summary>Pages in the order of the text; empty when the format has none.</summary>
    public required IReadOnlyList<DocumentPage> Pages { get; init; }

    /// <summary>The passages it was cut into; absent unless asked for.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<Passage>? Passages { get; init; }

    public static DocumentJson From(Document document, IReadOnlyList<Passage>? passages) => new()
    {
        Id = document.Id,
        Title = document.Title,
        Uri = document.Uri,
        Metadata = document.Metadata,
        ContentHash = document.ContentHash,
        Text = document.Text,
        Headings = document.Headings,
        Pages = document.Pages,
        Passages = passages,
    };
}

/// <summary>What became of an upload.</summary>
internal sealed record UploadResult
{
    /// <summary>The documents, in the order of the files sent.</summary>
    public required IReadOnlyList<UploadedDocument> Documents { get; init; }
}

/// <summary>A document that was taken in.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Replaced">Whether it took the place of another.</param>
internal sealed record UploadedDocument(string Id, bool Replaced);
