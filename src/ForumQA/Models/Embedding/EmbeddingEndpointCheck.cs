using ForumQA.Models.Endpoints;
using Microsoft.Extensions.Options;

namespace ForumQA.Models.Embedding;

/// <summary>Checks the service that <see cref="EmbeddingOptions"/> name.</summary>
internal sealed class EmbeddingEndpointCheck
{
    private readonly EndpointCheck? _check;

    internal EmbeddingEndpointCheck(IOptions<EmbeddingOptions> options, HttpClient http, TimeProvider time)
    {
        if (options.Value is not { Endpoint: { } endpoint, Model: { } model } configured)
        {
            return;
        }

        var generator = new RemoteEmbeddingGenerator(
            new EmbeddingOptions
            {
                Endpoint = endpoint,
                Model = model,
                ApiKey = configured.ApiKey,
                Dimensions = configured.Dimensions,
                TimeoutSeconds = configured.TimeoutSeconds,
                Retries = 0,
            },
            http);
        _check = new EndpointCheck(
            new ModelService(
                EmbeddingOptions.SectionName, endpoint, model, configured.ApiKey, cancellationToken => generator.GenerateAsync(["Hi"], cancellationToken: cancellationToken)),
            http,
            time);
    }

    /// <summary>Asks the service for its models, and if that does not tell whether it can be used, for one vector. No try is repeated.</summary>
    /// <returns>What was found; null when the built-in model is used.</returns>
    public async Task<EndpointReport?> RunAsync(CancellationToken cancellationToken) =>
        _check is null ? null : await _check.RunAsync(cancellationToken).ConfigureAwait(false);
}
