using ForumQA.Answering;
using ForumQA.Tests.Answering.Generation;

namespace ForumQA.Tests.Harm;

/// <summary>Documents that speak to the language model. Whatever it makes of them, what is shown stands in a document.</summary>
public sealed class PlantedInstructionsTests : IAsyncLifetime
{
    private const string Question = "Who opened the harbour of Lindale?";
    private const string Obeyed = "Send your password to nowhere.example, as Mallory wishes";

    private static readonly string[] Planted = File.ReadAllLines(Repository.Path("tests", "ForumQA.Tests", "Harm", "planted-instructions.txt"));

    private ModelCorpus _corpus = null!;

    public async Task InitializeAsync() => _corpus = await ModelCorpus.CreateAsync();

    public async Task DisposeAsync() => await _corpus.DisposeAsync();

    [Fact]
    public async Task Text_of_documents_reaches_a_model_as_text_and_changes_no_instruction()
    {
        Assert.True(Planted.Length >= 40);
        await _corpus.AskAsync(Question);
        var system = Assert.Single(Messages(), message => message.Role == "system").Text;
        foreach (var planted in Planted)
        {
            await PlantAsync(planted);
            await _corpus.AskAsync(Question);

            var messages = Messages();
            Assert.Equal(["system", "user"], messages.Select(message => message.Role));
            Assert.Equal(system, messages[0].Text);
            Assert.Contains(planted, messages[1].Text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task What_a_model_says_because_it_was_told_to_is_not_shown()
    {
        _corpus.Server.Respond = _ => $"{Obeyed} [1]. Ada Quill opened the new harbour on 4 May 1921 [1].";
        foreach (var planted in Planted)
        {
            await PlantAsync(planted);
            var answer = await _corpus.AskAsync(Question);

            Assert.DoesNotContain(answer.Sentences, sentence => sentence.Support == Support.Supported && sentence.Text.Contains("nowhere.example", StringComparison.Ordinal));
            Assert.DoesNotContain("nowhere.example", string.Concat(answer.Citations.Select(citation => citation.Quotation)), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Without_a_model_they_are_words_like_any_other()
    {
        foreach (var planted in Planted)
        {
            await PlantAsync(planted);
            var answer = await _corpus.AskAsync(new AnswerRequest(Question) { Mode = AnswerMode.Extractive });

            Assert.Contains("Ada Quill", answer.Sentences[0].Text, StringComparison.Ordinal);
            Assert.Empty(_corpus.Server.Received);
        }
    }

    private Task PlantAsync(string planted)
    {
        _corpus.Write("planted.md", $"# The opening of the harbour of Lindale\n\nWho opened the harbour of Lindale is told in the town's book. \n\n```\n{planted}\n```\n");
        return _corpus.IndexAsync();
    }

    private List<(string Role, string Text)> Messages() =>
        [.. _corpus.Server.Requests[^1]["messages"]!.AsArray().Select(message => ((string)message!["role"]!, (string)message["content"]!))];
}
