using ForumQA.Answering;
using ForumQA.Api.ChatCompletions;

namespace ForumQA.Tests.Api;

/// <summary>An answer as the text that chat clients show.</summary>
public sealed class ChatTextTests
{
    [Fact]
    public void Writes_a_lead_and_groups_as_markdown()
    {
        var text = new ChatText(citation => citation.DocumentId);

        var written = text.AddLead("2 statements:") + text.Add(Sentence("One.", 1, "a") with { Group = "A" }) + text.Add(Sentence("Two.", 2, "b") with { Group = "B" });

        Assert.Equal("2 statements:\n\n**A**\n\n- One. [1]\n\n**B**\n\n- Two. [2]", written);
        Assert.Equal("One. Two.", ChatText.AnswerIn(written + "\n\nSources:\n- [1] a"));
    }

    [Fact]
    public void Numbers_the_sources_on_when_an_answer_begins_anew()
    {
        var text = new ChatText(citation => citation.DocumentId);
        var first = text.Add(Sentence("One.", 1, "a"));
        var restart = text.Restart(new AnswerNote("model-failed", "The model failed."));
        var again = text.Add(Sentence("Two.", 1, "b")) + text.Add(Sentence("One.", 2, "a"));

        Assert.Equal(("One. [1]", "\n\nThe model failed.\n\n", "Two. [2] One. [1]"), (first, restart, again));
        Assert.Equal(["a", "b", "a"], text.Annotations.Select(annotation => annotation.UrlCitation.Url));
    }

    [Theory]
    [InlineData("He was Tom. [1][2] She was Ada. [3]\n\nSources:\n- [1] The harbour: “He was Tom.”", "He was Tom. She was Ada.")]
    [InlineData("He was Tom. [1]\n\nThis may not answer the question.\n\nSources:\n- [1] The harbour: “He was Tom.”", "He was Tom.")]
    [InlineData("Not in these documents. They speak of something else.", null)]
    [InlineData("Another model's answer [1].\n\nIn two paragraphs.", "Another model's answer [1].\n\nIn two paragraphs.")]
    public void Knows_its_own_answers_again(string message, string? answer) => Assert.Equal(answer, ChatText.AnswerIn(message));

    private static AnswerSentence Sentence(string text, int number, string document) => new(
        text,
        [new Citation { Number = number, DocumentId = document, DocumentTitle = document, DocumentUri = document, PassageId = "p", Quotation = text, Start = 0, End = text.Length }],
        Support.Supported);
}
