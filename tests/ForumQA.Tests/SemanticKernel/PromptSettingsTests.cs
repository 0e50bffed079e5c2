using ForumQA.Answering.Prompts;
using ForumQA.SemanticKernel;
using ForumQA.Tests.Answering.Prompts;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;

namespace ForumQA.Tests.SemanticKernel;

/// <summary>What a prompt asks of its model. The model here is one that does not even say what it is.</summary>
public sealed class PromptSettingsTests
{
    private static readonly Prompt Answer = new PromptLibrary(null).Answer;

    [Fact]
    public async Task The_pieces_come_as_they_are_written()
    {
        using var client = new ScriptedChatClient("Water ", "[1].");

        var pieces = await RunAsync(client, configured: null, CancellationToken.None);

        Assert.Equal(["Water ", "[1]."], pieces);
    }

    [Fact]
    public async Task The_settings_of_the_prompt_hold_where_none_are_configured()
    {
        using var client = new ScriptedChatClient();

        await RunAsync(client, new ChatOptions { MaxOutputTokens = 2000, ModelId = "small" }, CancellationToken.None);

        Assert.Equal((0f, 2000, "small"), (client.Options!.Temperature, client.Options.MaxOutputTokens, client.Options.ModelId));
        Assert.Equal(600, Answer.CreateOptions().MaxOutputTokens);
    }

    [Fact]
    public async Task Every_configured_setting_wins()
    {
        using var client = new ScriptedChatClient();

        await RunAsync(client, new ChatOptions { Temperature = 1, TopP = 0.5f, Seed = 12_345_678_901 }, CancellationToken.None);

        Assert.Equal((1f, 0.5f, 12_345_678_901L, 600), (client.Options!.Temperature, client.Options.TopP, client.Options.Seed, client.Options.MaxOutputTokens));
    }

    [Fact]
    public async Task Cancellation_stops_the_answer()
    {
        using var client = new ScriptedChatClient("one", "two");
        using var stop = new CancellationTokenSource();
        var read = 0;

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (var _ in Runner(client, configured: null).RunAsync(Answer, PromptValues.Answer(), null, stop.Token))
            {
                read++;
                await stop.CancelAsync();
            }
        });

        Assert.Equal(1, read);
    }

    [Fact]
    public async Task An_empty_message_of_a_template_is_not_sent()
    {
        using var client = new ScriptedChatClient();
        var prompt = Prompt.Parse("answer.yaml", """
            name: sample
            template_format: handlebars
            template: <message role="system">{{#if history}}Go on.{{/if}}</message><message role="user">{{question}}{{#each passages}}{{this.text}}{{/each}}</message>
            input_variables:
              - {name: question}
              - {name: passages, allow_dangerously_set_content: true}
              - {name: history, is_required: false, allow_dangerously_set_content: true}
            """, PromptContract.Answer);
        var values = PromptValues.Answer();
        values["history"] = null;

        await Runner(client, configured: null).RunAsync(prompt, values, null, CancellationToken.None).ToListAsync();

        Assert.Equal([ChatRole.User], client.Messages.Select(message => message.Role));
    }

    private static KernelPromptRunner Runner(IChatClient client, ChatOptions? configured) =>
        new(new ServiceCollection().AddSingleton(client).BuildServiceProvider(), configured);

    private static async Task<List<string>> RunAsync(IChatClient client, ChatOptions? configured, CancellationToken cancellationToken) =>
        await Runner(client, configured).RunAsync(Answer, PromptValues.Answer(), null, cancellationToken).Select(update => update.Text).ToListAsync(cancellationToken);
}
