using ForumQA.Answering;
using ForumQA.Tests.Models;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.SemanticKernel;

namespace ForumQA.Tests.SemanticKernel;

/// <summary>Who quotes documents does not pay for a Kernel.</summary>
public sealed class LazyKernelTests(SeedIndex index) : IClassFixture<SeedIndex>
{
    private readonly List<string> _made = [];

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task An_answer_in_the_documents_own_words_makes_no_Kernel(bool hasModel)
    {
        await using var services = Compose(hasModel ? [("Chat:Endpoint", "http://localhost:9/v1"), ("Chat:Model", "m")] : []);

        var answer = await AskAsync(services, AnswerMode.Extractive);

        Assert.Equal(AnswerStatus.Answered, answer.Status);
        Assert.Empty(_made);
    }

    [Fact]
    public async Task A_prompt_and_who_asks_for_one_make_a_Kernel()
    {
        await using var server = await ScriptedModelServer.StartAsync();
        await using var services = Compose(("Chat:Endpoint", server.Endpoint.ToString()), ("Chat:Model", "m"));

        await AskAsync(services, AnswerMode.Generative);
        var byPrompt = _made.ToList();
        _made.Clear();
        _ = services.GetRequiredService<Kernel>();

        Assert.Equal(["filters"], byPrompt);
        Assert.Equal(["plugins", "filters"], _made);
    }

    private static async Task<Answer> AskAsync(IServiceProvider services, AnswerMode mode) => (await services.GetRequiredService<Answerer>()
        .AnswerAsync(new AnswerRequest("Who compared managing data to water control?") { Mode = mode }, CancellationToken.None)
        .OfType<AnswerCompleted>().SingleAsync()).Answer;

    /// <summary>A Kernel asks for its filters when it is made, however it is made.</summary>
    private ServiceProvider Compose(params (string Key, string Value)[] settings) => new ServiceCollection()
        .AddTransient(_ => Note("plugins", new KernelPluginCollection()))
        .AddTransient<IPromptRenderFilter>(_ => Note("filters", new RecordingFilter()))
        .AddForumQA(index.Configure(settings)).BuildServiceProvider();

    private T Note<T>(string what, T made)
    {
        _made.Add(what);
        return made;
    }
}
