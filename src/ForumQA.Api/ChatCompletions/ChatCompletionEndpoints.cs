using System.ComponentModel;
using System.Text.Json;
using ForumQA.Answering;
using ForumQA.Api.Answers;
using ForumQA.Api.Configuration;
using ForumQA.Api.Documents;
using ForumQA.Api.OpenApi;
using ForumQA.Api.Problems;
using ForumQA.Api.Requests;
using Microsoft.Extensions.Options;

namespace ForumQA.Api.ChatCompletions;

/// <summary><c>/v1/chat/completions</c> and <c>/v1/models</c>: ForumQA for every client that can talk to OpenAI.</summary>
internal static class ChatCompletionEndpoints
{
    public static void MapChatCompletions(this IEndpointRouteBuilder routes)
    {
        var openAI = routes.MapGroup("").WithTags("OpenAI-compatible").WithMetadata(new SpeaksOpenAI(), new ChoosesFormat());
        openAI.MapPost("/chat/completions", CompleteAsync)
            .WithName("chatCompletion")
            .WithSummary("Ask as a chat client does")
            .WithDescription(
                "The last message of the user is the question, earlier ones and those of the assistant are its conversation; system messages and parameters such as `temperature` are "
                + "accepted and change nothing. The content is the verified sentences with markers like [1] and a list of the sources; `annotations` says where each marker stands "
                + "and what it names. With `stream` each sentence comes as soon as it is verified. Failures are in OpenAI's shape.")
            .Accepts<ChatBody>("application/json")
            .Produces<ChatCompletionJson>()
            .WithMetadata(new StreamsEvents(["message"]))
            .WithExample("chat-request.json", "chat-completion.json")
            .ProducesProblems(
                ProblemKind.BodyMalformed, ProblemKind.FieldInvalid, ProblemKind.QuestionEmpty, ProblemKind.QuestionTooLong, ProblemKind.ModelUnknown, ProblemKind.BodyTooLarge,
                ProblemKind.MediaTypeUnsupported, ProblemKind.Busy, ProblemKind.IndexMissing, ProblemKind.TimedOut)
            .RequireRateLimiting(RequestLimits.Answers)
            .DisableRequestTimeout();
        openAI.MapGet("/models", () => TypedResults.Ok(ChatModels.List))
            .WithName("listModels")
            .WithSummary("List the models")
            .WithDescription("`forumqa` lets the language model write when there is one, `forumqa-extractive` quotes the documents, `forumqa-generative` fails without a language model.")
            .WithExample(null, "model-list.json")
            .ProducesProblems();
        openAI.MapGet("/models/{model}", ([Description("The model's name.")] string model) =>
            {
                _ = ChatModels.ModeOf(model);
                return TypedResults.Ok(new ModelJson(model));
            })
            .WithName("getModel")
            .WithSummary("Get a model")
            .WithDescription("Whether there is a model of that name.")
            .WithExample(null, "model.json")
            .ProducesProblems(ProblemKind.ModelUnknown);
    }

    private static async Task<IResult> CompleteAsync(HttpContext context, AnswerDesk desk, IOptions<LimitOptions> limits, TimeProvider time)
    {
        var body = await ReadAsync(context.Request, context.RequestAborted).ConfigureAwait(false);
        var request = Read(body, limits.Value);
        var stop = TimeLimit.Begin(context, limits.Value.AnswerTime, time);
        var steps = desk.AskAsync(request, null, stop);
        var completion = new ChatCompletion(body.Model ?? ChatModels.Default, time.GetUtcNow(), new ChatText(citation => AddressOf(citation, context.Request)));
        return body.Stream == true
            ? await EventStream.BeginAsync(
                context, completion.StreamAsync(steps, body.StreamOptions?.IncludeUsage == true, stop), stop, ChatErrorJson.EventOf).ConfigureAwait(false)
            : TypedResults.Ok(await completion.CompleteAsync(steps, stop).ConfigureAwait(false));
    }

    private static AnswerRequest Read(ChatBody body, LimitOptions limits)
    {
        try
        {
            return ChatConversation.Read(body, limits);
        }
        catch (InvalidOperationException e)
        {
            // Half of an emoji, say: it is found only when the text is read.
            throw new RequestException(ProblemKind.BodyMalformed, $"A text of the body is not valid Unicode. Send it whole. {e.Message}", "messages");
        }
    }

    // Not bound by the framework: this service refuses fields that it does not know, and chat clients send many.
    private static async Task<ChatBody> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (!request.HasJsonContentType())
        {
            throw new RequestException(ProblemKind.MediaTypeUnsupported, "Send the conversation as JSON, with Content-Type: application/json.");
        }

        try
        {
            return await JsonSerializer.DeserializeAsync(request.Body, ChatJson.Default.ChatBody, cancellationToken).ConfigureAwait(false)
                ?? throw new JsonException("The body is null.");
        }
        catch (JsonException e)
        {
            throw e.InnerException is null && e.Path is { Length: > 2 } path
                ? new RequestException(ProblemKind.FieldInvalid, $"The value of '{path[2..]}' is of the wrong type.", path[2..], e)
                : new RequestException(ProblemKind.BodyMalformed, "The body is not a valid JSON object. Send one with 'messages'.", null, e);
        }
    }

    /// <summary>The document's own address on the web, else its address here.</summary>
    private static string AddressOf(Citation citation, HttpRequest request) =>
        Uri.TryCreate(citation.DocumentUri, UriKind.Absolute, out var uri) && (uri.Scheme is "http" or "https")
            ? citation.DocumentUri
            : $"{request.Scheme}://{request.Host}{request.PathBase}/v1/documents/{DocumentId.ToPath(citation.DocumentId)}";
}
