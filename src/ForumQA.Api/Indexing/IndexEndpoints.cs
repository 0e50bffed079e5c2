using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Threading.Channels;
using ForumQA.Api.Access;
using ForumQA.Api.OpenApi;
using ForumQA.Api.Problems;
using ForumQA.Api.Requests;
using ForumQA.Hosting.Access;
using ForumQA.Hosting.Json;
using ForumQA.Ingestion;

namespace ForumQA.Api.Indexing;

/// <summary>How to bring the index up to date.</summary>
internal sealed record IndexBody
{
    /// <summary>Whether every document is read and embedded again, and an index that is damaged or of another corpus is replaced.</summary>
    public bool Rebuild { get; init; }
}

/// <summary>How far a run has come.</summary>
/// <param name="Done">Files dealt with.</param>
/// <param name="Total">Files to deal with.</param>
/// <param name="DocumentId">The file that is being dealt with.</param>
internal sealed record IndexProgressEvent(int Done, int Total, string DocumentId);

/// <summary><c>/v1/index</c>: takes in what has changed in the corpus folder.</summary>
internal static class IndexEndpoints
{
    /// <summary>Progress that a slow reader has not read yet; older progress gives way.</summary>
    private const int UnreadProgress = 16;

    public static void MapIndex(this IEndpointRouteBuilder routes) => routes.MapPost("/index", RunAsync)
        .WithTags("Index")
        .WithName("index")
        .WithSummary("Bring the index up to date")
        .WithDescription(
            "Takes in new, changed and deleted documents of the corpus folder. With `Accept: text/event-stream` the progress comes as events: `progress`, then `completed` "
            + "or `error`. Closing the connection stops the run after the document under way; nothing is lost. One run at a time. The body may be left out.")
        .Produces<IndexJson>()
        .WithMetadata(new RequiresScope(ApiScopes.Manage), new ChoosesFormat(), new StreamsEvents(["progress", "completed"]))
        .WithExample("index-request.json", "index.json")
        .ProducesProblems(
            ProblemKind.BodyMalformed, ProblemKind.FieldUnknown, ProblemKind.FieldInvalid, ProblemKind.NotAcceptable, ProblemKind.IndexingBusy, ProblemKind.BodyTooLarge,
            ProblemKind.MediaTypeUnsupported, ProblemKind.CorpusMissing)
        .DisableRequestTimeout();

    private static async Task<IResult> RunAsync(IndexBody? body, HttpContext context, IndexKeeper keeper)
    {
        var mode = body?.Rebuild == true ? SynchronizationMode.Rebuild : SynchronizationMode.Full;
        return Accepted.PrefersEventStream(context.Request)
            ? await EventStream.BeginAsync(context, StreamAsync(keeper, mode, context.RequestAborted), context.RequestAborted).ConfigureAwait(false)
            : TypedResults.Ok(IndexJson.From(await keeper.RunAsync(mode, _ => { }, context.RequestAborted).ConfigureAwait(false)));
    }

    private static async IAsyncEnumerable<SseItem<object>> StreamAsync(
        IndexKeeper keeper, SynchronizationMode mode, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var unread = Channel.CreateBounded<IndexingProgress>(new BoundedChannelOptions(UnreadProgress) { FullMode = BoundedChannelFullMode.DropOldest });
        var run = CompleteAsync();
        await foreach (var progress in unread.Reader.ReadAllAsync(cancellationToken).ConfigureAwait(false))
        {
            yield return new SseItem<object>(new IndexProgressEvent(progress.Done, progress.Total, progress.DocumentId), "progress");
        }

        yield return new SseItem<object>(IndexJson.From(await run.ConfigureAwait(false)), "completed");

        async Task<SynchronizationResult> CompleteAsync()
        {
            try
            {
                return await keeper.RunAsync(mode, progress => unread.Writer.TryWrite(progress), cancellationToken).ConfigureAwait(false);
            }
            finally
            {
                unread.Writer.Complete();
            }
        }
    }
}
