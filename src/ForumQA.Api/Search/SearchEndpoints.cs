using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using ForumQA.Api.Access;
using ForumQA.Api.Answers;
using ForumQA.Api.Configuration;
using ForumQA.Api.OpenApi;
using ForumQA.Api.Problems;
using ForumQA.Api.Requests;
using ForumQA.Hosting.Json;
using ForumQA.Retrieval;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;

namespace ForumQA.Api.Search;

/// <summary><c>/v1/search</c>: the passages nearest to a query.</summary>
internal static class SearchEndpoints
{
    private const int DefaultLimit = 10;

    public static void MapSearch(this IEndpointRouteBuilder routes) => routes.MapGet("/search", SearchAsync)
        .WithTags("Search")
        .WithName("search")
        .WithSummary("Search for passages")
        .WithDescription(
            $"The passages nearest to `q`, best first: at most `limit` of them (default {DefaultLimit}, highest {RetrievalOptions.HighestLimit}). "
            + "`document` (an id) and `where` (`name=value` of metadata) narrow the search and may be given several times. Scores compare only within one search.")
        .WithExample(null, "search.json")
        .LimitsToCaller()
        .ProducesProblems(
            ProblemKind.QuestionEmpty, ProblemKind.QuestionTooLong, ProblemKind.FieldInvalid, ProblemKind.DocumentUnknown, ProblemKind.NotAcceptable,
            ProblemKind.IndexMissing, ProblemKind.TimedOut);

    private static async Task<Ok<SearchJson>> SearchAsync(
        [Description("What to search for."), Required] string? q,
        [Description("At most so many passages.")] int? limit,
        [Description("The id of a document to search; may be given several times.")] string[]? document,
        [Description("Metadata that a document must have, as name=value; may be given several times, each name once.")] string[]? where,
        Caller caller,
        ReadableCorpus corpus,
        IOptions<LimitOptions> limits,
        CancellationToken cancellationToken)
    {
        var query = AnswerBody.RequireQuestion(q, nameof(q), limits.Value);
        var filter = Parameters.Filter(document, where);
        var most = Parameters.InRange(limit ?? DefaultLimit, 1, RetrievalOptions.HighestLimit, nameof(limit));
        var readable = await corpus.OpenAsync(caller, cancellationToken).ConfigureAwait(false);
        var found = await readable.GetRequiredService<Retriever>().RetrieveAsync(query, filter, most, cancellationToken).ConfigureAwait(false);
        return TypedResults.Ok(SearchJson.From(query, found));
    }
}
