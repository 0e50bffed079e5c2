using System.Text.Json;
using ForumQA.Answering;
using ForumQA.Api.ChatCompletions;
using ForumQA.Api.Configuration;
using ForumQA.Api.Problems;

namespace ForumQA.Api.Responses;

/// <summary>Reads the input of a response as a question with the turns before it.</summary>
internal static class ResponseConversation
{
    private const string Field = "input";

    /// <exception cref="RequestException">Something is missing, or is asked for that ForumQA does not do.</exception>
    public static AnswerRequest Read(ResponseBody body, ChatModels models, LimitOptions limits)
    {
        RefuseWhatIsNotDone(body);
        var chat = new ChatBody
        {
            Model = body.Model,
            Messages = Messages(body.Input),
            ToolChoice = body.ToolChoice,
            ResponseFormat = body.Text is { ValueKind: JsonValueKind.Object } text && text.TryGetProperty("format", out var format) ? format : null,
        };
        return ChatConversation.Read(chat, models, limits, Field);
    }

    private static void RefuseWhatIsNotDone(ResponseBody body)
    {
        if (body.PreviousResponseId is not null)
        {
            throw Invalid("previous_response_id", "This endpoint keeps no responses. Send the earlier messages in 'input'; POST /v1/answers with 'conversationId' has conversations that are kept.");
        }

        if (body.Conversation is { ValueKind: not JsonValueKind.Null })
        {
            throw Invalid("conversation", "This endpoint keeps no conversations. Send the earlier messages in 'input'; POST /v1/answers with 'conversationId' has conversations that are kept.");
        }

        if (body.Background == true)
        {
            throw Invalid("background", "ForumQA answers at once. Leave 'background' out.");
        }
    }

    private static List<ChatMessageBody> Messages(JsonElement? input) => input switch
    {
        null or { ValueKind: JsonValueKind.Null } => [],
        { ValueKind: JsonValueKind.String } text => [new ChatMessageBody { Role = "user", Content = text }],
        { ValueKind: JsonValueKind.Array } items => [.. items.EnumerateArray().Select(MessageOf).OfType<ChatMessageBody>()],
        _ => throw Invalid(Field, "'input' is a text or a list of messages."),
    };

    /// <summary>Null for what is no message, such as the call of a tool: it stands in none of the documents.</summary>
    private static ChatMessageBody? MessageOf(JsonElement item)
    {
        if (item.ValueKind != JsonValueKind.Object)
        {
            throw Invalid(Field, "An item of 'input' is an object with 'role' and 'content'.");
        }

        return TextOf(item, "type") is null or "message"
            ? new ChatMessageBody { Role = TextOf(item, "role"), Content = item.TryGetProperty("content", out var content) ? content : null }
            : null;
    }

    private static string? TextOf(JsonElement item, string name) => item.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static RequestException Invalid(string field, string message) => new(ProblemKind.FieldInvalid, message, field);
}
