using System.Runtime.InteropServices;
using ForumQA.Models.Embedding;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.AI;

namespace ForumQA.Tests.Models.Embedding;

public sealed class RemoteEmbeddingGeneratorTests : IAsyncLifetime
{
    private ScriptedModelServer _server = null!;

    public async Task InitializeAsync() => _server = await ScriptedModelServer.StartAsync();

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Fact]
    public async Task Embeds_in_batches_and_keeps_the_order_of_the_texts()
    {
        using var generator = Create(options => options.BatchSize = 2);

        var embeddings = await generator.GenerateAsync(["a", "bb", "ccc", "dddd", "eeeee"]);

        Assert.Equal([2, 2, 1], _server.Requests.Select(request => request["input"]!.AsArray().Count));
        Assert.Equal([1, 2, 3, 4, 5], embeddings.Select(embedding => (int)Math.Round(embedding.Vector.Span[0] / embedding.Vector.Span[1])));
        Assert.All(embeddings, embedding => Assert.Equal(1, Length(embedding), 5));
    }

    [Fact]
    public async Task Tells_questions_from_documents_by_the_prefixes_the_model_asks_for()
    {
        using var generator = Create(options => (options.QueryPrefix, options.DocumentPrefix) = ("query: ", "passage: "));

        await generator.GenerateAsync(["water"], EmbeddingPurpose.Query.ToOptions());
        await generator.GenerateAsync(["water"], EmbeddingPurpose.Document.ToOptions());

        Assert.Equal(["query: water", "passage: water"], _server.Requests.Select(request => request["input"]![0]!.GetValue<string>()));
        Assert.Equal("model-1 (passage:)", EmbeddingIdentity.Of(generator).Name);
    }

    [Fact]
    public async Task Sends_the_key_and_the_dimensions()
    {
        using var generator = Create(options => (options.ApiKey, options.Dimensions) = ("secret", 2));

        await generator.GenerateAsync(["water"]);

        Assert.Equal(["Bearer secret"], _server.Keys);
        Assert.Equal(2, _server.Requests.Single()["dimensions"]!.GetValue<int>());
    }

    [Theory]
    [InlineData(429)]
    [InlineData(500)]
    [InlineData(503)]
    public async Task Tries_again_when_the_service_is_busy_or_fails(int status)
    {
        _server.ThenStatus(status, headers: ("Retry-After", "0"));
        using var generator = Create();

        var embeddings = await generator.GenerateAsync(["water"]);

        Assert.Single(embeddings);
        Assert.Equal(2, _server.Requests.Count);
    }

    [Fact]
    public async Task Tries_again_when_the_connection_breaks()
    {
        _server.Then(ChatReply.HangUp());
        using var generator = Create();

        Assert.Single(await generator.GenerateAsync(["water"]));
        Assert.Equal(2, _server.Requests.Count);
    }

    [Fact]
    public async Task Asks_for_vectors_in_base64_and_reads_them()
    {
        _server.ThenStatus(200, $$"""{"data":[{"index":0,"embedding":"{{Convert.ToBase64String(MemoryMarshal.AsBytes<float>([3, 4]))}}"}]}""");
        using var generator = Create();

        var embeddings = await generator.GenerateAsync(["water"]);

        Assert.Equal([0.6f, 0.8f], embeddings.Single().Vector.ToArray());
        Assert.Equal("base64", _server.Requests.Single()["encoding_format"]!.GetValue<string>());
    }

    [Fact]
    public async Task Gives_up_on_an_answer_that_stops_half_way()
    {
        _server.Then(async context =>
        {
            await context.Response.WriteAsync("{");
            await context.Response.Body.FlushAsync();
            await Task.Delay(Timeout.Infinite, context.RequestAborted);
        });
        using var generator = Create(options => (options.TimeoutSeconds, options.Retries) = (1, 0));

        var error = await Assert.ThrowsAsync<EmbeddingException>(() => generator.GenerateAsync(["water"]));

        Assert.Equal("embedding-unreachable", error.Code);
    }

    [Theory]
    [InlineData(401, "embedding-key-refused", "Embedding:ApiKey")]
    [InlineData(404, "embedding-model-unknown", "Embedding:Model")]
    [InlineData(400, "embedding-refused", "Embedding:BatchSize")]
    [InlineData(500, "embedding-failed", "what is done is kept")]
    [InlineData(429, "embedding-busy", "Wait")]
    public async Task Says_what_is_wrong_and_what_to_do(int status, string code, string remedy)
    {
        _server.ThenStatus(status, """{"error":{"message":"no"}}""");
        using var generator = Create(options => (options.Retries, options.ApiKey) = (0, "secret"));

        var error = await Assert.ThrowsAsync<EmbeddingException>(() => generator.GenerateAsync(["water"]));

        Assert.Equal(code, error.Code);
        Assert.Contains(remedy, error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", error.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<html>It works!</html>")]
    [InlineData("""{"object":"list","data":[]}""")]
    [InlineData("""{"object":"list","data":[{"index":0,"embedding":[]}]}""")]
    [InlineData("""{"object":"list","data":[{"index":0,"embedding":[0,0]}]}""")]
    [InlineData("""{"object":"list"}""")]
    [InlineData("""{"data":[{"index":0,"embedding":"AAA="}]}""")]
    [InlineData("""{"data":[{"index":0,"embedding":"?"}]}""")]
    [InlineData("")]
    public async Task Recognises_a_service_that_is_not_an_embedding_service(string body)
    {
        _server.ThenStatus(200, body);
        using var generator = Create();

        var error = await Assert.ThrowsAsync<EmbeddingException>(() => generator.GenerateAsync(["water"]));

        Assert.Equal("embedding-bad-answer", error.Code);
    }

    [Fact]
    public async Task Says_that_nobody_answers_at_the_address()
    {
        var endpoint = _server.Endpoint;
        await _server.DisposeAsync();
        using var generator = Create(options => (options.Endpoint, options.Retries) = (endpoint, 0));

        var error = await Assert.ThrowsAsync<EmbeddingException>(() => generator.GenerateAsync(["water"]));

        Assert.Equal("embedding-unreachable", error.Code);
        Assert.Contains(endpoint.ToString(), error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Gives_up_on_a_service_that_hangs()
    {
        _server.Then(context => Task.Delay(Timeout.Infinite, context.RequestAborted));
        using var generator = Create(options => (options.TimeoutSeconds, options.Retries) = (1, 0));

        var error = await Assert.ThrowsAsync<EmbeddingException>(() => generator.GenerateAsync(["water"]));

        Assert.Equal("embedding-unreachable", error.Code);
    }

    [Fact]
    public async Task Stops_at_once_when_cancelled()
    {
        using var cancellation = new CancellationTokenSource();
        _server.Then(context =>
        {
            cancellation.Cancel();
            return Task.Delay(Timeout.Infinite, context.RequestAborted);
        });
        using var generator = Create();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => generator.GenerateAsync(["water"], cancellationToken: cancellation.Token));

        Assert.Single(_server.Requests);
    }

    private static double Length(Embedding<float> embedding) => Math.Sqrt(embedding.Vector.ToArray().Sum(x => (double)x * x));

    private RemoteEmbeddingGenerator Create(Action<EmbeddingOptions>? configure = null)
    {
        var options = new EmbeddingOptions { Endpoint = _server.Endpoint, Model = "model-1" };
        configure?.Invoke(options);
        return new RemoteEmbeddingGenerator(options, new HttpClient());
    }
}
