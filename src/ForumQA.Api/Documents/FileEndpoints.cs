using System.ComponentModel;
using ForumQA.Api.Access;
using ForumQA.Api.OpenApi;
using ForumQA.Api.Problems;
using ForumQA.Ingestion;
using ForumQA.Ingestion.Pdf;
using ForumQA.Storage;
using Microsoft.AspNetCore.StaticFiles;

namespace ForumQA.Api.Documents;

/// <summary><c>/v1/files</c>: the files that documents were read from.</summary>
internal static class FileEndpoints
{
    private const string Pdf = "application/pdf";

    private static readonly FileExtensionContentTypeProvider Types = new();

    public static void MapFiles(this IEndpointRouteBuilder routes) => routes.MapGet("/files/{**id}", GiveAsync)
        .WithTags("Documents")
        .WithName("getFile")
        .WithSummary("Get a document's file")
        .WithDescription("The file as it lies in the corpus folder, to be kept under its name. A PDF is shown by a browser with `inline=true`; nothing else is, for its scripts would run as this service's own. "
            + "With `page`, `start` and `end` too, only that page of it, with what stands there in the document's text marked.")
        .LimitsToCaller()
        .Produces(StatusCodes.Status200OK, contentType: "application/octet-stream")
        .ProducesProblems(ProblemKind.DocumentUnknown, ProblemKind.FileGone, ProblemKind.NotAcceptable, ProblemKind.IndexMissing);

    private static async Task<IResult> GiveAsync(
        HttpContext context,
        Caller caller,
        ReadableCorpus readable,
        CorpusEditor corpus,
        [Description("The document's id: its path relative to the corpus folder.")] string id,
        [Description("Whether a browser is to show it, where that is safe.")] bool? inline,
        [Description("The number of the only page to give.")] int? page,
        [Description("Where the words to be marked start in the document's text, in UTF-16 code units.")] int? start,
        [Description("Where they end, exclusive.")] int? end,
        CancellationToken cancellationToken)
    {
        var store = (await readable.OpenAsync(caller, cancellationToken).ConfigureAwait(false)).GetRequiredService<IndexStore>();
        var document = store.Documents.Find(DocumentId.Of(store, id)) ?? throw DocumentTable.Unknown(id);
        var path = corpus.FindFile(document.Id) ?? throw new RequestException(ProblemKind.FileGone, $"The file of '{document.Id}' is no longer in the corpus folder. What was read of it can be asked until the index is brought up to date.");
        if (caller.Within is not null && !IsAsRead(path, store.Documents.FindSource(document.Id)))
        {
            throw new RequestException(ProblemKind.FileGone, $"The file of '{document.Id}' has changed since it was read, and may be for others now. Ask again when the index is brought up to date.");
        }

        var type = Types.TryGetContentType(path, out var known) ? known : "application/octet-stream";
        context.Response.Headers.CacheControl = "no-cache";
        if (inline == true && type == Pdf && page is { } number)
        {
            var file = await File.ReadAllBytesAsync(path, cancellationToken).ConfigureAwait(false);
            if (PdfPageMarker.Mark(file, number, Words(document.Text, start ?? 0, end ?? 0), cancellationToken) is { } marked)
            {
                return TypedResults.Bytes(marked, Pdf);
            }
        }

        return TypedResults.PhysicalFile(
            path, type, fileDownloadName: inline == true && type == Pdf ? null : Path.GetFileName(path), lastModified: File.GetLastWriteTimeUtc(path), enableRangeProcessing: true);
    }

    private static bool IsAsRead(string path, SourceStamp? source) =>
        new FileInfo(path) is { Exists: true } file && source is not null && (file.Length, file.LastWriteTimeUtc) == (source.Length, source.ModifiedUtc);

    private static string Words(string text, int start, int end) => start >= 0 && start < end && end <= text.Length ? text[start..end] : "";
}
