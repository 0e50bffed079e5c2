using ForumQA;
using ForumQA.Ingestion;
using ForumQA.SemanticKernel;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.SemanticKernel;
using Microsoft.SemanticKernel.ChatCompletion;

// Such as FORUMQA_Corpus__Path=papers FORUMQA_Chat__Endpoint=http://localhost:11434/v1 FORUMQA_Chat__Model=qwen3
var configuration = new ConfigurationBuilder().AddEnvironmentVariables("FORUMQA_").Build();
var services = new ServiceCollection();
services.AddForumQA(configuration);
services.AddSingleton<IPromptRenderFilter, PromptLog>();
await using var provider = services.BuildServiceProvider();
await provider.GetRequiredService<CorpusSynchronizer>().RunAsync(SynchronizationMode.Quick, progress: null, CancellationToken.None);

// Verified sentences with their quotations, written by the model when there is one.
var kernel = provider.GetRequiredService<Kernel>();
var answer = await kernel.InvokeAsync(ForumQAKernel.PluginName, "answer", new() { ["question"] = args[0] });
Console.WriteLine(answer.GetValue<string>());

// An agent, where there is a model: it calls answer, list, compare, summarize and the others as it sees fit.
var chat = provider.GetService<IChatCompletionService>();
var settings = new PromptExecutionSettings { FunctionChoiceBehavior = FunctionChoiceBehavior.Auto() };
var history = new ChatHistory("Answer from the user's documents only, and keep the [n] markers with their sources.");
while (chat is not null && Console.ReadLine() is { Length: > 0 } line)
{
    history.AddUserMessage(line);
    var reply = await chat.GetChatMessageContentAsync(history, settings, kernel);
    history.Add(reply);
    Console.WriteLine(reply.Content);
}

internal sealed class PromptLog : IPromptRenderFilter
{
    public async Task OnPromptRenderAsync(PromptRenderContext context, Func<PromptRenderContext, Task> next)
    {
        await next(context);
        Console.Error.WriteLine($"{context.Function.Name}: {context.RenderedPrompt?.Length} characters");
    }
}
