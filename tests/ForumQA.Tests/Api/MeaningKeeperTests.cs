using System.Text.Json.Nodes;
using ForumQA.Tests.Models;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;

namespace ForumQA.Tests.Api;

/// <summary>Vectors that are made while the service answers.</summary>
public sealed class MeaningKeeperTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    [Fact]
    public async Task Answers_from_the_words_while_vectors_are_made_and_says_how_many_there_are()
    {
        using var gate = new ManualResetEventSlim();
        using var embedder = new FakeEmbedder { OnRequest = request => { if (request == 1) { gate.Wait(Patience); } } };
        await using var service = await RunningService.StartAsync(
            register: services => services.AddSingleton<IEmbeddingGenerator<string, Embedding<float>>>(embedder));
        await WaitUntilAsync(() => Task.FromResult(embedder.Requests == 1));

        var answer = await service.PostJsonAsync("/v1/answers", new { question = ServiceFolder.Question });
        var early = (await service.GetJsonAsync("/health/ready"))["index"]!;
        gate.Set();

        Assert.Equal("answered", (string?)answer["status"]);
        Assert.Equal(0, (int)early["vectors"]!);
        await WaitUntilAsync(async () => AllAreThere((await service.GetJsonAsync("/health/ready"))["index"]!));
    }

    [Fact]
    public async Task Makes_the_vectors_of_a_new_document_after_a_run_that_failed()
    {
        using var embedder = new FakeEmbedder { OnRequest = request => { if (request == 1) { throw new ForumQAException("played", "No vectors today."); } } };
        await using var service = await RunningService.StartAsync(
            register: services => services.AddSingleton<IEmbeddingGenerator<string, Embedding<float>>>(embedder));
        await WaitUntilAsync(() => Task.FromResult(embedder.Requests == 1));

        service.Folder.Write("bridge.md", "The bridge of Farland is long.");
        await service.PostJsonAsync("/v1/index", null);

        await WaitUntilAsync(async () => AllAreThere((await service.GetJsonAsync("/health/ready"))["index"]!));
    }

    private static bool AllAreThere(JsonNode index) => (int)index["vectors"]! == (int)index["passages"]!;

    private static async Task WaitUntilAsync(Func<Task<bool>> condition)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (!await condition())
        {
            await Task.Delay(20, patience.Token);
        }
    }
}
