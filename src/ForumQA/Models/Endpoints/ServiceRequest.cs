using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;

namespace ForumQA.Models.Endpoints;

/// <summary>Writes requests as OpenAI-compatible services expect them.</summary>
internal static class ServiceRequest
{
    /// <summary>A POST of JSON to a path below the endpoint, with the key as a bearer token.</summary>
    public static HttpRequestMessage Post(Uri endpoint, string path, string? key, JsonObject body)
    {
        var content = new ByteArrayContent(Encoding.UTF8.GetBytes(body.ToJsonString()));
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        var request = new HttpRequestMessage(HttpMethod.Post, ModelService.Below(endpoint, path)) { Content = content };

        // Some services refuse a request without a token, whatever it is, and some gateways one that does not say what sends it.
        request.Headers.TryAddWithoutValidation("Authorization", $"Bearer {(string.IsNullOrEmpty(key) ? "none" : key)}");
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        request.Headers.UserAgent.Add(new ProductInfoHeaderValue(new ProductHeaderValue("ForumQA")));
        return request;
    }
}
