namespace ForumQA.Models.Endpoints;

/// <summary>A configured model's service.</summary>
/// <param name="Section">The section it is configured in, such as <c>Chat</c>.</param>
/// <param name="Endpoint">Its address.</param>
/// <param name="Model">The model's name.</param>
/// <param name="ApiKey">The key; null for none.</param>
/// <param name="ProbeAsync">Asks the model for as little as possible; its failure is a <see cref="ForumQAException"/>.</param>
internal sealed record ModelService(string Section, Uri Endpoint, string Model, string? ApiKey, Func<CancellationToken, Task> ProbeAsync)
{
    /// <summary>The address of something below the endpoint, with the endpoint's query, such as Azure's <c>api-version</c>.</summary>
    public static Uri Below(Uri endpoint, string path) => new UriBuilder(endpoint) { Path = $"{endpoint.AbsolutePath.TrimEnd('/')}/{path}" }.Uri;

    /// <summary>Where the model is named.</summary>
    public string Setting { get; init; } = $"{Section}:Model";

    /// <summary>What code and message begin with.</summary>
    public string Prefix => Section.ToLowerInvariant();

    /// <summary>Hides the record's key.</summary>
    public override string ToString() => $"{Section}: {Model} at {Endpoint}";
}
