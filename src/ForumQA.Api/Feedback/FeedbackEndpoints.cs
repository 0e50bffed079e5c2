using System.ComponentModel;
using ForumQA.Api.Access;
using ForumQA.Api.OpenApi;
using ForumQA.Api.Problems;
using ForumQA.Api.Records;
using ForumQA.Api.Requests;
using ForumQA.Hosting.Access;

namespace ForumQA.Api.Feedback;

/// <summary><c>/v1/answers/{id}/feedback</c> and <c>/v1/feedback</c>: what readers say of answers.</summary>
internal static class FeedbackEndpoints
{
    private const int DefaultLimit = 500;
    private const int HighestLimit = 5000;

    public static void MapFeedback(this IEndpointRouteBuilder routes)
    {
        routes.MapPut("/answers/{id}/feedback", ([Description("The answer's id.")] string id, FeedbackBody body, FeedbackStore feedback, Caller caller) =>
            {
                var (helpful, comment) = body.Require();
                return TypedResults.Ok(feedback.Set(id, helpful, comment, caller));
            })
            .WithTags("Feedback")
            .WithName("rateAnswer")
            .WithSummary("Say whether an answer helped")
            .WithDescription("Takes the place of what was said before. It is kept as long as the answer.")
            .WithExample("feedback-request.json", "feedback.json")
            .LimitsToCaller()
            .ProducesProblems(
                ProblemKind.BodyMalformed, ProblemKind.FieldUnknown, ProblemKind.FieldInvalid, ProblemKind.AnswerUnknown, ProblemKind.NotAcceptable, ProblemKind.BodyTooLarge,
                ProblemKind.MediaTypeUnsupported);
        routes.MapDelete("/answers/{id}/feedback", ([Description("The answer's id.")] string id, FeedbackStore feedback, Caller caller) =>
            {
                feedback.Clear(id, caller);
                return TypedResults.NoContent();
            })
            .WithTags("Feedback")
            .WithName("unrateAnswer")
            .WithSummary("Take back what was said of an answer")
            .WithDescription("The answer stays.")
            .LimitsToCaller()
            .ProducesProblems(ProblemKind.AnswerUnknown, ProblemKind.NotAcceptable);
        routes.MapGet("/feedback", (
                FeedbackStore feedback,
                [Description("How many of the oldest to leave out.")] int? offset,
                [Description("At most so many.")] int? limit) => TypedResults.Ok(feedback.List(
                Parameters.InRange(offset ?? 0, 0, int.MaxValue, "offset"), Parameters.InRange(limit ?? DefaultLimit, 1, HighestLimit, "limit"))))
            .WithTags("Feedback")
            .WithName("listFeedback")
            .WithSummary("List what was said of answers")
            .WithDescription(
                $"The answers of which something was said, oldest first; `limit` of them (default {DefaultLimit}, highest {HighestLimit}) after leaving out `offset`. "
                + "Kept in a file, `forumqa eval import feedback` makes eval cases of it.")
            .WithExample(null, "feedback-list.json")
            .WithMetadata(new RequiresScope(ApiScopes.Manage))
            .ProducesProblems(ProblemKind.FieldInvalid, ProblemKind.NotAcceptable);
    }
}
