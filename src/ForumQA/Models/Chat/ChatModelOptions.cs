using System.ComponentModel.DataAnnotations;

namespace ForumQA.Models.Chat;

/// <summary>Which language model writes answers, and how its service is called. Section <c>Chat</c>.</summary>
public sealed class ChatModelOptions : IValidatableObject
{
    /// <summary>The configuration section these options are bound to.</summary>
    public const string SectionName = "Chat";

    /// <summary>The base address of an OpenAI-compatible service, such as <c>http://localhost:11434/v1</c>. Null, the default, means no model: answers are the documents' own sentences.</summary>
    public Uri? Endpoint { get; set; }

    /// <summary>The model's name at the endpoint. Required with <see cref="Endpoint"/>.</summary>
    public string? Model { get; set; }

    /// <summary>Further models at the endpoint, which a question may ask for in place of <see cref="Model"/>. None by default. All other settings hold for each of them.</summary>
    public IReadOnlyList<string> Models { get; set; } = [];

    /// <summary>The key sent as a bearer token. Null, the default, for services that want none. Never logged.</summary>
    public string? ApiKey { get; set; }

    /// <summary>Seconds that one try may take until its first token, and that the model may be silent between two tokens. Default 60: a local model may have to be loaded first.</summary>
    [Range(1, 3600)]
    public int TimeoutSeconds { get; set; } = 60;

    /// <summary>How often a request is tried again after a time-out, a 429, a server error or a broken connection, with growing pauses that respect Retry-After; never after the first token. Default 2.</summary>
    [Range(0, 10)]
    public int Retries { get; set; } = 2;

    /// <summary>Tokens that the model can read and write together; what is put into a prompt is chosen to fit. Default 8192.</summary>
    [Range(512, 10_000_000)]
    public int ContextTokens { get; set; } = 8192;

    /// <summary>Tokens that one answer may have at most, less than <see cref="ContextTokens"/>. Default 1024.</summary>
    [Range(1, 1_000_000)]
    public int MaxOutputTokens { get; set; } = 1024;

    /// <summary>How much chance there is in an answer, 0 to 2. Default 0. It is left out for a model that refuses it, and when null.</summary>
    [Range(0.0, 2.0)]
    public float? Temperature { get; set; } = 0;

    /// <summary>How many tries must fail, and be at least half of those made lately, before requests fail at once for <see cref="BreakSeconds"/> instead of waiting for a service that is down. Default 5; 0 turns this off.</summary>
    [Range(0, 1000)]
    public int BreakAfterFailures { get; set; } = 5;

    /// <summary>Seconds during which a service that is down is left alone, see <see cref="BreakAfterFailures"/>. Default 30.</summary>
    [Range(1, 3600)]
    public int BreakSeconds { get; set; } = 30;

    /// <summary>The models that a question may ask for, the default first; none without an endpoint.</summary>
    internal IReadOnlyList<string> Offered => Endpoint is null || string.IsNullOrWhiteSpace(Model) ? [] : [.. Models.Prepend(Model).Distinct(StringComparer.Ordinal)];

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Endpoint is not null && (!Endpoint.IsAbsoluteUri || Endpoint.Scheme is not ("http" or "https")))
        {
            yield return new ValidationResult(
                $"Chat:Endpoint '{Endpoint}' is not an http or https address. Give one like http://localhost:11434/v1.", [nameof(Endpoint)]);
        }

        if (Endpoint is { IsAbsoluteUri: true, UserInfo.Length: > 0 })
        {
            yield return new ValidationResult("Chat:Endpoint has a user or a password in it, which messages would show. Put the key into Chat:ApiKey.", [nameof(Endpoint)]);
        }

        if (Endpoint is not null && string.IsNullOrWhiteSpace(Model))
        {
            yield return new ValidationResult("Chat:Endpoint is set but Chat:Model is not. Set both, or neither to answer without a model.", [nameof(Model)]);
        }

        if (Endpoint is null && !string.IsNullOrWhiteSpace(Model))
        {
            yield return new ValidationResult("Chat:Model is set but Chat:Endpoint is not. Set both, or neither to answer without a model.", [nameof(Endpoint)]);
        }

        if (Models.Count > 0 && string.IsNullOrWhiteSpace(Model))
        {
            yield return new ValidationResult("Chat:Models is set but Chat:Model is not. Put the one that answers when a question names none into Chat:Model.", [nameof(Models)]);
        }

        if (Models.Any(string.IsNullOrWhiteSpace))
        {
            yield return new ValidationResult("Chat:Models has a blank name in it. Remove it, or give the model's name at the endpoint.", [nameof(Models)]);
        }

        if (MaxOutputTokens >= ContextTokens)
        {
            yield return new ValidationResult(
                $"Chat:MaxOutputTokens {MaxOutputTokens} leaves nothing of Chat:ContextTokens {ContextTokens} to read a question with. Lower the one or raise the other.",
                [nameof(MaxOutputTokens)]);
        }
    }
}
