using System.Text.Json;
using ForumQA.Answering;
using ForumQA.Api.Answers;
using ForumQA.Api.Configuration;
using ForumQA.Api.Problems;

namespace ForumQA.Api.ChatCompletions;

/// <summary>Reads the messages of a chat client as a question with the turns before it.</summary>
internal static class ChatConversation
{
    private const string User = "user";
    private const string Assistant = "assistant";

    /// <param name="body">What was sent.</param>
    /// <param name="models">Which models there are.</param>
    /// <param name="limits">How long a question may be.</param>
    /// <param name="field">The field that the messages stood in.</param>
    /// <exception cref="RequestException">Something is missing, or is asked for that ForumQA does not do.</exception>
    public static AnswerRequest Read(ChatBody body, ChatModels models, LimitOptions limits, string field)
    {
        RefuseWhatIsNotDone(body);
        var (mode, model) = models.Choose(body.Model);
        var messages = Messages(body, field);
        var last = messages.FindLastIndex(message => message.Role == User);
        var question = AnswerBody.RequireQuestion(last < 0 ? null : messages[last].Text, field, limits);
        return new AnswerRequest(question)
        {
            Mode = mode,
            Model = model,
            History = [.. Turns(messages.Take(Math.Max(0, last))).TakeLast(ConversationHistory.MaxTurns)],
        };
    }

    private static void RefuseWhatIsNotDone(ChatBody body)
    {
        if (body.N is not (null or 1))
        {
            throw Invalid("n", "ForumQA gives one answer to a question. Leave 'n' out.");
        }

        if (body.ToolChoice is { ValueKind: not JsonValueKind.Null } choice && !(choice.ValueKind == JsonValueKind.String && choice.GetString() is "none" or "auto"))
        {
            throw Invalid("tool_choice", "ForumQA calls no tools. Leave 'tool_choice' out, or send \"none\" or \"auto\".");
        }

        if (body.ResponseFormat is { ValueKind: not JsonValueKind.Null } format
            && !(format.ValueKind == JsonValueKind.Object && format.TryGetProperty("type", out var type) && type.ValueKind == JsonValueKind.String && type.GetString() == "text"))
        {
            throw Invalid("response_format", "ForumQA answers in text. Leave 'response_format' out; POST /v1/answers gives the answer as JSON.");
        }

        if (body.Logprobs == true)
        {
            throw Invalid("logprobs", "ForumQA knows no probabilities of tokens. Leave 'logprobs' out.");
        }
    }

    private static List<(string Role, string Text)> Messages(ChatBody body, string field)
    {
        var messages = new List<(string, string)>();
        for (var i = 0; i < (body.Messages?.Count ?? 0); i++)
        {
            switch (body.Messages![i]?.Role)
            {
                case User or Assistant:
                    messages.Add((body.Messages[i].Role!, TextOf(body.Messages[i].Content, $"{field}[{i}].content")));
                    break;

                // Instructions cannot make an answer less proven, and what tools gave a client stands in none of the documents.
                case "system" or "developer" or "tool" or "function":
                    break;

                case var role:
                    throw Invalid($"{field}[{i}].role", $"'{role}' is no role of a message. Send user, assistant or system.");
            }
        }

        return messages;
    }

    private static string TextOf(JsonElement? content, string field) => content switch
    {
        null or { ValueKind: JsonValueKind.Null } => "",
        { ValueKind: JsonValueKind.String } text => text.GetString()!,
        { ValueKind: JsonValueKind.Array } parts => string.Join('\n', parts.EnumerateArray().Select(part => TextOfPart(part, field))),
        _ => throw Invalid(field, "The content of a message is a text or a list of parts."),
    };

    private static string TextOfPart(JsonElement part, string field) =>
        part.ValueKind == JsonValueKind.Object
        && part.TryGetProperty("type", out var type) && type.ValueKind == JsonValueKind.String && type.GetString() is "text" or "input_text" or "output_text" or "refusal"
        && part.TryGetProperty(type.GetString() == "refusal" ? "refusal" : "text", out var text) && text.ValueKind == JsonValueKind.String
            ? text.GetString()!
            : throw Invalid(field, "ForumQA reads text only. Leave out images, sound and files; POST /v1/documents takes files.");

    private static IEnumerable<ConversationTurn> Turns(IEnumerable<(string Role, string Text)> messages)
    {
        ConversationTurn? turn = null;
        foreach (var (role, text) in messages.Where(message => !string.IsNullOrWhiteSpace(message.Text)))
        {
            if (role == Assistant)
            {
                // An answer without its question, such as a greeting, says nothing of what is asked next.
                turn = turn is null ? null : turn with { Answer = ChatText.AnswerIn(text) };
                continue;
            }

            if (turn is not null)
            {
                yield return turn;
            }

            turn = new ConversationTurn(text.Trim());
        }

        if (turn is not null)
        {
            yield return turn;
        }
    }

    private static RequestException Invalid(string field, string message) => new(ProblemKind.FieldInvalid, message, field);
}
