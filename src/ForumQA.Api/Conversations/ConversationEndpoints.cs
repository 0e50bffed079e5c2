using System.ComponentModel;
using ForumQA.Api.Access;
using ForumQA.Api.OpenApi;
using ForumQA.Api.Problems;
using ForumQA.Api.Records;
using ForumQA.Api.Requests;
using ForumQA.Hosting.Access;

namespace ForumQA.Api.Conversations;

/// <summary><c>/v1/conversations</c>: questions that lean on the ones before them.</summary>
internal static class ConversationEndpoints
{
    private const int DefaultLimit = 50;
    private const int HighestLimit = 500;

    public static void MapConversations(this IEndpointRouteBuilder routes)
    {
        var conversations = routes.MapGroup("/conversations").WithTags("Conversations");
        conversations.MapPost("/", (ConversationBody? body, RecordStore records) =>
            {
                var title = string.IsNullOrWhiteSpace(body?.Title) ? null : body.Title.Trim();
                var created = records.Create(title);
                return TypedResults.Created($"/v1/conversations/{created.Id}", created);
            })
            .WithName("createConversation")
            .WithSummary("Begin a conversation")
            .WithDescription("Questions asked with its id may lean on those before them. It survives a restart of the service. The body may be left out.")
            .WithExample("conversation-request.json", "conversation-summary.json")
            .ProducesProblems(
                ProblemKind.BodyMalformed, ProblemKind.FieldUnknown, ProblemKind.FieldInvalid, ProblemKind.NotAcceptable, ProblemKind.BodyTooLarge, ProblemKind.MediaTypeUnsupported);
        conversations.MapGet("/", (
                RecordStore records,
                [Description("How many of the latest to leave out.")] int? offset,
                [Description("At most so many.")] int? limit) => TypedResults.Ok(records.List(
                Parameters.InRange(offset ?? 0, 0, int.MaxValue, "offset"), Parameters.InRange(limit ?? DefaultLimit, 1, HighestLimit, "limit"))))
            .WithName("listConversations")
            .WithSummary("List the conversations")
            .WithDescription($"The latest first; `limit` of them (default {DefaultLimit}, highest {HighestLimit}) after leaving out `offset`.")
            .WithExample(null, "conversation-list.json")
            .ProducesProblems(ProblemKind.FieldInvalid, ProblemKind.NotAcceptable);
        conversations.MapGet("/{id}", ([Description("The conversation's id.")] string id, RecordStore records) => TypedResults.Ok(records.FindConversation(id)))
            .WithName("getConversation")
            .WithSummary("Get a conversation with its answers")
            .WithDescription("The answers as they were given, oldest first.")
            .WithExample(null, "conversation.json")
            .ProducesProblems(ProblemKind.ConversationUnknown, ProblemKind.NotAcceptable);
        conversations.MapDelete("/{id}", ([Description("The conversation's id.")] string id, RecordStore records) =>
            {
                records.Delete(id);
                return TypedResults.NoContent();
            })
            .WithName("deleteConversation")
            .WithSummary("Delete a conversation")
            .WithDescription("Its answers are deleted with it.")
            .WithMetadata(new RequiresScope(ApiScopes.Manage))
            .ProducesProblems(ProblemKind.ConversationUnknown, ProblemKind.NotAcceptable);
    }
}
