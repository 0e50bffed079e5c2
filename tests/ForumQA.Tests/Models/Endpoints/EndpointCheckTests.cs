using ForumQA.Models.Chat;
using ForumQA.Models.Embedding;
using ForumQA.Models.Endpoints;
using ForumQA.Tests.Models.Chat;
using Microsoft.Extensions.Options;

namespace ForumQA.Tests.Models.Endpoints;

public sealed class EndpointCheckTests : IAsyncLifetime
{
    private ScriptedModelServer _server = null!;

    public async Task InitializeAsync() => _server = await ScriptedModelServer.StartAsync();

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Fact]
    public async Task A_service_that_names_the_model_is_not_bothered_further()
    {
        var report = await CheckAsync();

        Assert.True(report.Ok, report.Message);
        Assert.Equal(("ok", "model-1", _server.Endpoint), (report.Code, report.Model, report.Endpoint));
        Assert.Empty(_server.Requests);
    }

    [Theory]
    [InlineData("llama3", "llama3:latest")]
    [InlineData("gguf", "/models/some.gguf")]
    public async Task A_model_that_goes_by_another_name_is_found(string configured, string listed)
    {
        _server.Models = [listed];

        var report = await CheckAsync(options => options.Model = configured);

        Assert.True(report.Ok, report.Message);
    }

    [Fact]
    public async Task Of_a_model_that_is_not_there_the_nearest_names_are_told_first()
    {
        _server.Models = ["zephyr", "qwen3:8b", "llama3.1:8b", "llama3.2:3b"];
        _server.Then(ChatReply.ModelUnknown());

        var report = await CheckAsync(options => options.Model = "llama3.2");

        Assert.Equal("chat-model-unknown", report.Code);
        Assert.Contains("'llama3.2'", report.Message, StringComparison.Ordinal);
        Assert.Contains("Chat:Model to one of its models: llama3.2:3b, llama3.1:8b, ", report.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null, "Put it into Chat:ApiKey")]
    [InlineData("wrong", "Check Chat:ApiKey")]
    public async Task A_wrong_key_is_told_from_a_missing_one(string? key, string remedy)
    {
        _server.Key = "right";

        var report = await CheckAsync(options => options.ApiKey = key);

        Assert.Equal("chat-key-refused", report.Code);
        Assert.Contains(remedy, report.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("wrong", report.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_list_the_model_is_asked()
    {
        _server.ModelsPage = ChatReply.Status(404);

        var report = await CheckAsync();

        Assert.True(report.Ok, report.Message);
        Assert.InRange(_server.Requests.Single()["max_tokens"]!.GetValue<int>(), 1, 16);
    }

    [Fact]
    public async Task What_the_model_says_then_counts()
    {
        _server.ModelsPage = ChatReply.Html();
        _server.Then(ChatReply.Html());

        var report = await CheckAsync();

        Assert.Equal("chat-bad-answer", report.Code);
        Assert.Contains("web page", report.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("/")]
    [InlineData("/v1/chat/completions")]
    [InlineData("/v1/models")]
    public async Task An_address_that_is_almost_right_is_corrected(string path)
    {
        var report = await CheckAsync(options => options.Endpoint = new Uri(_server.Endpoint, path.Length == 0 ? "/" : path));

        Assert.Equal("chat-bad-answer", report.Code);
        Assert.EndsWith($"Set Chat:Endpoint to {_server.Endpoint}.", report.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_that_listens_and_no_such_host_are_told_apart()
    {
        await _server.DisposeAsync();

        var nothing = await CheckAsync();
        var nowhere = await CheckAsync(options => options.Endpoint = new Uri("http://forumqa.invalid/v1"));

        Assert.Equal(("chat-unreachable", "chat-unreachable"), (nothing.Code, nowhere.Code));
        Assert.Contains("nothing listens there", nothing.Message, StringComparison.Ordinal);
        Assert.Contains("no host of that name", nowhere.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_service_that_hangs_is_not_waited_for()
    {
        var time = new ManualTime { SkipUpTo = TimeSpan.FromSeconds(10) };
        _server.ModelsPage = ChatReply.Stall();

        var report = await CheckAsync(time: time);

        Assert.Equal("chat-timeout", report.Code);
    }

    [Fact]
    public async Task Embeddings_are_checked_in_the_same_way()
    {
        var found = await CheckEmbeddingAsync("model-1");
        var probed = await CheckEmbeddingAsync("other");
        _server.ThenStatus(404, """{"error":{"message":"no such model"}}""");
        var missing = await CheckEmbeddingAsync("other");

        Assert.True(found!.Ok && probed!.Ok);
        Assert.Equal("embedding-model-unknown", missing!.Code);
        Assert.Contains("Set Embedding:Model to one of its models: model-1.", missing.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_model_that_may_be_asked_for_is_checked()
    {
        using var http = new HttpClient();
        _server.ThenStatus(404, """{"error":{"message":"no such model"}}""");
        var options = ChatClients.Options(_server.Endpoint, chat => chat.Models = ["elsewhere"]);

        var reports = await new ChatEndpointCheck(Options.Create(options), http, TimeProvider.System).RunAsync(CancellationToken.None);

        Assert.Equal([("model-1", "ok"), ("elsewhere", "chat-model-unknown")], reports.Select(report => (report.Model, report.Code)));
        Assert.Contains("Set Chat:Models to one of its models: model-1.", reports[1].Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_is_checked_where_nothing_is_configured()
    {
        using var http = new HttpClient(new NoNetwork());

        Assert.Empty(await new ChatEndpointCheck(Options.Create(new ChatModelOptions()), http, TimeProvider.System).RunAsync(CancellationToken.None));
        Assert.Null(await new EmbeddingEndpointCheck(Options.Create(new EmbeddingOptions()), http, TimeProvider.System).RunAsync(CancellationToken.None));
    }

    private async Task<EndpointReport> CheckAsync(Action<ChatModelOptions>? configure = null, TimeProvider? time = null)
    {
        using var http = new HttpClient();
        var check = new ChatEndpointCheck(Options.Create(ChatClients.Options(_server.Endpoint, configure)), http, time ?? TimeProvider.System);
        return (await check.RunAsync(CancellationToken.None))[0];
    }

    private async Task<EndpointReport?> CheckEmbeddingAsync(string model)
    {
        using var http = new HttpClient();
        var options = new EmbeddingOptions { Endpoint = _server.Endpoint, Model = model };
        return await new EmbeddingEndpointCheck(Options.Create(options), http, TimeProvider.System).RunAsync(CancellationToken.None);
    }

    private sealed class NoNetwork : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            throw new InvalidOperationException($"Nothing should ask {request.RequestUri}.");
    }
}
