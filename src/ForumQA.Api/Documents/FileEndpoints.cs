using System.ComponentModel;
using ForumQA.Api.OpenApi;
using ForumQA.Api.Problems;
using ForumQA.Ingestion;
using ForumQA.Storage;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.StaticFiles;

namespace ForumQA.Api.Documents;

/// <summary><c>/v1/files</c>: the files that documents were read from.</summary>
internal static class FileEndpoints
{
    private const string Pdf = "application/pdf";

    private static readonly FileExtensionContentTypeProvider Types = new();

    public static void MapFiles(this IEndpointRouteBuilder routes) => routes.MapGet("/files/{**id}", Give)
        .WithTags("Documents")
        .WithName("getFile")
        .WithSummary("Get a document's file")
        .WithDescription("The file as it lies in the corpus folder, to be kept under its name. A PDF is shown by a browser with `inline=true`; nothing else is, for its scripts would run as this service's own.")
        .Produces(StatusCodes.Status200OK, contentType: "application/octet-stream")
        .ProducesProblems(ProblemKind.DocumentUnknown, ProblemKind.FileGone, ProblemKind.NotAcceptable, ProblemKind.IndexMissing);

    private static PhysicalFileHttpResult Give(
        HttpContext context,
        IServiceProvider services,
        CorpusEditor corpus,
        [Description("The document's id: its path relative to the corpus folder.")] string id,
        [Description("Whether a browser is to show it, where that is safe.")] bool? inline)
    {
        var store = services.GetRequiredService<IndexStore>();
        var document = DocumentId.Of(store, id);
        if (store.Documents.Find(document) is null)
        {
            throw DocumentTable.Unknown(id);
        }

        var path = corpus.FindFile(document) ?? throw new RequestException(ProblemKind.FileGone, $"The file of '{document}' is no longer in the corpus folder. What was read of it can be asked until the index is brought up to date.");
        var type = Types.TryGetContentType(path, out var known) ? known : "application/octet-stream";
        context.Response.Headers.CacheControl = "no-cache";
        return TypedResults.PhysicalFile(
            path, type, fileDownloadName: inline == true && type == Pdf ? null : Path.GetFileName(path), lastModified: File.GetLastWriteTimeUtc(path), enableRangeProcessing: true);
    }
}
