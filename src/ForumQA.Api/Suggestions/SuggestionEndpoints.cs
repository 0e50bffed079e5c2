using System.ComponentModel;
using ForumQA.Api.Access;
using ForumQA.Api.OpenApi;
using ForumQA.Api.Problems;
using ForumQA.Api.Records;
using ForumQA.Api.Requests;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ForumQA.Api.Suggestions;

/// <summary><c>/v1/answers/{id}/suggestions</c>: what may be asked next.</summary>
internal static class SuggestionEndpoints
{
    private const int Count = 3;

    public static IServiceCollection AddSuggestions(this IServiceCollection services) => services.AddSingleton<Suggester>();

    public static void MapSuggestions(this IEndpointRouteBuilder routes) => routes.MapGet("/answers/{id}/suggestions", SuggestAsync)
        .WithTags("Answers")
        .WithName("suggest")
        .WithSummary("Suggest what to ask next")
        .WithDescription($"At most {Count} questions about who and what the answer's sources mention. Each was tried: the documents answer it, and say more than the answer did. No language model is asked.")
        .WithExample(null, "suggestion-list.json")
        .LimitsToCaller()
        .ProducesProblems(ProblemKind.AnswerUnknown, ProblemKind.NotAcceptable, ProblemKind.Busy, ProblemKind.IndexMissing, ProblemKind.TimedOut)
        .RequireRateLimiting(RequestLimits.Answers);

    private static async Task<Ok<SuggestionList>> SuggestAsync(
        [Description("The answer's id.")] string id, RecordStore records, Suggester suggester, Caller caller, CancellationToken cancellationToken) =>
        TypedResults.Ok(new SuggestionList(await suggester.FindAsync(records.FindAnswer(id, caller), Count, caller, cancellationToken).ConfigureAwait(false)));
}

/// <summary>What may be asked next.</summary>
/// <param name="Questions">The most telling first; empty when nothing was found.</param>
internal sealed record SuggestionList(IReadOnlyList<string> Questions);
