using ForumQA.Api.OpenApi;
using ForumQA.Api.Problems;
using ForumQA.Api.Requests;

namespace ForumQA.Api.ChatCompletions;

/// <summary>What the endpoints have in common that speak as OpenAI's do.</summary>
internal static class OpenAIRoutes
{
    /// <summary>Makes an endpoint, or a group of them, one that speaks so.</summary>
    public static TRoute SpeaksAsOpenAI<TRoute>(this TRoute route)
        where TRoute : IEndpointConventionBuilder => route.WithTags("OpenAI-compatible").WithMetadata(new SpeaksOpenAI(), new ChoosesFormat());

    /// <summary>Makes an endpoint one that answers questions, whole or as a stream.</summary>
    /// <param name="route">The endpoint.</param>
    /// <param name="events">The name of what it streams.</param>
    public static void AnswersQuestions(this RouteHandlerBuilder route, string events) => route
        .WithMetadata(new StreamsEvents([events]))
        .ProducesProblems(
            ProblemKind.BodyMalformed, ProblemKind.FieldInvalid, ProblemKind.QuestionEmpty, ProblemKind.QuestionTooLong, ProblemKind.ModelUnknown, ProblemKind.BodyTooLarge,
            ProblemKind.MediaTypeUnsupported, ProblemKind.Busy, ProblemKind.IndexMissing, ProblemKind.TimedOut)
        .RequireRateLimiting(RequestLimits.Answers)
        .DisableRequestTimeout();
}
