using System.Net;

namespace ForumQA.Models.Endpoints;

/// <summary>
/// Finds out whether a model's service can be used: asks which models it has, and only if that does not settle it, asks the model itself.
/// Not settled is a list that lacks the model, because llama.cpp serves any name and Azure lists no deployments, and a service that has no list.
/// </summary>
internal sealed class EndpointCheck(ModelService service, HttpClient http, TimeProvider time)
{
    private const int MostModelsNamed = 8;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
    private static readonly string[] Routes = ["/chat/completions", "/completions", "/embeddings", "/models"];

    public async Task<EndpointReport> RunAsync(CancellationToken cancellationToken)
    {
        var start = time.GetTimestamp();
        var (code, message) = await DiagnoseAsync(cancellationToken).ConfigureAwait(false);
        return new EndpointReport
        {
            Endpoint = service.Endpoint,
            Model = service.Model,
            Code = code,
            Message = message,
            Milliseconds = Math.Round(time.GetElapsedTime(start).TotalMilliseconds, 1),
        };
    }

    private async Task<(string Code, string Message)> DiagnoseAsync(CancellationToken cancellationToken)
    {
        using var patience = new CancellationTokenSource(Patience, time);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);
        ModelList list;
        try
        {
            list = await ModelList.GetAsync(http, service.Endpoint, service.ApiKey, limit.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return Problem("timeout", $"does not answer within {Patience.TotalSeconds:0} s", $"Look whether it is well, or check {service.Section}:Endpoint.");
        }
        catch (HttpRequestException e)
        {
            return Problem("unreachable", $"cannot be reached: {ConnectionFailure.Describe(e)}", $"Start it, or check {service.Section}:Endpoint.");
        }

        return list switch
        {
            _ when list.Has(service.Model) => ("ok", "The service has the model."),
            { Status: HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden } => Problem(
                "key-refused",
                string.IsNullOrEmpty(service.ApiKey) ? "wants a key" : "refused the key",
                $"{(string.IsNullOrEmpty(service.ApiKey) ? "Put it into" : "Check")} {service.Section}:ApiKey."),
            { Models: not null } => await ProbeAsync(list, cancellationToken).ConfigureAwait(false),
            _ when await FindBetterAsync(limit.Token, cancellationToken).ConfigureAwait(false) is { } better => Problem(
                "bad-answer", "is not where the address points", $"Set {service.Section}:Endpoint to {better}."),
            _ => await ProbeAsync(list, cancellationToken).ConfigureAwait(false),
        };
    }

    /// <summary>The model itself decides.</summary>
    private async Task<(string Code, string Message)> ProbeAsync(ModelList list, CancellationToken cancellationToken)
    {
        try
        {
            await service.ProbeAsync(cancellationToken).ConfigureAwait(false);
            return ("ok", "The model answers.");
        }
        catch (ForumQAException e) when (list.Models is { Count: > 0 } && e.Code == $"{service.Prefix}-model-unknown")
        {
            var models = list.Nearest(service.Model).ToList();
            var more = models.Count > MostModelsNamed ? $" and {models.Count - MostModelsNamed} more" : "";
            return Problem(
                "model-unknown",
                $"does not have the model '{service.Model}'",
                $"Set {service.Setting} to one of its models: {string.Join(", ", models.Take(MostModelsNamed))}{more}.");
        }
        catch (ForumQAException e)
        {
            return (e.Code, e.Message);
        }
    }

    /// <summary>The address that was probably meant; null when none is better.</summary>
    private async Task<Uri?> FindBetterAsync(CancellationToken limit, CancellationToken cancellationToken)
    {
        foreach (var candidate in Candidates())
        {
            try
            {
                var list = await ModelList.GetAsync(http, candidate, service.ApiKey, limit).ConfigureAwait(false);
                if (list.Models is not null || list.Status is HttpStatusCode.Unauthorized)
                {
                    return candidate;
                }
            }
            catch (Exception e) when (e is HttpRequestException or OperationCanceledException && !cancellationToken.IsCancellationRequested)
            {
                return null;
            }
        }

        return null;
    }

    private IEnumerable<Uri> Candidates()
    {
        var address = service.Endpoint.ToString().TrimEnd('/');
        if (Routes.FirstOrDefault(route => address.EndsWith(route, StringComparison.Ordinal)) is { } route)
        {
            yield return new Uri(address[..^route.Length]);
        }

        if (!address.EndsWith("/v1", StringComparison.Ordinal))
        {
            yield return ModelService.Below(service.Endpoint, "v1");
        }
    }

    private (string Code, string Message) Problem(string code, string what, string remedy) =>
        ($"{service.Prefix}-{code}", $"The {service.Prefix} service at {service.Endpoint} {what}. {remedy}");
}
