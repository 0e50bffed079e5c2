using ForumQA.Tests.Models;

namespace ForumQA.Tests.Agents;

/// <summary>The program of docs/agents.md.</summary>
public sealed class AgentSampleTests
{
    [Fact]
    public async Task It_streams_verified_sentences_with_their_quotations()
    {
        await using var server = await ScriptedModelServer.StartAsync();
        server.Then(ChatReply.Text("Ada Quill opened the new harbour of Lindale on 4 May 1921. [1] She wore a hat. [1]"));

        var (output, _) = await Samples.RunAsync("Agent", server, "Who opened the harbour of Lindale?\n");

        Assert.Contains("“Ada Quill opened the new harbour of Lindale on 4 May 1921.” (The harbour)", output, StringComparison.Ordinal);
        Assert.DoesNotContain("hat", output, StringComparison.Ordinal);
        Assert.Contains("[1] The harbour", server.Requests.Single()["messages"]!.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public void It_is_short_and_stands_in_the_guide_word_for_word()
    {
        var source = Samples.Read("Agent").Trim();

        Assert.InRange(source.Split('\n').Length, 1, 40);
        Assert.Contains(source, File.ReadAllText(Repository.Path("docs", "agents.md")), StringComparison.Ordinal);
    }
}
