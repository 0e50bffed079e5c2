using System.Text.Json.Nodes;
using ForumQA.Models.Endpoints;

namespace ForumQA.Tests.Models.Endpoints;

public sealed class ServiceRequestTests
{
    [Theory]
    [InlineData("http://localhost:11434/v1", "http://localhost:11434/v1/embeddings")]
    [InlineData("http://localhost:11434/v1/", "http://localhost:11434/v1/embeddings")]
    [InlineData("https://models.example", "https://models.example/embeddings")]
    [InlineData("https://name.openai.azure.com/openai/v1?api-version=preview", "https://name.openai.azure.com/openai/v1/embeddings?api-version=preview")]
    public void Goes_below_the_endpoint_and_keeps_its_query(string endpoint, string expected)
    {
        using var request = ServiceRequest.Post(new Uri(endpoint), "embeddings", key: null, []);

        Assert.Equal(new Uri(expected), request.RequestUri);
    }

    [Theory]
    [InlineData("secret", "Bearer secret")]
    [InlineData("", "Bearer none")]
    [InlineData(null, "Bearer none")]
    public async Task Carries_the_key_and_plain_JSON(string? key, string expected)
    {
        using var request = ServiceRequest.Post(new Uri("http://localhost/v1"), "embeddings", key, new JsonObject { ["model"] = "m" });

        Assert.Equal([expected], request.Headers.GetValues("Authorization"));
        Assert.Equal("application/json", request.Content!.Headers.ContentType!.ToString());
        Assert.Equal("""{"model":"m"}""", await request.Content.ReadAsStringAsync());
    }
}
