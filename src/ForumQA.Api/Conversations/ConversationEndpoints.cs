using System.ComponentModel;
using ForumQA.Api.Access;
using ForumQA.Api.OpenApi;
using ForumQA.Api.Problems;
using ForumQA.Api.Records;
using ForumQA.Api.Requests;
using ForumQA.Hosting.Access;
using ForumQA.Storage;

namespace ForumQA.Api.Conversations;

/// <summary><c>/v1/conversations</c>: questions that lean on the ones before them.</summary>
internal static class ConversationEndpoints
{
    private const int DefaultLimit = 50;
    private const int HighestLimit = 500;

    public static void MapConversations(this IEndpointRouteBuilder routes)
    {
        var conversations = routes.MapGroup("/conversations").WithTags("Conversations");
        conversations.MapPost("/", (ConversationBody? body, ConversationStore records, Caller caller) =>
            {
                var title = string.IsNullOrWhiteSpace(body?.Title) ? null : body.Title.Trim();
                var created = records.Create(title, caller);
                return TypedResults.Created($"/v1/conversations/{created.Id}", created);
            })
            .WithName("createConversation")
            .WithSummary("Begin a conversation")
            .WithDescription("Questions asked with its id may lean on those before them. It survives a restart of the service. The body may be left out.")
            .WithExample("conversation-request.json", "conversation-summary.json")
            .LimitsToCaller()
            .ProducesProblems(
                ProblemKind.BodyMalformed, ProblemKind.FieldUnknown, ProblemKind.FieldInvalid, ProblemKind.NotAcceptable, ProblemKind.BodyTooLarge, ProblemKind.MediaTypeUnsupported);
        conversations.MapGet("/", (
                ConversationStore records,
                Caller caller,
                [Description("Words that stand in the title, a question or an answer; all conversations when it is left out.")] string? q,
                [Description("How many of the latest to leave out.")] int? offset,
                [Description("At most so many.")] int? limit) => TypedResults.Ok(records.List(
                string.IsNullOrWhiteSpace(q) ? null : q.Trim(), Parameters.InRange(offset ?? 0, 0, int.MaxValue, "offset"), Parameters.InRange(limit ?? DefaultLimit, 1, HighestLimit, "limit"), caller)))
            .WithName("listConversations")
            .WithSummary("List the conversations")
            .WithDescription($"The latest first; `limit` of them (default {DefaultLimit}, highest {HighestLimit}) after leaving out `offset`. With `q` only those that have these words, one after the other, in their title, a question or an answer.")
            .WithExample(null, "conversation-list.json")
            .LimitsToCaller()
            .ProducesProblems(ProblemKind.FieldInvalid, ProblemKind.NotAcceptable);
        conversations.MapGet("/{id}", ([Description("The conversation's id.")] string id, ConversationStore records, Caller caller) => TypedResults.Ok(records.Find(id, caller)))
            .WithName("getConversation")
            .WithSummary("Get a conversation with its answers")
            .WithDescription("The answers as they were given, oldest first.")
            .WithExample(null, "conversation.json")
            .LimitsToCaller()
            .ProducesProblems(ProblemKind.ConversationUnknown, ProblemKind.NotAcceptable);
        conversations.MapGet("/{id}/quotations", async ([Description("The conversation's id.")] string id, ConversationStore records, Caller caller, ReadableCorpus corpus, CancellationToken cancellationToken) =>
            {
                var answers = records.Find(id, caller).Answers;
                return TypedResults.Ok(QuotationList.Of(answers, (await corpus.OpenAsync(caller, cancellationToken).ConfigureAwait(false)).GetRequiredService<IndexStore>()));
            })
            .WithName("checkConversation")
            .WithSummary("See what has become of a conversation's quotations")
            .WithDescription("Documents change after they were quoted. Of every citation: whether its words stand where it says (`live`), elsewhere in the document (`moved`), no longer (`changed`), or the document is gone (`deleted`).")
            .WithExample(null, "quotation-list.json")
            .LimitsToCaller()
            .ProducesProblems(ProblemKind.ConversationUnknown, ProblemKind.NotAcceptable, ProblemKind.IndexMissing);
        conversations.MapPatch("/{id}", ([Description("The conversation's id.")] string id, TitleBody body, ConversationStore records, Caller caller) => TypedResults.Ok(records.Rename(id, body.RequireTitle(), caller)))
            .WithName("renameConversation")
            .WithSummary("Rename a conversation")
            .WithDescription("Gives it another title.")
            .WithExample("conversation-request.json", "conversation-summary.json")
            .LimitsToCaller()
            .ProducesProblems(
                ProblemKind.BodyMalformed, ProblemKind.FieldUnknown, ProblemKind.FieldInvalid, ProblemKind.ConversationUnknown, ProblemKind.NotAcceptable, ProblemKind.BodyTooLarge,
                ProblemKind.MediaTypeUnsupported);
        conversations.MapPut("/{id}/share", ([Description("The conversation's id.")] string id, ConversationStore records, Caller caller) => TypedResults.Ok(records.Share(id, shared: true, caller)))
            .WithName("shareConversation")
            .WithSummary("Share a conversation")
            .WithDescription("Gives it a `shareId`, with which it can be read but not continued, renamed or deleted, and which does not tell its id. It keeps the one it has.")
            .WithExample(null, "conversation-summary.json")
            .LimitsToCaller()
            .ProducesProblems(ProblemKind.ConversationUnknown, ProblemKind.NotAcceptable);
        conversations.MapDelete("/{id}/share", ([Description("The conversation's id.")] string id, ConversationStore records, Caller caller) => TypedResults.Ok(records.Share(id, shared: false, caller)))
            .WithName("unshareConversation")
            .WithSummary("Stop sharing a conversation")
            .WithDescription("Its link leads nowhere from now on; sharing it again makes another.")
            .WithExample(null, "conversation-summary.json")
            .LimitsToCaller()
            .ProducesProblems(ProblemKind.ConversationUnknown, ProblemKind.NotAcceptable);
        routes.MapGet("/shared/{id}", ([Description("The conversation's shareId.")] string id, ConversationStore records, Caller caller) => TypedResults.Ok(records.FindShared(id, caller)))
            .WithTags("Conversations")
            .WithName("getSharedConversation")
            .WithSummary("Read a shared conversation")
            .WithDescription("As it is now, for reading only.")
            .WithExample(null, "conversation.json")
            .LimitsToCaller()
            .ProducesProblems(ProblemKind.ShareUnknown, ProblemKind.NotAcceptable);
        conversations.MapDelete("/", (ConversationStore records, Caller caller) =>
            {
                records.DeleteAll(caller);
                return TypedResults.NoContent();
            })
            .WithName("deleteConversations")
            .WithSummary("Delete all conversations")
            .WithDescription("Their answers are deleted with them.")
            .WithMetadata(new RequiresScope(ApiScopes.Manage))
            .ProducesProblems(ProblemKind.NotAcceptable);
        conversations.MapDelete("/{id}", ([Description("The conversation's id.")] string id, ConversationStore records, Caller caller) =>
            {
                records.Delete(id, caller);
                return TypedResults.NoContent();
            })
            .WithName("deleteConversation")
            .WithSummary("Delete a conversation")
            .WithDescription("Its answers are deleted with it.")
            .WithMetadata(new RequiresScope(ApiScopes.Manage))
            .ProducesProblems(ProblemKind.ConversationUnknown, ProblemKind.NotAcceptable);
    }
}
