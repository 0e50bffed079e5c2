using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.SemanticKernel;

namespace ForumQA.Tests.SemanticKernel;

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

    private static IChatClient Invoking(FakeChatClient model) => new ChatClientBuilder(model).UseKernelFunctionInvocation().Build();
}
