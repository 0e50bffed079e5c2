using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using ForumQA.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace ForumQA.Tools;

/// <summary>The tool <see cref="ForumQATools.ReadDocument"/>.</summary>
internal sealed class ReadDocumentTool(IServiceProvider services)
{
    private const int LongestRead = 8000;

    [Description(
        "Reads a document of the user word for word, from one place to another: to see what stands around a passage or a quotation, or to read all of it. " +
        "A long document comes in parts; the second line says how to go on.")]
    public ToolResult Read(
        [Description("The id of the document, as given by 'search' and 'answer'.")]
        string documentId,
        [Description("Where to start: a count of characters (UTF-16 code units), as in 'characters START-END' of passages and citations; 0 when left out.")]
        [Range(0, int.MaxValue)]
        int start = 0,
        [Description("Where to end, exclusive. Leave it out to read as far as is allowed.")]
        [Range(0, int.MaxValue)]
        int? end = null,
        CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var store = services.GetRequiredService<IndexStore>();
        KnownDocuments.Require(store, [documentId]);
        var document = store.Documents.Find(documentId) ?? throw KnownDocuments.Unknown(store, documentId);
        var (from, to) = Span(document, start, end);
        return new ToolResult(Describe(document, from, to)) { Value = new DocumentText(document, from, to) };
    }

    private static (int Start, int End) Span(Document document, int start, int? end)
    {
        var length = document.Text.Length;
        if (start < 0 || start > length || end < start)
        {
            throw ToolArgument.Invalid($"The document has {length} characters: 'start' must be from 0 to {length}, and 'end' not before it.");
        }

        // What is asked for is given as asked; only where we choose the end, no pair of code units is torn apart.
        var last = Math.Min(end ?? length, length);
        if (last - start > LongestRead)
        {
            last = start + LongestRead;
            last -= char.IsHighSurrogate(document.Text[last - 1]) ? 1 : 0;
        }

        return (start, last);
    }

    private static string Describe(Document document, int start, int end)
    {
        var length = document.Text.Length;
        var rest = end < length ? $"to go on, call {ForumQATools.ReadDocument} with start {end}" : "this is the end of the document";
        return $"""
            {document.Title}
            {PlaceText.Of(document.Id, document.Uri, start, end)}, of {length}; {rest}

            {document.Text[start..end]}
            """;
    }
}

/// <summary>What <see cref="ForumQATools.ReadDocument"/> read.</summary>
/// <param name="Document">The document.</param>
/// <param name="Start">Where reading started, in UTF-16 code units.</param>
/// <param name="End">Where it ended, exclusive.</param>
public sealed record DocumentText(Document Document, int Start, int End)
{
    /// <summary>The words between.</summary>
    public string Text => Document.Text[Start..End];
}
