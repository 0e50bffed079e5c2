namespace ForumQA.Tests.Api;

/// <summary>One service for the tests of a class that change neither its documents nor its settings: starting one costs more than most of them do. Nothing limits their rate.</summary>
public sealed class SharedService : IAsyncLifetime
{
    private RunningService? _service;

    internal RunningService Service => _service!;

    public async Task InitializeAsync() => _service = await RunningService.StartAsync(settings: ["--Api:Rate:AnswersPerMinute=0", "--Api:Rate:RequestsPerMinute=0"]);

    public Task DisposeAsync() => _service!.DisposeAsync().AsTask();
}
