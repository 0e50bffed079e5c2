namespace ForumQA.Models.Endpoints;

/// <summary>Whether a model's service answers, and if not, why.</summary>
internal sealed record EndpointReport
{
    /// <summary>The address as configured.</summary>
    public required Uri Endpoint { get; init; }

    /// <summary>The model as configured.</summary>
    public required string Model { get; init; }

    /// <summary>Whether the service is there, takes the key and has the model.</summary>
    public bool Ok => Code == "ok";

    /// <summary><c>ok</c>, or stable and machine-readable what is wrong, such as <c>chat-key-refused</c>.</summary>
    public required string Code { get; init; }

    /// <summary>For people: what is wrong and which setting mends it.</summary>
    public required string Message { get; init; }

    /// <summary>How long the check took, in milliseconds.</summary>
    public required double Milliseconds { get; init; }
}
