using ForumQA.Answering;
using ForumQA.Answering.Generation;
using ForumQA.Answering.Prompts;
using ForumQA.Answering.Verification;

namespace ForumQA.Tests.Answering.Generation;

public class PromptVariablesTests
{
    private static readonly PromptLibrary Prompts = new PromptLibrary(null);

    [Fact]
    public void Every_value_of_a_list_is_encoded_once_and_strings_are_left_to_the_runner()
    {
        var document = new Document { Id = "d", Title = "A & B\nC", Uri = "d", Text = "<b>\0" };
        var passage = new Passage { Id = "p", DocumentId = "d", Ordinal = 0, Start = 0, End = 4, Text = "<b>\0", Heading = "1 > 2" };

        var variables = PromptVariables.ForAnswer("x < y\ud800", [new SuppliedPassage(3, document, [passage])], []);

        Assert.Equal("x < y", variables["question"]);
        var item = Assert.Single((IEnumerable<Dictionary<string, string>>)variables["passages"]!);
        Assert.Equal(new Dictionary<string, string> { ["number"] = "3", ["title"] = "A &amp; B C", ["heading"] = "1 &gt; 2", ["text"] = "&lt;b&gt;" }, item);
    }

    [Fact]
    public void Markers_of_earlier_answers_are_left_out_since_they_are_of_other_passages()
    {
        var turn = new ConversationTurn("Who?", "The mayor [1][2].\nIn 1999 [1, 3]. See [sic] 【4】.");

        var item = Assert.Single((IEnumerable<Dictionary<string, string>>)PromptVariables.ForRewriting("When?", [turn], null)["history"]!);

        Assert.Equal("The mayor. In 1999. See [sic].", item["answer"]);
    }

    [Fact]
    public void Variables_satisfy_each_prompt()
    {
        Assert.Contains("Last question: When?", Prompts.RewriteQuestion.Render(PromptVariables.ForRewriting("When?", [new ConversationTurn("Who?")], null))[1].Text, StringComparison.Ordinal);
        Assert.Contains("Write the question in Japanese.", Prompts.RewriteQuestion.Render(PromptVariables.ForRewriting("When?", [new ConversationTurn("Who?")], "Japanese"))[0].Text, StringComparison.Ordinal);
        Assert.StartsWith("Passages:\n\n", Prompts.Answer.Render(PromptVariables.ForAnswer("Who?", [], []))[1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Sentences_to_translate_stand_on_a_line_each()
    {
        var messages = Prompts.AnswerInLanguage.Render(PromptVariables.ForTranslation("German", ["The first\nsentence [1].", "2 < 3 [2]."]));

        Assert.Equal("Translate into German:\n1. The first sentence [1].\n2. 2 < 3 [2].", messages[1].Text);
    }
}
