using ForumQA.Answering.Checking;
using ForumQA.Api.Access;
using ForumQA.Api.Configuration;
using ForumQA.Api.OpenApi;
using ForumQA.Api.Problems;
using ForumQA.Api.Requests;
using ForumQA.Hosting.Json;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;

namespace ForumQA.Api.Checks;

/// <summary><c>/v1/check</c>: what the documents say of the sentences of any text.</summary>
internal static class CheckEndpoints
{
    public static void MapChecks(this IEndpointRouteBuilder routes) => routes.MapPost("/check", CheckAsync)
        .WithTags("Check")
        .WithName("check")
        .WithSummary("Check a text against the documents")
        .WithDescription(
            "Each sentence of `text` with a verdict: `supported`, `partial`, `contradicted` (another number or date, a denial, the opposite), `notFound`, or `nothingToCheck` for "
            + "greetings, questions, requests, headings and opinions, which `kind` tells apart. `citations` are the quotations that say it; `conflicts` what a document has in place of what was claimed. "
            + "What is not found may be true all the same. No language model is asked. Offsets of claims point into the text, those of citations into their documents; both count UTF-16 code units, ends are exclusive.")
        .WithExample("check-request.json", "check.json")
        .LimitsToCaller()
        .ProducesProblems(
            ProblemKind.BodyMalformed, ProblemKind.FieldUnknown, ProblemKind.FieldInvalid, ProblemKind.TextEmpty, ProblemKind.TextTooLong, ProblemKind.DocumentUnknown,
            ProblemKind.NotAcceptable, ProblemKind.BodyTooLarge, ProblemKind.MediaTypeUnsupported, ProblemKind.Busy, ProblemKind.IndexMissing, ProblemKind.TimedOut)
        .RequireRateLimiting(RequestLimits.Answers);

    private static async Task<Ok<CheckJson>> CheckAsync(CheckBody body, Caller caller, ReadableCorpus corpus, IOptions<LimitOptions> limits, CancellationToken cancellationToken)
    {
        var text = body.RequireText(limits.Value);
        var filter = body.Filter?.ToFilter();
        var readable = await corpus.OpenAsync(caller, cancellationToken).ConfigureAwait(false);
        return TypedResults.Ok(CheckJson.From(
            await readable.GetRequiredService<TextChecker>().CheckAsync(text, filter, cancellationToken).ConfigureAwait(false)));
    }
}
