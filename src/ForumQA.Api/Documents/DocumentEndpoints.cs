using System.ComponentModel;
using System.Security.Cryptography;
using System.Text.Json;
using ForumQA.Api.Access;
using ForumQA.Api.Configuration;
using ForumQA.Api.Json;
using ForumQA.Api.OpenApi;
using ForumQA.Api.Problems;
using ForumQA.Api.Requests;
using ForumQA.Hosting.Access;
using ForumQA.Storage;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;

namespace ForumQA.Api.Documents;

/// <summary><c>/v1/documents</c>: what the answers rest on.</summary>
internal static class DocumentEndpoints
{
    private const int DefaultLimit = 50;
    private const int HighestLimit = 500;

    public static void MapDocuments(this IEndpointRouteBuilder routes)
    {
        var limits = routes.ServiceProvider.GetRequiredService<IOptions<LimitOptions>>().Value;
        var documents = routes.MapGroup("/documents").WithTags("Documents");
        documents.MapGet("/", ListAsync)
            .WithName("listDocuments")
            .WithSummary("List the documents")
            .WithDescription($"In the order of their ids, without their text: `limit` of them (default {DefaultLimit}, highest {HighestLimit}) after the id `after`.")
            .WithExample(null, "document-list.json")
            .LimitsToCaller()
            .ProducesProblems(ProblemKind.FieldInvalid, ProblemKind.NotAcceptable, ProblemKind.IndexMissing);
        documents.MapGet("/{**id}", FindAsync)
            .WithName("getDocument")
            .WithSummary("Get a document")
            .WithDescription(
                "With its canonical text, so that every quotation can be checked: `text[start..end]` in UTF-16 code units. The id is a path; its slashes need not be encoded. "
                + "`passages=true` adds the passages. The ETag changes when anything of the response does.")
            .Produces<DocumentJson>()
            .Produces(StatusCodes.Status304NotModified)
            .WithExample(null, "document.json")
            .LimitsToCaller()
            .ProducesProblems(ProblemKind.DocumentUnknown, ProblemKind.FieldInvalid, ProblemKind.NotAcceptable, ProblemKind.IndexMissing);
        documents.MapPost("/", AddAsync)
            .WithName("addDocuments")
            .WithSummary("Upload documents")
            .WithDescription(
                "One or several files of text, Markdown, HTML, Word, PDF, spreadsheets, slides, EPUB or e-mail; all are taken or none. They go into the upload folder of the corpus (`Uploads:Folder`) under "
                + "the last part of their names, and can be asked about as soon as this returns. A document of the same name is replaced only with `replace=true`.")
            .WithExample(null, "upload.json")
            .ProducesProblems(
                ProblemKind.FileMissing, ProblemKind.FileNameInvalid, ProblemKind.BodyMalformed, ProblemKind.FieldInvalid, ProblemKind.NotAcceptable, ProblemKind.DocumentExists,
                ProblemKind.BodyTooLarge, ProblemKind.FileTooLarge, ProblemKind.MediaTypeUnsupported, ProblemKind.FormatUnknown, ProblemKind.FileEmpty, ProblemKind.FileTooSlow,
                ProblemKind.NotText, ProblemKind.Busy, ProblemKind.CorpusMissing)
            .WithMetadata(new RequestSizeLimitAttribute(limits.UploadBytes), new RequiresScope(ApiScopes.Manage))
            .DisableAntiforgery()
            .DisableRequestTimeout();
        documents.MapDelete("/{**id}", DeleteAsync)
            .WithName("deleteDocument")
            .WithSummary("Delete a document")
            .WithDescription("Deletes its file from the corpus folder and what the index knows of it.")
            .ProducesProblems(ProblemKind.DocumentUnknown, ProblemKind.NotAcceptable, ProblemKind.FileUndeletable, ProblemKind.CorpusMissing, ProblemKind.IndexMissing)
            .WithMetadata(new RequiresScope(ApiScopes.Manage))
            .DisableRequestTimeout();
    }

    private static async Task<Ok<DocumentList>> ListAsync(
        Caller caller,
        ReadableCorpus corpus,
        [Description("The id after which to go on: `next` of the page before.")] string? after,
        [Description("At most so many.")] int? limit,
        CancellationToken cancellationToken)
    {
        var store = (await corpus.OpenAsync(caller, cancellationToken).ConfigureAwait(false)).GetRequiredService<IndexStore>();
        var count = Parameters.InRange(limit ?? DefaultLimit, 1, HighestLimit, nameof(limit));

        // One more than asked for tells whether there are more.
        var found = store.Documents.List(after ?? "", count + 1);
        return TypedResults.Ok(new DocumentList
        {
            Total = store.Documents.Count(),
            Documents = [.. found.Take(count).Select(DocumentSummary.From)],
            Next = found.Count > count ? found[count - 1].Id : null,
        });
    }

    private static async Task<FileContentHttpResult> FindAsync(
        HttpContext context,
        IServiceProvider services,
        Caller caller,
        ReadableCorpus corpus,
        [Description("The document's id: its path relative to the corpus folder.")] string id,
        [Description("Whether the passages are given too.")] bool? passages,
        CancellationToken cancellationToken)
    {
        var store = (await corpus.OpenAsync(caller, cancellationToken).ConfigureAwait(false)).GetRequiredService<IndexStore>();
        var document = store.Documents.Find(DocumentId.Of(store, id)) ?? throw DocumentTable.Unknown(id);
        var json = JsonSerializer.SerializeToUtf8Bytes(
            DocumentJson.From(document, passages == true ? store.Passages.ListByDocument(document.Id) : null), services.JsonOptions().GetTypeInfo(typeof(DocumentJson)));
        var tag = new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(json))}\"");
        context.Response.Headers.CacheControl = "no-cache";
        return TypedResults.Bytes(json, Requests.Accepted.Json, entityTag: tag);
    }

    private static async Task<Created<UploadResult>> AddAsync(
        UploadDesk desk,
        [Description("The files.")] IFormFileCollection files,
        [Description("Whether documents of the same names are replaced.")] bool? replace,
        CancellationToken cancellationToken)
    {
        var result = await desk.AddAsync(files, replace == true, cancellationToken).ConfigureAwait(false);
        return TypedResults.Created(result.Documents is [var single] ? $"/v1/documents/{DocumentId.ToPath(single.Id)}" : "/v1/documents", result);
    }

    private static async Task<NoContent> DeleteAsync(
        IServiceProvider services,
        UploadDesk desk,
        [Description("The document's id: its path relative to the corpus folder.")] string id,
        CancellationToken cancellationToken)
    {
        await desk.DeleteAsync(DocumentId.Of(services.GetRequiredService<IndexStore>(), id), cancellationToken).ConfigureAwait(false);
        return TypedResults.NoContent();
    }
}
