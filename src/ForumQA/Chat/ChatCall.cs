using System.Diagnostics;
using Microsoft.Extensions.AI;

namespace ForumQA.Chat;

/// <summary>The span and the metrics of one request to a model, named by OpenTelemetry's conventions for generative models.</summary>
/// <remarks>https://github.com/open-telemetry/semantic-conventions-genai, docs/gen-ai/gen-ai-spans.md.</remarks>
internal sealed class ChatCall : IDisposable
{
    private const string Operation = "chat";

    private readonly TimeProvider _time;
    private readonly long _start;
    private readonly Activity? _span;
    private readonly bool _recordContent;
    private TagList _tags;
    private bool _begun;
    private string? _errorType;

    private ChatCall(Activity? span, TagList tags, TimeProvider time, bool recordContent)
    {
        (_span, _tags, _time, _recordContent) = (span, tags, time, recordContent);
        _start = time.GetTimestamp();
    }

    public static ChatCall Start(
        ChatClientMetadata? client, ChatModelOptions model, TelemetryOptions telemetry, TimeProvider time,
        IReadOnlyCollection<ChatMessage> messages, ChatOptions? options, bool streaming)
    {
        var name = options?.ModelId ?? client?.DefaultModelId ?? model.Model;
        var tags = new TagList
        {
            { "gen_ai.operation.name", Operation },
            { "gen_ai.provider.name", client?.ProviderName ?? "openai" },
            { "gen_ai.request.model", name },
            { "server.address", client?.ProviderUri?.Host },
            { "server.port", client?.ProviderUri?.Port },
        };
        var span = Telemetry.Source.StartActivity($"{Operation} {name}", ActivityKind.Client, default(ActivityContext), tags);
        if (span is { IsAllDataRequested: true })
        {
            span.SetTag("gen_ai.request.max_tokens", options?.MaxOutputTokens ?? model.MaxOutputTokens);
            span.SetTag("gen_ai.request.temperature", options?.Temperature ?? model.Temperature);
            span.SetTag("gen_ai.output.type", options?.ResponseFormat is ChatResponseFormatJson ? "json" : "text");
            span.SetTag("gen_ai.request.stream", streaming ? true : null);
            span.SetTag("gen_ai.input.messages", telemetry.RecordContent ? ChatContentJson.Write(messages) : null);
        }

        return new ChatCall(span, tags, time, telemetry.RecordContent);
    }

    /// <summary>Something arrived; the first time counts.</summary>
    public void Receive()
    {
        if (!_begun)
        {
            _begun = true;
            var time = _time.GetElapsedTime(_start);
            _span?.SetTag("gen_ai.response.time_to_first_chunk", time.TotalSeconds);
            ChatMetrics.RecordFirstChunk(time, _tags);
        }
    }

    /// <summary>The answer is there, or as much of it as was read.</summary>
    public void Complete(ChatResponse response)
    {
        if (response.ModelId is { } model)
        {
            _tags.Add("gen_ai.response.model", model);
        }

        ChatMetrics.RecordTokens(response.Usage?.InputTokenCount, "input", _tags);
        ChatMetrics.RecordTokens(response.Usage?.OutputTokenCount, "output", _tags);
        if (_span is not { IsAllDataRequested: true })
        {
            return;
        }

        _span.SetTag("gen_ai.response.id", response.ResponseId);
        _span.SetTag("gen_ai.response.model", response.ModelId);
        _span.SetTag("gen_ai.response.finish_reasons", response.FinishReason is { } reason ? new[] { reason.Value } : null);
        _span.SetTag("gen_ai.usage.input_tokens", response.Usage?.InputTokenCount);
        _span.SetTag("gen_ai.usage.output_tokens", response.Usage?.OutputTokenCount);
        _span.SetTag("gen_ai.output.messages", _recordContent ? ChatContentJson.Write(response.Messages, response.FinishReason?.Value ?? "") : null);
    }

    /// <summary>The request failed. What a caller cancels has not failed.</summary>
    public void Fail(Exception e)
    {
        if (e is not OperationCanceledException)
        {
            _errorType = (e as ForumQAException)?.Code ?? e.GetType().FullName;
            _span?.SetTag("error.type", _errorType);
            _span?.SetStatus(ActivityStatusCode.Error, (e as ForumQAException)?.Code);
        }
    }

    public void Dispose()
    {
        ChatMetrics.RecordDuration(_time.GetElapsedTime(_start), _tags, _errorType);
        _span?.Dispose();
    }
}
