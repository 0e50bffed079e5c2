using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace ForumQA.Tests.Api;

/// <summary>Holds every response that a test gets to be one that the OpenAPI document lists for its operation.</summary>
internal sealed class ListedStatuses() : DelegatingHandler(new HttpClientHandler())
{
    private static readonly Lazy<IReadOnlyList<(Regex Path, string Method, HashSet<string> Statuses)>> Operations = new(Read);

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var response = await base.SendAsync(request, cancellationToken);
        var path = request.RequestUri!.AbsolutePath.TrimEnd('/');
        var status = ((int)response.StatusCode).ToString(System.Globalization.CultureInfo.InvariantCulture);
        foreach (var operation in Operations.Value.Where(operation => operation.Method == request.Method.Method && operation.Path.IsMatch(path)).Take(1))
        {
            Assert.True(operation.Statuses.Contains(status), $"The OpenAPI document does not list {status} for {request.Method} {path}: {await response.Content.ReadAsStringAsync(cancellationToken)}");
        }

        return response;
    }

    /// <summary>The longer path first: a parameter would also match what has a path of its own.</summary>
    private static IReadOnlyList<(Regex Path, string Method, HashSet<string> Statuses)> Read() =>
    [
        .. from path in JsonNode.Parse(File.ReadAllText(Repository.Path("tests", "ForumQA.Tests", "Api", "openapi.v1.json")))!["paths"]!.AsObject()
           orderby path.Key.Contains('{', StringComparison.Ordinal), path.Key.Length descending
           from method in path.Value!.AsObject()
           select (
               new Regex($"^{Regex.Replace(path.Key.TrimEnd('/'), @"\{[^}]+\}", path.Key.StartsWith("/v1/documents", StringComparison.Ordinal) ? ".+" : "[^/]+")}$"),
               method.Key.ToUpperInvariant(),
               method.Value!["responses"]!.AsObject().Select(response => response.Key).ToHashSet(StringComparer.Ordinal)),
    ];
}
