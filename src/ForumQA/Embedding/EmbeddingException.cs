using System.ClientModel;
using System.Text.Json;

namespace ForumQA.Embedding;

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
        ClientResultException { Status: 401 or 403 } => new(
            "embedding-key-refused", $"The embedding service at {options.Endpoint} refused the key. Check Embedding:ApiKey.", e),
        ClientResultException { Status: 404 } => new(
            "embedding-model-unknown",
            $"The embedding service at {options.Endpoint} does not know the model '{options.Model}' or the address. Check Embedding:Model, and that Embedding:Endpoint ends in /v1.", e),
        ClientResultException { Status: 429 } => new(
            "embedding-busy", $"The embedding service at {options.Endpoint} is over its limit. Wait and run again; what is done is kept.", e),
        ClientResultException { Status: >= 400 and < 500 } refused => new(
            "embedding-refused", $"The embedding service at {options.Endpoint} refused the request with status {refused.Status}. Check Embedding:Model and Embedding:BatchSize.", e),
        ClientResultException { Status: >= 500 } failed => new(
            "embedding-failed", $"The embedding service at {options.Endpoint} failed with status {failed.Status}. Run again when it is well; what is done is kept.", e),
        JsonException or FormatException or KeyNotFoundException or InvalidOperationException => BadAnswer(options, "its answer cannot be read", e),
        ClientResultException or HttpRequestException or AggregateException or TaskCanceledException or TimeoutException => new(
            "embedding-unreachable",
            $"The embedding service at {options.Endpoint} cannot be reached within {options.TimeoutSeconds} s. Start it, or check Embedding:Endpoint.", e),
        _ => null,
    };
}
