using System.ComponentModel;
using ForumQA.Api.Access;
using ForumQA.Api.Answers;
using ForumQA.Api.Configuration;
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
        var openAI = routes.MapGroup("").SpeaksAsOpenAI();
        openAI.MapPost("/chat/completions", CompleteAsync)
            .WithName("chatCompletion")
            .WithSummary("Ask as a chat client does")
            .WithDescription(
                "The last message of the user is the question, earlier ones and those of the assistant are its conversation; system messages and parameters such as `temperature` are "
                + "accepted and change nothing. The content is the verified sentences with markers like [1] and a list of the sources; `annotations` says where each marker stands "
                + "and what it names. With `stream` each sentence comes as soon as it is verified. Failures are in OpenAI's shape.")
            .Accepts<ChatBody>("application/json")
            .Produces<ChatCompletionJson>()
            .WithExample("chat-request.json", "chat-completion.json")
            .LimitsToCaller()
            .AnswersQuestions("message");
        openAI.MapGet("/models", (ChatModels models) => TypedResults.Ok(models.List))
            .WithName("listModels")
            .WithSummary("List the models")
            .WithDescription("`forumqa` lets the language model write when there is one, `forumqa-extractive` quotes the documents, `forumqa-generative` fails without a language model. Behind them stand the language models that a question may ask for by name: `Chat:Model` and `Chat:Models`.")
            .WithExample(null, "model-list.json")
            .ShowsNoDocuments()
            .ProducesProblems();
        openAI.MapGet("/models/{model}", ([Description("The model's name.")] string model, ChatModels models) =>
            {
                _ = models.Choose(model);
                return TypedResults.Ok(new ModelJson(model));
            })
            .WithName("getModel")
            .WithSummary("Get a model")
            .WithDescription("Whether there is a model of that name.")
            .WithExample(null, "model.json")
            .ShowsNoDocuments()
            .ProducesProblems(ProblemKind.ModelUnknown);
    }

    private static async Task<IResult> CompleteAsync(HttpContext context, Caller caller, AnswerDesk desk, ChatModels models, IOptions<LimitOptions> limits, TimeProvider time)
    {
        var (body, request) = await ChatRequest.ReadAsync(
            context.Request, ChatJson.Default.ChatBody, "messages", body => ChatConversation.Read(body, models, limits.Value, "messages"), context.RequestAborted).ConfigureAwait(false);
        var stop = TimeLimit.Begin(context, limits.Value.AnswerTime, time);
        var steps = desk.AskAsync(request, conversationId: null, replaces: null, caller, stop);
        var completion = new ChatCompletion(body.Model ?? ChatModels.Default, time.GetUtcNow(), ChatRequest.TextFor(context.Request));
        return body.Stream == true
            ? await EventStream.BeginAsync(
                context, completion.StreamAsync(steps, body.StreamOptions?.IncludeUsage == true, stop), stop, ChatErrorJson.EventOf).ConfigureAwait(false)
            : TypedResults.Ok(await completion.CompleteAsync(steps, stop).ConfigureAwait(false));
    }
}
