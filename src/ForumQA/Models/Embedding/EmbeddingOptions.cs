using System.ComponentModel.DataAnnotations;

namespace ForumQA.Models.Embedding;

/// <summary>Which model embeds passages and questions. Section <c>Embedding</c>.</summary>
public sealed class EmbeddingOptions : IValidatableObject
{
    /// <summary>The configuration section these options are bound to.</summary>
    public const string SectionName = "Embedding";

    /// <summary>The <see cref="Model"/> that loads nothing neural: character grams.</summary>
    public const string Words = "words";

    /// <summary>The base address of an OpenAI-compatible service, such as <c>http://localhost:11434/v1</c>. Null, the default, means a model in this process.</summary>
    public Uri? Endpoint { get; set; }

    /// <summary>The model's name at the endpoint, required there. Without an endpoint only <see cref="Words"/>; null, the default, means the built-in neural model where the package ForumQA.Onnx is registered.</summary>
    public string? Model { get; set; }

    /// <summary>A folder with a model of your own in the layout of Hugging Face, to run in this process. Null, the default. Needs the package ForumQA.Onnx.</summary>
    public string? Path { get; set; }

    /// <summary>How many texts a model in this process embeds side by side at most. Null, the default, means one for each processor, 8 at most.</summary>
    [Range(1, 1024)]
    public int? Threads { get; set; }

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

        if (Endpoint is not null && (string.IsNullOrWhiteSpace(Model) || Model == Words))
        {
            yield return new ValidationResult("Embedding:Endpoint is set but Embedding:Model names no model of it. Set both, or neither for a model in this process.", [nameof(Model)]);
        }

        if (Endpoint is null && !string.IsNullOrWhiteSpace(Model) && Model != Words)
        {
            yield return new ValidationResult(
                $"Embedding:Model is '{Model}' but Embedding:Endpoint is not set. Set both for a service; without one, the only model to name is '{Words}'. A folder with a model goes into Embedding:Path.",
                [nameof(Endpoint)]);
        }

        if (!string.IsNullOrWhiteSpace(Path) && (Endpoint is not null || !string.IsNullOrWhiteSpace(Model)))
        {
            yield return new ValidationResult(
                "Embedding:Path names a model in this process, but Embedding:Endpoint or Embedding:Model names another. Keep one of them.", [nameof(Path)]);
        }
    }
}
