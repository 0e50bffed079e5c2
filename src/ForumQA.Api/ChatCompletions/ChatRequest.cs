using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using ForumQA.Answering;
using ForumQA.Api.Documents;
using ForumQA.Api.Problems;

namespace ForumQA.Api.ChatCompletions;

/// <summary>Reads what clients of OpenAI send. Not bound by the framework: this service refuses fields that it does not know, and they send many.</summary>
internal static class ChatRequest
{
    /// <summary>Reads a body and the question in it.</summary>
    /// <param name="request">The request.</param>
    /// <param name="type">What the body holds.</param>
    /// <param name="field">The field that every such body has, in which its texts stand.</param>
    /// <param name="read">Reads the question of a body.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    /// <exception cref="RequestException">It is no JSON, a value in it is of the wrong type, something is missing, or is asked for that ForumQA does not do.</exception>
    public static async Task<(T Body, AnswerRequest Request)> ReadAsync<T>(
        HttpRequest request, JsonTypeInfo<T> type, string field, Func<T, AnswerRequest> read, CancellationToken cancellationToken)
    {
        var body = await ReadBodyAsync(request, type, field, cancellationToken).ConfigureAwait(false);
        try
        {
            return (body, read(body));
        }
        catch (InvalidOperationException e)
        {
            // Half of an emoji, say: it is found only when the text is read.
            throw new RequestException(ProblemKind.BodyMalformed, $"A text of the body is not valid Unicode. Send it whole. {e.Message}", field);
        }
    }

    private static async Task<T> ReadBodyAsync<T>(HttpRequest request, JsonTypeInfo<T> type, string field, CancellationToken cancellationToken)
    {
        if (!request.HasJsonContentType())
        {
            throw new RequestException(ProblemKind.MediaTypeUnsupported, "Send the conversation as JSON, with Content-Type: application/json.");
        }

        try
        {
            return await JsonSerializer.DeserializeAsync(request.Body, type, cancellationToken).ConfigureAwait(false)
                ?? throw new JsonException("The body is null.");
        }
        catch (JsonException e)
        {
            throw e.InnerException is null && e.Path is { Length: > 2 } path
                ? new RequestException(ProblemKind.FieldInvalid, $"The value of '{path[2..]}' is of the wrong type.", path[2..], e)
                : new RequestException(ProblemKind.BodyMalformed, $"The body is not a valid JSON object. Send one with '{field}'.", null, e);
        }
    }

    /// <summary>The text of an answer whose sources have their own address on the web, else their address here.</summary>
    /// <param name="request">The request.</param>
    public static ChatText TextFor(HttpRequest request) => new(citation =>
        Uri.TryCreate(citation.DocumentUri, UriKind.Absolute, out var uri) && (uri.Scheme is "http" or "https")
            ? citation.DocumentUri
            : $"{request.Scheme}://{request.Host}{request.PathBase}/v1/documents/{DocumentId.ToPath(citation.DocumentId)}");
}
