using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using ForumQA.Text;

namespace ForumQA.Models.Endpoints;

/// <summary>The models that a service names at <c>GET /models</c>.</summary>
/// <param name="Status">Of HTTP.</param>
/// <param name="Models">Their ids; null when the answer is no list of models.</param>
internal sealed record ModelList(HttpStatusCode Status, IReadOnlyList<string>? Models)
{
    /// <summary>Whether the model is named, with Ollama's <c>:latest</c> or without.</summary>
    public bool Has(string model) => Models?.Any(id => id == model || id == model + ":latest") ?? false;

    /// <summary>The models spelled most like a name first.</summary>
    public IEnumerable<string> Nearest(string model) => (Models ?? []).OrderBy(id =>
        id.Contains(model, StringComparison.OrdinalIgnoreCase) || model.Contains(id, StringComparison.OrdinalIgnoreCase)
            ? 0
            : EditDistance.Between(id.ToUpperInvariant(), model.ToUpperInvariant(), Word.LongestWord));

    /// <summary>Asks for the list.</summary>
    /// <exception cref="HttpRequestException">No connection came about.</exception>
    public static async Task<ModelList> GetAsync(HttpClient http, Uri endpoint, string? key, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, ModelService.Below(endpoint, "models"));
        if (!string.IsNullOrEmpty(key))
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", key);
        }

        using var response = await http.SendAsync(request, cancellationToken).ConfigureAwait(false);
        return new ModelList(
            response.StatusCode,
            response.IsSuccessStatusCode ? Parse(await response.Content.ReadAsByteArrayAsync(cancellationToken).ConfigureAwait(false)) : null);
    }

    private static List<string>? Parse(ReadOnlyMemory<byte> json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            return document.RootElement.ValueKind == JsonValueKind.Object
                && document.RootElement.TryGetProperty("data", out var data)
                && data.ValueKind == JsonValueKind.Array
                ? [.. data.EnumerateArray().Select(Id).OfType<string>()]
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string? Id(JsonElement model) =>
        model.ValueKind == JsonValueKind.Object && model.TryGetProperty("id", out var id) && id.ValueKind == JsonValueKind.String ? id.GetString() : null;
}
