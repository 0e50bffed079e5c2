using System.ComponentModel.DataAnnotations;

namespace ForumQA.Embedding;

/// <summary>Which model embeds passages and questions. Section <c>Embedding</c>.</summary>
public sealed class EmbeddingOptions : IValidatableObject
{
    /// <summary>The configuration section these options are bound to.</summary>
    public const string SectionName = "Embedding";

    /// <summary>The base address of an OpenAI-compatible service, such as <c>http://localhost:11434/v1</c>. Null, the default, means the built-in model.</summary>
    public Uri? Endpoint { get; set; }

    /// <summary>The model's name at the endpoint. Required with <see cref="Endpoint"/>.</summary>
    public string? Model { get; set; }

    /// <summary>The key sent as a bearer token. Null, the default, for services that want none. Never logged.</summary>
    public string? ApiKey { get; set; }

    /// <summary>Put before every passage, as the model's card asks, such as <c>search_document: </c>. Empty by default.</summary>
    public string DocumentPrefix { get; set; } = "";

    /// <summary>Put before every question, such as <c>search_query: </c>. Empty by default.</summary>
    public string QueryPrefix { get; set; } = "";

    /// <summary>How many dimensions to ask the model for. Null, the default, leaves it to the model.</summary>
    [Range(1, 65536)]
    public int? Dimensions { get; set; }

    /// <summary>Texts in one request. Default 64.</summary>
    [Range(1, 2048)]
    public int BatchSize { get; set; } = 64;

    /// <summary>How often a request is tried again after a time-out, a 429 or a server error, with growing pauses that respect Retry-After. Default 3.</summary>
    [Range(0, 10)]
    public int Retries { get; set; } = 3;

    /// <summary>Seconds one try may take. Default 60.</summary>
    [Range(1, 3600)]
    public int TimeoutSeconds { get; set; } = 60;

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Endpoint is not null && (!Endpoint.IsAbsoluteUri || Endpoint.Scheme is not ("http" or "https")))
        {
            yield return new ValidationResult(
                $"Embedding:Endpoint '{Endpoint}' is not an http or https address. Give one like http://localhost:11434/v1.", [nameof(Endpoint)]);
        }

        if (Endpoint is not null && string.IsNullOrWhiteSpace(Model))
        {
            yield return new ValidationResult("Embedding:Endpoint is set but Embedding:Model is not. Set both, or neither for the built-in model.", [nameof(Model)]);
        }

        if (Endpoint is null && !string.IsNullOrWhiteSpace(Model))
        {
            yield return new ValidationResult("Embedding:Model is set but Embedding:Endpoint is not. Set both, or neither for the built-in model.", [nameof(Endpoint)]);
        }
    }
}
