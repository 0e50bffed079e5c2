using System.Net;
using System.Net.Http.Json;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;
using static ForumQA.Tests.Api.RunningService;
using static ForumQA.Tests.Api.ServiceFolder;

namespace ForumQA.Tests.Api;

/// <summary>What a client is told when there is no answer: limits, time, bugs, an index that is not there.</summary>
public sealed class AnswerFailureTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    [Fact]
    public async Task Refuses_a_body_that_is_too_large()
    {
        await using var service = await StartAsync(settings: "--Api:Limits:BodyBytes=2000");

        using var response = await service.PostAsync("/v1/answers", new { question = new string('x', 5000) });

        await ProblemAsync(response, 413, "body-too-large");
    }

    [Fact]
    public async Task Tells_clients_to_come_back_when_it_answers_as_many_questions_as_it_can()
    {
        using var embedder = new GatedEmbedder();
        await using var service = await StartGatedAsync(embedder, "--Api:Limits:ConcurrentAnswers=1");
        embedder.Shut();
        var first = service.PostAsync("/v1/answers", new { question = Question });
        await embedder.Waiting.Task.WaitAsync(Patience);

        using var second = await service.PostAsync("/v1/answers", new { question = Question });
        embedder.Open();

        await ProblemAsync(second, 429, "busy");
        Assert.NotNull(second.Headers.RetryAfter?.Delta);
        Assert.Equal(HttpStatusCode.OK, (await first).StatusCode);
    }

    [Theory]
    [InlineData("application/json")]
    [InlineData("text/event-stream")]
    public async Task Stops_when_the_client_goes_away(string accept)
    {
        using var embedder = new GatedEmbedder();
        await using var service = await StartGatedAsync(embedder);
        embedder.Shut();
        using var leaving = new CancellationTokenSource();
        using var request = new HttpRequestMessage(HttpMethod.Post, "/v1/answers") { Content = JsonContent.Create(new { question = Question }) };
        request.Headers.Accept.ParseAdd(accept);
        var sending = service.Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, leaving.Token);
        await embedder.Waiting.Task.WaitAsync(Patience);

        await leaving.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => sending);
        await embedder.GaveUp.Task.WaitAsync(Patience);
    }

    [Fact]
    public async Task Gives_up_when_the_time_is_up()
    {
        using var embedder = new GatedEmbedder();
        await using var service = await StartGatedAsync(embedder, "--Api:Limits:AnswerTime=00:00:00.3");
        embedder.Shut();

        await ProblemAsync(await service.PostAsync("/v1/answers", new { question = Question }), 504, "timed-out");
    }

    [Fact]
    public async Task Tells_nothing_of_a_bug_but_the_request_id()
    {
        using var embedder = new GatedEmbedder();
        await using var service = await StartGatedAsync(embedder);
        embedder.Failure = new InvalidCastException("secret");

        var problem = await ProblemAsync(await service.PostAsync("/v1/answers", new { question = Question }), 500, "bug");

        Assert.DoesNotContain("secret", problem.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ends_a_stream_that_fails_with_a_problem()
    {
        using var folder = new ServiceFolder();
        await File.WriteAllTextAsync(folder["records.db"], "This is no database, though it is long enough to be taken for one. " + new string('x', 200));
        await using var service = await StartAsync(folder, settings: $"--Api:Records:Path={folder["records.db"]}");

        var events = await service.StreamAsync("/v1/answers", new { question = Question });

        Assert.Equal("evidence", events[0].EventType);
        Assert.Equal("error", events[^1].EventType);
        Assert.Equal("records-unusable", (string?)events[^1].Data["code"]);
        Assert.Equal(503, (int)events[^1].Data["status"]!);
    }

    [Fact]
    public async Task Says_that_there_is_no_index_yet()
    {
        await using var service = await StartAsync(settings: "--Api:Start:Synchronize=false");

        using var response = await service.PostAsync("/v1/answers", new { question = Question });

        await ProblemAsync(response, 503, "index-missing");
    }

    private static Task<RunningService> StartGatedAsync(GatedEmbedder embedder, params string[] settings) =>
        StartAsync(register: services => services.AddSingleton<IEmbeddingGenerator<string, Embedding<float>>>(embedder), settings: settings);
}
