using ForumQA.Samples;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.SemanticKernel;

namespace ForumQA.SemanticKernel.Tests;

/// <summary>A model that calls the functions by itself.</summary>
public sealed class AgentTests(SeedIndex index) : IClassFixture<SeedIndex>
{
    private const string Question = "Who compared managing data to water control?";

    [Theory]
    [InlineData("search", "document 2020-16th-forum-digital-economy.md, characters ")]
    [InlineData("answer", "Status: ")]
    public async Task A_function_that_the_model_calls_is_run_and_its_result_reaches_the_model(string function, string expected)
    {
        using var model = new FakeChatClient("I do not know.") { Calls = function };
        var kernel = index.Build(builder => builder.Services.AddSingleton<IChatClient>(Invoking(model)));
        var settings = new PromptExecutionSettings { FunctionChoiceBehavior = FunctionChoiceBehavior.Auto() };

        var result = await kernel.InvokePromptAsync(Question, new KernelArguments(settings));

        Assert.StartsWith("The documents say: ", result.GetValue<string>(), StringComparison.Ordinal);
        Assert.Contains(expected, result.GetValue<string>(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_sample_answers_and_then_serves_an_agent()
    {
        using var model = new FakeChatClient("I do not know.") { Calls = "search" };
        var builder = Kernel.CreateBuilder();
        builder.Services.AddSingleton<IChatClient>(Invoking(model));
        using var input = new StringReader($"{Question}\n");
        using var output = new StringWriter();

        await Sample.RunAsync(builder, index.Configure(), input, output, CancellationToken.None);

        Assert.StartsWith("Status: ", output.ToString(), StringComparison.Ordinal);
        Assert.Contains("The documents say: [1] ", output.ToString(), StringComparison.Ordinal);
    }

    private static IChatClient Invoking(FakeChatClient model) => new ChatClientBuilder(model).UseKernelFunctionInvocation().Build();
}
