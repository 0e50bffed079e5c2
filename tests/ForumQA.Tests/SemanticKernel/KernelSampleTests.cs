using ForumQA.Tests.Models;

namespace ForumQA.Tests.SemanticKernel;

/// <summary>The program of docs/semantic-kernel.md.</summary>
public sealed class KernelSampleTests
{
    [Fact]
    public async Task It_answers_and_then_serves_an_agent_that_calls_the_functions()
    {
        await using var server = await ScriptedModelServer.StartAsync();
        server.Then(ChatReply.Text("Ada Quill opened the new harbour of Lindale on 4 May 1921. [1] She wore a hat. [1]"))
            .Then(ChatReply.ToolCalls(("call-1", "ForumQA_search", """{"question":"docks"}""")))
            .Then(ChatReply.Text("It has three docks [1]."));

        var (output, error) = await Samples.RunAsync("Kernel", server, "How many docks are there?\n", "Who opened the harbour of Lindale?");

        Assert.StartsWith("Status: ", output, StringComparison.Ordinal);
        Assert.Contains("Ada Quill opened the new harbour of Lindale on 4 May 1921. [1]", output, StringComparison.Ordinal);
        Assert.DoesNotContain("hat", output, StringComparison.Ordinal);
        Assert.EndsWith("It has three docks [1].", output.TrimEnd(), StringComparison.Ordinal);
        Assert.Matches(@"^answer: \d+ characters", error);
        Assert.Contains("The harbour has three docks.", server.Received[^1].LastMessage, StringComparison.Ordinal);
    }

    [Fact]
    public void The_guide_has_it_word_for_word() =>
        Assert.Contains(Samples.Read("Kernel").Trim(), File.ReadAllText(Repository.Path("docs", "semantic-kernel.md")), StringComparison.Ordinal);
}
