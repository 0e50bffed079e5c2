using System.ComponentModel;
using ForumQA.Api.Access;
using ForumQA.Api.Configuration;
using ForumQA.Api.OpenApi;
using ForumQA.Api.Problems;
using ForumQA.Api.Records;
using ForumQA.Api.Requests;
using Microsoft.Extensions.Options;

namespace ForumQA.Api.Answers;

/// <summary><c>/v1/answers</c>: questions and the answers given to them.</summary>
internal static class AnswerEndpoints
{
    public static void MapAnswers(this IEndpointRouteBuilder routes)
    {
        var answers = routes.MapGroup("/answers").WithTags("Answers");
        answers.MapPost("/", AskAsync)
            .WithName("ask")
            .WithSummary("Ask a question")
            .WithDescription(
                "Answers from the documents, every sentence with the quotations it rests on, or says that they do not answer it and why. "
                + "Small talk and questions about the service, the conversation or which documents there are have the status `conversation`: nothing is searched, `lead` is the answer. "
                + "With `Accept: text/event-stream` the answer comes as events while it is made: one `evidence`, at most one `lead` (words of ForumQA itself), then `delta` (provisional text), `sentence` (verified), "
                + "`dropped` and `restarted` as they happen, then one `completed` with the whole answer, the same as without streaming; `error` ends a stream that failed, "
                + "with a problem as its data. Closing the connection stops the answer. Offsets count UTF-16 code units of the document's text, ends are exclusive.")
            .Produces<GivenAnswer>()
            .WithMetadata(new ChoosesFormat(), new StreamsEvents(AnswerEvents.Names))
            .WithExample("answer-request.json", "answer.json")
            .ProducesProblems(
                ProblemKind.BodyMalformed, ProblemKind.FieldUnknown, ProblemKind.FieldInvalid, ProblemKind.QuestionEmpty, ProblemKind.QuestionTooLong,
                ProblemKind.ModelUnknown, ProblemKind.DocumentUnknown, ProblemKind.AnswerUnknown, ProblemKind.ConversationUnknown, ProblemKind.NotAcceptable, ProblemKind.ConversationBusy, ProblemKind.BodyTooLarge,
                ProblemKind.MediaTypeUnsupported, ProblemKind.Busy, ProblemKind.IndexMissing, ProblemKind.TimedOut)
            .LimitsToCaller()
            .RequireRateLimiting(RequestLimits.Answers)
            .DisableRequestTimeout();
        answers.MapGet("/{id}", ([Description("The answer's id.")] string id, RecordStore records, Caller caller) => TypedResults.Ok(records.FindAnswer(id, caller)))
            .WithName("getAnswer")
            .WithSummary("Get an answer given earlier")
            .WithDescription("The answer as it was given. How many are kept, and for how long, is set in `Api:Records`.")
            .WithExample(null, "answer.json")
            .LimitsToCaller()
            .ProducesProblems(ProblemKind.AnswerUnknown, ProblemKind.NotAcceptable);
    }

    private static async Task<IResult> AskAsync(
        AnswerBody body, HttpContext context, Caller caller, AnswerDesk desk, IOptions<LimitOptions> limits, TimeProvider time)
    {
        var streaming = Accepted.PrefersEventStream(context.Request);
        var request = body.ToRequest(limits.Value);
        var stop = TimeLimit.Begin(context, limits.Value.AnswerTime, time);
        var steps = desk.AskAsync(request, body.ConversationId, body.Replaces, caller, stop);
        return streaming
            ? await EventStream.BeginAsync(context, steps.Select(AnswerEvents.Of), stop).ConfigureAwait(false)
            : TypedResults.Ok((await steps.LastAsync(stop).ConfigureAwait(false)).Given);
    }
}
