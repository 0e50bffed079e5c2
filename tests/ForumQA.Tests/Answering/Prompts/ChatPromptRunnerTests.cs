using ForumQA.Answering.Prompts;
using Microsoft.Extensions.AI;

namespace ForumQA.Tests.Answering.Prompts;

public class ChatPromptRunnerTests
{
    private static readonly Prompt Answer = PromptLibrary.Load(null).Answer;

    [Fact]
    public async Task The_rendered_messages_are_sent_and_the_pieces_come_as_they_are_written()
    {
        using var client = new ScriptedChatClient("Water ", "[1].");

        var pieces = await RunAsync(new ChatPromptRunner(client), CancellationToken.None);

        Assert.Equal(["Water ", "[1]."], pieces);
        Assert.Equal(Answer.Render(PromptValues.Answer()).Select(message => (message.Role, message.Text)), client.Messages.Select(message => (message.Role, message.Text)));
    }

    [Fact]
    public async Task The_settings_of_the_prompt_hold_where_none_are_configured()
    {
        using var client = new ScriptedChatClient();

        await RunAsync(new ChatPromptRunner(client, new ChatOptions { MaxOutputTokens = 2000, ModelId = "small" }), CancellationToken.None);

        Assert.Equal(0, client.Options!.Temperature);
        Assert.Equal(2000, client.Options.MaxOutputTokens);
        Assert.Equal("small", client.Options.ModelId);
        Assert.Equal(600, Answer.CreateOptions().MaxOutputTokens);
    }

    [Fact]
    public async Task Every_configured_setting_wins()
    {
        using var client = new ScriptedChatClient();

        await RunAsync(new ChatPromptRunner(client, new ChatOptions { Temperature = 1, TopP = 0.5f, Seed = 7 }), CancellationToken.None);

        Assert.Equal((1f, 0.5f, 7L, 600), (client.Options!.Temperature, client.Options.TopP, client.Options.Seed, client.Options.MaxOutputTokens));
    }

    [Fact]
    public async Task Cancellation_stops_the_answer()
    {
        using var client = new ScriptedChatClient("one", "two");
        using var stop = new CancellationTokenSource();
        var read = 0;

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (var _ in new ChatPromptRunner(client).RunAsync(Answer, PromptValues.Answer(), stop.Token))
            {
                read++;
                await stop.CancelAsync();
            }
        });

        Assert.Equal(1, read);
    }

    private static async Task<List<string>> RunAsync(ChatPromptRunner runner, CancellationToken cancellationToken)
    {
        var pieces = new List<string>();
        await foreach (var update in runner.RunAsync(Answer, PromptValues.Answer(), cancellationToken))
        {
            pieces.Add(update.Text);
        }

        return pieces;
    }
}
