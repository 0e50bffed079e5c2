using ForumQA.Agents;
using ForumQA.Answering;
using ForumQA.Tests.SemanticKernel;
using ForumQA.Tests.Tools;
using Microsoft.Agents.AI;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;

namespace ForumQA.Tests.Agents;

/// <summary>What an agent's model is told about the documents before it answers.</summary>
public sealed class ContextProviderTests : IAsyncLifetime, IDisposable
{
    private const string Question = "Who opened the harbour of Lindale?";
    private const string Good = "Ada Quill opened the new harbour of Lindale on 4 May 1921.";

    private readonly ToolCorpus _corpus = new();

    public Task InitializeAsync() => _corpus.IndexAsync();

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => _corpus.Dispose();

    [Fact]
    public async Task The_model_gets_numbered_passages_and_is_told_to_keep_to_them()
    {
        using var model = new FakeChatClient($"{Good} [1]");

        await CreateAgent(model).RunAsync(Question);

        var context = model.Requests.Single().Single(message => message.Text.StartsWith("Passages of the documents", StringComparison.Ordinal));
        Assert.Equal(ChatRole.User, context.Role);
        Assert.Contains("[1] The harbour (town/harbour.md)\n", context.Text, StringComparison.Ordinal);
        Assert.Contains(Good, context.Text, StringComparison.Ordinal);
        Assert.Contains("NOT_IN_DOCUMENTS", Instructions(model), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_the_documents_do_not_answer_the_model_is_told_that_and_why()
    {
        using var model = new FakeChatClient("Lactase.");

        await CreateAgent(model).RunAsync("Which enzyme breaks down lactose in the small intestine?");

        Assert.Contains("do not answer this question", Instructions(model), StringComparison.Ordinal);
        Assert.DoesNotContain("{reason}", Instructions(model), StringComparison.Ordinal);
        Assert.DoesNotContain(model.Requests.Single(), message => message.Text.Contains("Passages of the documents", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_follow_up_is_understood_from_the_conversation_and_gets_only_its_own_passages()
    {
        using var model = new FakeChatClient("The lighthouse of Lindale is 42 metres high. [1]");
        var agent = CreateAgent(model);
        var session = await agent.CreateSessionAsync();

        await agent.RunAsync("How high is the lighthouse of Lindale?", session);
        await agent.RunAsync("And who was its keeper in 1930?", session);

        var passages = Assert.Single(model.Requests[1], message => message.Text.StartsWith("Passages of the documents", StringComparison.Ordinal));
        Assert.Contains("Tom Birch", passages.Text, StringComparison.Ordinal);
        Assert.Contains(model.Requests[1], message => message.Text == "How high is the lighthouse of Lindale?");
    }

    [Fact]
    public async Task Without_a_question_nothing_is_added()
    {
        using var model = new FakeChatClient("Hello.");

        await CreateAgent(model).RunAsync([new ChatMessage(ChatRole.System, "Greet the user.")]);

        Assert.Single(model.Requests.Single());
        Assert.Null(model.Options.Single()?.Instructions);
    }

    [Fact]
    public async Task Verified_and_cited_is_what_the_agent_streams()
    {
        using var model = new FakeChatClient($"{Good} [1] The mayor gave her a golden key. [1]");

        var updates = await CreateAgent(model, verify: true).RunStreamingAsync(Question).ToListAsync();

        Assert.Equal($"{Good} [1]", string.Concat(updates.Select(update => update.Text)));
        var citation = Assert.Single(updates.SelectMany(update => update.Contents).SelectMany(content => content.Annotations ?? []).OfType<CitationAnnotation>());
        Assert.Equal(Good, citation.Snippet);

        // The passages that the model was given are those it is verified against.
        Assert.Contains(model.Requests.Single(), message => message.RawRepresentation is Answer);
    }

    private static string Instructions(FakeChatClient model) => Assert.IsType<string>(Assert.Single(model.Options)!.Instructions);

    private ChatClientAgent CreateAgent(FakeChatClient model, bool verify = false) => new(
        verify ? new ChatClientBuilder(model).UseForumQA().Build(_corpus.Services) : model,
        new ChatClientAgentOptions { AIContextProviders = [new ForumQAContextProvider(_corpus.Services.GetRequiredService<Answerer>())] });
}
