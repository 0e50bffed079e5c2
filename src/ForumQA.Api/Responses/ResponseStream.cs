using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using ForumQA.Answering;
using ForumQA.Api.Answers;
using ForumQA.Api.ChatCompletions;
using ForumQA.Api.Problems;

namespace ForumQA.Api.Responses;

/// <summary>One answer on its way to a client of OpenAI's responses, whole or in pieces.</summary>
internal sealed class ResponseStream(string model, DateTimeOffset created, ChatText text)
{
    private const string Running = "in_progress";
    private const string Finished = "completed";

    private readonly string _id = "resp_" + RandomNumberGenerator.GetHexString(24, lowercase: true);
    private readonly string _messageId = "msg_" + RandomNumberGenerator.GetHexString(24, lowercase: true);
    private int _sequence;

    public async Task<ResponseJson> CompleteAsync(IAsyncEnumerable<AnswerStep> steps, CancellationToken cancellationToken)
    {
        var (answer, content) = await text.WriteAsync(steps, cancellationToken).ConfigureAwait(false);
        return Response(Finished, [Message(Finished, content)], answer.Usage);
    }

    /// <summary>Every sentence as soon as it is verified, and nothing before: what has gone out cannot be taken back.</summary>
    public async IAsyncEnumerable<SseItem<object>> StreamAsync(IAsyncEnumerable<AnswerStep> steps, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var written = "";
        var annotated = 0;
        Answer? answer = null;
        await foreach (var step in steps.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            if (_sequence == 0)
            {
                yield return Event("response.created", item => item with { Response = Response(Running, [], null) });
                yield return Event("response.in_progress", item => item with { Response = Response(Running, [], null) });
                yield return Event("response.output_item.added", item => item with { OutputIndex = 0, Item = new ResponseMessageJson(_messageId, Running, []) });
                yield return OfPart("response.content_part.added", item => item with { Part = new ResponseTextJson("", []) });
            }

            answer = (step.Update as AnswerCompleted)?.Answer ?? answer;
            if (text.Add(step.Update) is { Length: > 0 } content)
            {
                written += content;
                yield return OfPart("response.output_text.delta", item => item with { Delta = content });
            }

            for (; annotated < text.Annotations.Count; annotated++)
            {
                yield return OfPart("response.output_text.annotation.added", item => item with { AnnotationIndex = annotated, Annotation = ResponseAnnotationJson.Of(text.Annotations[annotated]) });
            }
        }

        var message = Message(Finished, written);
        yield return OfPart("response.output_text.done", item => item with { Text = written });
        yield return OfPart("response.content_part.done", item => item with { Part = message.Content[0] });
        yield return Event("response.output_item.done", item => item with { OutputIndex = 0, Item = message });
        yield return Event("response.completed", item => item with { Response = Response(Finished, [message], answer?.Usage) });
    }

    /// <summary>Ends a stream that failed.</summary>
    public SseItem<object> Fail(Problem problem) => Event("error", item => item with { Code = problem.Code, Message = problem.Detail });

    private ResponseJson Response(string status, IReadOnlyList<ResponseMessageJson> output, TokenUsage? usage) =>
        new(_id, created.ToUnixTimeSeconds(), status, model, output, status == Finished ? ResponseUsageJson.Of(usage) : null);

    private ResponseMessageJson Message(string status, string content) =>
        new(_messageId, status, [new ResponseTextJson(content, [.. text.Annotations.Select(ResponseAnnotationJson.Of)])]);

    private SseItem<object> OfPart(string type, Func<ResponseEventJson, ResponseEventJson> fill) => Event(type, item => fill(item with { ItemId = _messageId, OutputIndex = 0, ContentIndex = 0 }));

    private SseItem<object> Event(string type, Func<ResponseEventJson, ResponseEventJson> fill) => new(fill(new ResponseEventJson(type, _sequence++)), type);
}
