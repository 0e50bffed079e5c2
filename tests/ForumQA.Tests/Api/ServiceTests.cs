using System.Net;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using ForumQA.Api;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using static ForumQA.Tests.Api.RunningService;

namespace ForumQA.Tests.Api;

/// <summary>Search, index, health, and what holds for every address.</summary>
public sealed class ServiceTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    [Fact]
    public async Task Searches_all_documents_or_some()
    {
        await using var service = await StartAsync();

        var all = await service.GetJsonAsync("/v1/search?q=lighthouse+bakery&limit=1");
        var named = await service.GetJsonAsync("/v1/search?q=lighthouse+bakery&document=bakery.md");
        var having = await service.GetJsonAsync("/v1/search?q=lighthouse+bakery&where=event%3Dopening");

        Assert.Equal("lighthouse bakery", (string?)all["query"]);
        Assert.Single(all["results"]!.AsArray());
        Assert.Equal(["bakery.md"], Found(named));
        Assert.Equal(["town/harbour.md"], Found(having));

        static IEnumerable<string?> Found(JsonNode search) => search["results"]!.AsArray().Select(passage => (string?)passage!["documentId"]).Distinct();
    }

    [Theory]
    [InlineData("/v1/search", 400, "question-empty")]
    [InlineData("/v1/search?q=%20", 400, "question-empty")]
    [InlineData("/v1/search?q=x&limit=0", 400, "field-invalid")]
    [InlineData("/v1/search?q=x&limit=201", 400, "field-invalid")]
    [InlineData("/v1/search?q=x&limit=1.5", 400, "field-invalid")]
    [InlineData("/v1/search?q=x&where=event", 400, "field-invalid")]
    [InlineData("/v1/search?q=x&document=none.md", 404, "document-unknown")]
    [InlineData("/v1/nowhere", 404, "route-unknown")]
    [InlineData("/nowhere", 404, "route-unknown")]
    public async Task Says_what_is_wrong_with_an_address(string path, int status, string code)
    {
        await using var service = await StartAsync();

        await ProblemAsync(await service.Client.GetAsync(path), status, code);
    }

    [Fact]
    public async Task Takes_in_what_has_changed_and_says_what()
    {
        await using var service = await StartAsync();
        service.Folder.Write("bridge.md", "The bridge of Farland is long.");
        service.Folder.Write("broken.pdf", "no pdf");

        var result = await service.PostJsonAsync("/v1/index", null);
        var rebuilt = await service.PostJsonAsync("/v1/index", new { rebuild = true });

        Assert.Equal(["bridge.md"], result["added"]!.AsArray().Select(id => (string?)id));
        Assert.Equal("broken.pdf", (string?)result["failures"]![0]!["documentId"]);
        Assert.Equal(3, (int)result["documents"]!);
        Assert.Equal(3, rebuilt["updated"]!.AsArray().Count);
    }

    [Fact]
    public async Task Streams_the_progress_of_indexing()
    {
        await using var service = await StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Post, "/v1/index");
        request.Headers.Accept.ParseAdd("text/event-stream");

        using var response = await service.Client.SendAsync(request);

        var lines = (await response.Content.ReadAsStringAsync()).Split('\n').Where(line => line.StartsWith("event:", StringComparison.Ordinal));
        Assert.Equal(["event: progress", "event: progress", "event: completed"], lines);
    }

    [Fact]
    public async Task Brings_the_index_up_to_date_once_at_a_time()
    {
        using var embedder = new GatedEmbedder();
        await using var service = await StartAsync(register: services => services.AddSingleton<IEmbeddingGenerator<string, Embedding<float>>>(embedder));
        service.Folder.Write("bridge.md", "The bridge of Farland is long.");
        embedder.Shut();
        var first = service.PostAsync("/v1/index", null);
        await embedder.Waiting.Task.WaitAsync(Patience);

        using var second = await service.PostAsync("/v1/index", null);
        var ready = await service.GetJsonAsync("/health/ready");
        embedder.Open();

        await ProblemAsync(second, 409, "indexing-busy");
        Assert.NotNull(ready["indexing"]);
        Assert.Equal(HttpStatusCode.OK, (await first).StatusCode);
    }

    [Fact]
    public async Task Is_ready_when_the_index_can_be_asked()
    {
        await using var service = await StartAsync();

        var live = await service.GetJsonAsync("/health/live");
        var ready = await service.GetJsonAsync("/health/ready");

        Assert.Equal("live", (string?)live["status"]);
        Assert.Equal("ready", (string?)ready["status"]);
        Assert.Equal((2, true), ((int)ready["index"]!["documents"]!, (bool)ready["index"]!["upToDate"]!));
        Assert.Empty(ready["problems"]!.AsArray());
    }

    [Fact]
    public async Task Takes_requests_while_a_long_indexing_goes_on_and_says_that_it_is_not_ready()
    {
        using var embedder = new GatedEmbedder();
        embedder.Shut();
        await using var service = await StartAsync(
            register: services => services.AddSingleton<IEmbeddingGenerator<string, Embedding<float>>>(embedder), settings: "--Api:Start:Wait=00:00:00");

        using var ready = await service.Client.GetAsync("/health/ready");
        using var live = await service.Client.GetAsync("/health/live");
        embedder.Open();

        Assert.Equal(HttpStatusCode.ServiceUnavailable, ready.StatusCode);
        Assert.Equal("starting", (string?)JsonNode.Parse(await ready.Content.ReadAsStringAsync())!["status"]);
        Assert.Equal(HttpStatusCode.OK, live.StatusCode);
    }

    [Fact]
    public async Task Says_that_the_corpus_is_missing_and_leaves_no_index_behind()
    {
        using var folder = new ServiceFolder();
        Directory.Delete(folder.Corpus, recursive: true);
        await using var service = await StartAsync(folder);

        using var ready = await service.Client.GetAsync("/health/ready");

        Assert.Equal(HttpStatusCode.ServiceUnavailable, ready.StatusCode);
        var json = JsonNode.Parse(await ready.Content.ReadAsStringAsync())!;
        Assert.Equal("unavailable", (string?)json["status"]);
        Assert.Contains("corpus-missing", json["problems"]!.AsArray().Select(problem => (string?)problem!["code"]));
        Assert.False(File.Exists(folder.Index));
    }

    [Fact]
    public async Task Leaves_another_programs_file_alone()
    {
        using var folder = new ServiceFolder();
        await File.WriteAllTextAsync(folder.Index, "Not an index, but long enough to look like one. " + new string('x', 200));
        await using var service = await StartAsync(folder);

        await ProblemAsync(await service.PostAsync("/v1/answers", new { question = "Who?" }), 503, "not-an-index");
        await ProblemAsync(await service.PostAsync("/v1/index", new { rebuild = true }), 503, "not-an-index");
        Assert.StartsWith("Not an index", await File.ReadAllTextAsync(folder.Index), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("PUT", "/v1/answers", "POST")]
    [InlineData("DELETE", "/v1/search", "GET")]
    [InlineData("POST", "/health/live", "GET")]
    public async Task Names_the_methods_that_an_address_takes(string method, string path, string allowed)
    {
        await using var service = await StartAsync();
        using var request = new HttpRequestMessage(new HttpMethod(method), path);

        using var response = await service.Client.SendAsync(request);

        await ProblemAsync(response, 405, "method-not-allowed");
        Assert.Equal([allowed], response.Content.Headers.Allow);
    }

    [Theory]
    [InlineData("/v1/search?q=x")]
    [InlineData("/v1/documents")]
    [InlineData("/v1/conversations")]
    public async Task Says_what_it_gives_to_clients_that_accept_something_else(string path)
    {
        await using var service = await StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("text/html"));

        await ProblemAsync(await service.Client.SendAsync(request), 406, "not-acceptable");
    }

    [Fact]
    public async Task Gives_back_the_request_id_that_it_is_given_unless_it_is_harmful()
    {
        await using var service = await StartAsync();

        Assert.Equal("abc-1.2_3", await IdOfAsync("abc-1.2_3"));
        Assert.Matches("^[0-9a-f]{16}$", await IdOfAsync("a b<script>"));
        Assert.Matches("^[0-9a-f]{16}$", await IdOfAsync(new string('x', 65)));
        Assert.Matches("^[0-9a-f]{16}$", await IdOfAsync(null));

        async Task<string> IdOfAsync(string? id)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, "/v1/nowhere");
            request.Headers.TryAddWithoutValidation("X-Request-Id", id is null ? [] : [id]);
            using var response = await service.Client.SendAsync(request);
            return response.Headers.GetValues("X-Request-Id").Single();
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Logs_what_was_asked_only_when_told_to(bool questions)
    {
        using var log = new RecordedLog();
        await using (var service = await StartAsync(
            register: services => services.AddSingleton<ILoggerProvider>(log), settings: [$"--Api:Log:Questions={questions}", "--Logging:LogLevel:Default=Debug"]))
        {
            await service.PostJsonAsync("/v1/answers", new { question = ServiceFolder.Question });
            await service.GetJsonAsync("/v1/search?q=lighthouse+keeper");
        }

        Assert.Equal(questions, log.Lines.Any(line => line.Contains("keeper", StringComparison.Ordinal)));
        Assert.Contains(log.Lines, line => line.StartsWith("POST /v1/answers/ gave 200", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("--Api:Limits:ConcurrentAnswers=0", "ConcurrentAnswers")]
    [InlineData("--Api:Records:Days=many", "Days")]
    [InlineData("--Uploads:Folder=../x", "Uploads:Folder")]
    [InlineData("--Retrieval:Limit=0", "Limit")]
    public void Refuses_to_start_with_an_invalid_configuration(string setting, string named)
    {
        var error = Assert.Throws<ForumQAException>(() => Service.Create([setting]));

        Assert.Equal("configuration-invalid", error.Code);
        Assert.Contains(named, error.Message, StringComparison.Ordinal);
    }

    private sealed class RecordedLog : ILoggerProvider, ILogger
    {
        private readonly List<string> _lines = [];

        public IReadOnlyList<string> Lines
        {
            get
            {
                lock (_lines)
                {
                    return [.. _lines];
                }
            }
        }

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            lock (_lines)
            {
                _lines.Add(formatter(state, exception));
            }
        }

        public void Dispose()
        {
        }
    }
}
