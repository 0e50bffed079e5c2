using System.Net;
using System.Text.Json;

namespace ForumQA.Models.Embedding;

/// <summary>The embedding service failed. The message says how and what to do; it never contains the key.</summary>
public sealed class EmbeddingException : ForumQAException
{
    private EmbeddingException(string code, string message, Exception? innerException)
        : base(code, message, innerException)
    {
    }

    internal static EmbeddingException BadAnswer(EmbeddingOptions options, string what, Exception? cause = null) => new(
        "embedding-bad-answer",
        $"The embedding service at {options.Endpoint} does not answer as an OpenAI-compatible one: {what}. Check Embedding:Endpoint; it usually ends in /v1.",
        cause);

    /// <summary>Turns what the client threw into a message for people; null when it is no failure of the service.</summary>
    internal static EmbeddingException? From(EmbeddingOptions options, Exception e) => e switch
    {
        HttpRequestException { StatusCode: HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden } => new(
            "embedding-key-refused", $"The embedding service at {options.Endpoint} refused the key. Check Embedding:ApiKey.", e),
        HttpRequestException { StatusCode: HttpStatusCode.NotFound } => new(
            "embedding-model-unknown",
            $"The embedding service at {options.Endpoint} does not know the model '{options.Model}' or the address. Check Embedding:Model, and that Embedding:Endpoint ends in /v1.", e),
        HttpRequestException { StatusCode: HttpStatusCode.TooManyRequests } => new(
            "embedding-busy", $"The embedding service at {options.Endpoint} is over its limit. Wait and run again; what is done is kept.", e),
        HttpRequestException { StatusCode: >= (HttpStatusCode)400 and < (HttpStatusCode)500 and var status } => new(
            "embedding-refused", $"The embedding service at {options.Endpoint} refused the request with status {(int)status}. Check Embedding:Model and Embedding:BatchSize.", e),
        HttpRequestException { StatusCode: >= (HttpStatusCode)500 and var status } => new(
            "embedding-failed", $"The embedding service at {options.Endpoint} failed with status {(int)status}. Run again when it is well; what is done is kept.", e),
        JsonException or FormatException or KeyNotFoundException or InvalidOperationException => BadAnswer(options, "its answer cannot be read", e),
        HttpRequestException or OperationCanceledException => new(
            "embedding-unreachable",
            $"The embedding service at {options.Endpoint} cannot be reached within {options.TimeoutSeconds} s. Start it, or check Embedding:Endpoint.", e),
        _ => null,
    };
}
