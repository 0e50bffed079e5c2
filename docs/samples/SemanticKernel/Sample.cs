using ForumQA.SemanticKernel;
using Microsoft.Extensions.Configuration;
using Microsoft.SemanticKernel;
using Microsoft.SemanticKernel.ChatCompletion;

namespace ForumQA.Samples;

/// <summary>A Kernel that answers from a folder of documents, first by itself and then as an agent that decides when to look things up.</summary>
public static class Sample
{
    /// <summary>Answers a question with citations, then each line of the input.</summary>
    public static async Task RunAsync(IKernelBuilder builder, IConfiguration configuration, TextReader input, TextWriter output, CancellationToken cancellationToken)
    {
        var kernel = builder.AddForumQA(configuration).Build();

        // Verified sentences and their quotations, written by the model when there is one.
        var question = new KernelArguments { ["question"] = "Who compared managing data to water control?" };
        var answer = await kernel.InvokeAsync(ForumQAKernel.PluginName, "answer", question, cancellationToken);
        await output.WriteLineAsync(answer.GetValue<string>());

        // The model calls search, answer and read_document as it sees fit.
        var chat = kernel.GetRequiredService<IChatCompletionService>();
        var settings = new PromptExecutionSettings { FunctionChoiceBehavior = FunctionChoiceBehavior.Auto() };
        var history = new ChatHistory("Answer from the user's documents only, and keep the [n] markers with their sources.");
        while (await input.ReadLineAsync(cancellationToken) is { Length: > 0 } line)
        {
            history.AddUserMessage(line);
            var reply = await chat.GetChatMessageContentAsync(history, settings, kernel, cancellationToken);
            history.Add(reply);
            await output.WriteLineAsync(reply.Content);
        }
    }
}
