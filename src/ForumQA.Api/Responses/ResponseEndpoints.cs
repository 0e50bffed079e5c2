using ForumQA.Api.Access;
using ForumQA.Api.Answers;
using ForumQA.Api.ChatCompletions;
using ForumQA.Api.Configuration;
using ForumQA.Api.OpenApi;
using ForumQA.Api.Requests;
using Microsoft.Extensions.Options;

namespace ForumQA.Api.Responses;

/// <summary><c>/v1/responses</c>: ForumQA for clients of OpenAI's newer endpoint.</summary>
internal static class ResponseEndpoints
{
    public static void MapResponses(this IEndpointRouteBuilder routes) => routes.MapPost("/responses", RespondAsync)
        .SpeaksAsOpenAI()
        .WithName("createResponse")
        .WithSummary("Ask as a client of OpenAI's responses does")
        .WithDescription(
            "`input` is the question, or messages of which the last of the user is the question; instructions, tools and parameters such as `temperature` are accepted and change nothing. "
            + "The output is one message: the verified sentences with markers like [1] and a list of the sources; `annotations` says where each marker stands and what it names. "
            + "With `stream` each sentence comes as soon as it is verified, its annotations after it. Nothing is kept: `previous_response_id` is refused. Failures are in OpenAI's shape.")
        .Accepts<ResponseBody>("application/json")
        .Produces<ResponseJson>()
        .WithExample("response-request.json", "response.json")
        .LimitsToCaller()
        .AnswersQuestions("response.*");

    private static async Task<IResult> RespondAsync(HttpContext context, Caller caller, AnswerDesk desk, ChatModels models, IOptions<LimitOptions> limits, TimeProvider time)
    {
        var (body, request) = await ChatRequest.ReadAsync(
            context.Request, ResponseBodyJson.Default.ResponseBody, "input", body => ResponseConversation.Read(body, models, limits.Value), context.RequestAborted).ConfigureAwait(false);
        var stop = TimeLimit.Begin(context, limits.Value.AnswerTime, time);
        var steps = desk.AskAsync(request, conversationId: null, replaces: null, caller, stop);
        var response = new ResponseStream(body.Model ?? ChatModels.Default, time.GetUtcNow(), ChatRequest.TextFor(context.Request));
        return body.Stream == true
            ? await EventStream.BeginAsync(context, response.StreamAsync(steps, stop), stop, response.Fail).ConfigureAwait(false)
            : TypedResults.Ok(await response.CompleteAsync(steps, stop).ConfigureAwait(false));
    }
}
