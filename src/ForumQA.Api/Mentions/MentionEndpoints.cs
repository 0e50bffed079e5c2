using System.ComponentModel;
using ForumQA.Api.Access;
using ForumQA.Api.OpenApi;
using ForumQA.Api.Problems;
using ForumQA.Api.Requests;
using ForumQA.Hosting.Json;
using ForumQA.Storage;
using ForumQA.Text.Mentions;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ForumQA.Api.Mentions;

/// <summary><c>/v1/mentions</c>: who and what the documents mention, and where.</summary>
internal static class MentionEndpoints
{
    private const int DefaultLimit = 100;
    private const int HighestLimit = 1000;

    public static void MapMentions(this IEndpointRouteBuilder routes) => routes.MapGet("/mentions", FindAsync)
        .WithTags("Search")
        .WithName("listMentions")
        .WithSummary("List who and what is mentioned")
        .WithDescription(
            $"The names in the documents, in the order of documents and text: at most `limit` of them (default {DefaultLimit}, highest {HighestLimit}). Without `kind` and `name` people, "
            + "organizations, events and places. With `name`, those that have its words, and `mentions` tells every place and sentence where they stand: offsets are UTF-16 code units of the document's text.")
        .WithExample(null, "mentions.json")
        .LimitsToCaller()
        .ProducesProblems(ProblemKind.FieldInvalid, ProblemKind.DocumentUnknown, ProblemKind.NotAcceptable, ProblemKind.IndexMissing);

    private static async Task<Ok<MentionsJson>> FindAsync(
        Caller caller,
        ReadableCorpus corpus,
        [Description("Words of a name.")] string? name,
        [Description("What is named: person, organization, event, place, date, quantity, definition, enumeration or item.")] string? kind,
        [Description("The id of the only document to look at.")] string? document,
        [Description("At most so many names, and so many mentions.")] int? limit,
        CancellationToken cancellationToken)
    {
        var query = new MentionQuery
        {
            Name = string.IsNullOrWhiteSpace(name) ? null : name,
            Kind = ReadKind(kind),
            Document = document,
            Limit = Parameters.InRange(limit ?? DefaultLimit, 1, HighestLimit, nameof(limit)),
        };
        return TypedResults.Ok(MentionsJson.Find((await corpus.OpenAsync(caller, cancellationToken).ConfigureAwait(false)).GetRequiredService<IndexStore>(), query));
    }

    private static MentionKind? ReadKind(string? kind) => string.IsNullOrEmpty(kind) ? null
        : Enum.GetValues<MentionKind>().Cast<MentionKind?>().FirstOrDefault(value => string.Equals(value.ToString(), kind, StringComparison.OrdinalIgnoreCase))
            ?? throw new RequestException(ProblemKind.FieldInvalid, "'kind' is person, organization, event, place, date, quantity, definition, enumeration or item.", nameof(kind));
}
