using System.Text;
using System.Text.Json;
using Microsoft.Extensions.AI;

namespace ForumQA.Models.Chat;

/// <summary>
/// Reads one answer, from the chunks of a stream or from a single value. It asks for little, because services differ: ids, usage, roles and
/// the model's name may be missing, texts may be null or empty, and reasons for finishing may be any word.
/// </summary>
/// <param name="failures">Says what went wrong.</param>
internal sealed class ChatAnswerReader(ChatFailures failures)
{
    private readonly ToolCallAssembler _calls = new();
    private string? _id;
    private string? _model;
    private DateTimeOffset? _created;
    private UsageContent? _usage;
    private bool _finished;

    /// <summary>Why the model stopped; null until it says.</summary>
    public ChatFinishReason? FinishReason { get; private set; }

    /// <summary>Takes in a chunk of a stream or a whole answer.</summary>
    /// <returns>What there is to hand out, or null: functions are called when the answer is complete.</returns>
    /// <exception cref="ChatException">It is an error, or nothing of this kind at all.</exception>
    public ChatResponseUpdate? Read(JsonElement answer)
    {
        if (ServiceError.Find(answer) is { } error)
        {
            throw failures.Refused(error.Status, error);
        }

        if (answer.ValueKind != JsonValueKind.Object)
        {
            throw failures.BadAnswer("what it sends is no JSON object");
        }

        _id ??= Text(answer, "id");
        _model ??= Text(answer, "model");
        _created ??= answer.TryGetProperty("created", out var created) && created.ValueKind == JsonValueKind.Number && created.TryGetInt64(out var seconds) && seconds is > 0 and < 253_402_300_800
            ? DateTimeOffset.FromUnixTimeSeconds(seconds)
            : null;
        _usage = ReadUsage(answer) ?? _usage; // Some send it with every chunk, counted from the start.
        return answer.TryGetProperty("choices", out var choices) && choices.ValueKind == JsonValueKind.Array && choices.GetArrayLength() > 0
            ? ReadChoice(choices[0])
            : null;
    }

    /// <summary>What follows from the model's having stopped: the reason, and functions to call. Null until then, and after it was handed out.</summary>
    public ChatResponseUpdate? Finish()
    {
        if (FinishReason is null || _finished)
        {
            return null;
        }

        _finished = true;
        var finish = Update(_calls.Complete());
        finish.FinishReason = FinishReason;
        return finish;
    }

    /// <summary>What is left to hand out at the end: what the answer took; from a service that does not say that the model has stopped, functions to call.</summary>
    public ChatResponseUpdate? End()
    {
        var contents = _finished ? [] : _calls.Complete();
        if (_usage is not null)
        {
            contents.Add(_usage);
        }

        return contents.Count > 0 ? Update(contents) : null;
    }

    private static string? Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    /// <summary>A text, or the texts of a list of parts.</summary>
    private static string Content(JsonElement message, string name)
    {
        if (!message.TryGetProperty(name, out var content) || content.ValueKind != JsonValueKind.Array)
        {
            return Text(message, name) ?? "";
        }

        var text = new StringBuilder();
        foreach (var part in content.EnumerateArray().Where(part => part.ValueKind == JsonValueKind.Object))
        {
            text.Append(Text(part, "text"));
        }

        return text.ToString();
    }

    private static UsageContent? ReadUsage(JsonElement answer)
    {
        if (!answer.TryGetProperty("usage", out var usage) || usage.ValueKind != JsonValueKind.Object)
        {
            return null;
        }

        var (input, output) = (Count(usage, "prompt_tokens"), Count(usage, "completion_tokens"));
        return input is null && output is null ? null : new UsageContent(new UsageDetails
        {
            InputTokenCount = input,
            OutputTokenCount = output,
            TotalTokenCount = Count(usage, "total_tokens") ?? ((input ?? 0) + (output ?? 0)),
            CachedInputTokenCount = Detail("prompt_tokens_details", "cached_tokens"),
            ReasoningTokenCount = Detail("completion_tokens_details", "reasoning_tokens"),
        });

        long? Detail(string group, string name) =>
            usage.TryGetProperty(group, out var details) && details.ValueKind == JsonValueKind.Object ? Count(details, name) : null;

        static long? Count(JsonElement element, string name) =>
            element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out var count) ? count : null;
    }

    private ChatResponseUpdate? ReadChoice(JsonElement choice)
    {
        if (choice.ValueKind != JsonValueKind.Object)
        {
            throw failures.BadAnswer("its choices are no JSON objects");
        }

        FinishReason = Text(choice, "finish_reason") is { Length: > 0 } reason ? FinishReasonOf(reason) : FinishReason;
        if (!(choice.TryGetProperty("delta", out var message) || choice.TryGetProperty("message", out message)) || message.ValueKind != JsonValueKind.Object)
        {
            return null;
        }

        _calls.Add(message);
        var contents = new List<AIContent>();
        if (Content(message, "reasoning_content") is { Length: > 0 } thought || (thought = Content(message, "reasoning")).Length > 0)
        {
            contents.Add(new TextReasoningContent(thought));
        }

        // A model's refusal to answer is its answer.
        if (Content(message, "content") + Content(message, "refusal") is { Length: > 0 } text)
        {
            contents.Add(new TextContent(text));
        }

        return contents.Count > 0 ? Update(contents) : null;
    }

    private static ChatFinishReason FinishReasonOf(string reason) => reason switch
    {
        "length" or "max_tokens" or "MAX_TOKENS" => ChatFinishReason.Length,
        "tool_calls" or "function_call" => ChatFinishReason.ToolCalls,
        "stop" or "eos" or "eos_token" or "end_turn" or "stop_sequence" or "STOP" => ChatFinishReason.Stop,
        _ => new ChatFinishReason(reason),
    };

    private ChatResponseUpdate Update(IList<AIContent> contents) => new(ChatRole.Assistant, contents)
    {
        ResponseId = _id,
        MessageId = _id,
        ModelId = _model,
        CreatedAt = _created,
    };
}
