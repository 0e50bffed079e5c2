using ForumQA;
using ForumQA.Agents;
using ForumQA.Answering;
using ForumQA.Ingestion;
using Microsoft.Agents.AI;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

// Such as FORUMQA_Corpus__Path=papers FORUMQA_Chat__Endpoint=http://localhost:11434/v1 FORUMQA_Chat__Model=qwen3
var configuration = new ConfigurationBuilder().AddEnvironmentVariables("FORUMQA_").Build();
await using var services = new ServiceCollection().AddForumQA(configuration).BuildServiceProvider();
await services.GetRequiredService<CorpusSynchronizer>().RunAsync(SynchronizationMode.Quick, progress: null, CancellationToken.None);

// Before the model is asked it gets the passages, or that there are none; what it writes is verified.
var client = new ChatClientBuilder(services.GetRequiredService<IChatClient>()).UseForumQA().Build(services);
var agent = new ChatClientAgent(client, new ChatClientAgentOptions
{
    AIContextProviders = [new ForumQAContextProvider(services.GetRequiredService<Answerer>())],
});

var session = await agent.CreateSessionAsync();
while (Console.ReadLine() is { Length: > 0 } question)
{
    await foreach (var update in agent.RunStreamingAsync(question, session))
    {
        Console.Write(update.Text);
        foreach (var citation in update.Contents.SelectMany(content => content.Annotations ?? []).OfType<CitationAnnotation>())
        {
            Console.Write($"\n    “{citation.Snippet}” ({citation.Title})\n");
        }
    }

    Console.WriteLine();
}
