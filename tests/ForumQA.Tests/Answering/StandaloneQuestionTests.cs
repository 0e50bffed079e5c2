using ForumQA.Answering;

namespace ForumQA.Tests.Answering;

public sealed class StandaloneQuestionTests
{
    [Fact]
    public void Leaves_a_first_question_as_it_is()
    {
        Assert.Equal("And what did Japan say?", Complete("And what did Japan say?").Text);
    }

    [Fact]
    public void Leaves_a_question_that_stands_alone_as_it_is()
    {
        var complete = Complete("When was the Beijing-Tokyo Forum held?", ("What did China say about logistics data?", "Nothing."));

        Assert.Empty(complete.Carried);
    }

    [Fact]
    public void Keeps_the_subject_and_changes_the_name()
    {
        var complete = Complete("And what did Japan say?", ("What did China say about logistics data?", "China wants to share."));

        Assert.Contains("logistics", complete.Carried);
        Assert.DoesNotContain("China", complete.Carried);
        Assert.StartsWith("And what did Japan say?", complete.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Reads_what_about_as_the_same_question_of_another()
    {
        var complete = Complete("What about Huawei?", ("Which proposals did Tencent make?", "Tencent proposed a digital ligament."));

        Assert.Contains("proposals", complete.Carried);
        Assert.DoesNotContain("Tencent", complete.Carried);
    }

    [Fact]
    public void Finds_the_person_in_the_answer_before()
    {
        var complete = Complete("Who is he?", ("Who compared data to water control?", "Liu Song of Alibaba compared managing data to water control."));

        Assert.Equal(["Liu", "Song"], complete.Carried.Take(2));
    }

    [Fact]
    public void Remembers_the_subject_over_several_turns()
    {
        var complete = Complete(
            "And Korea?",
            ("What did China say about logistics data?", null),
            ("And what did Japan say?", null));

        Assert.Contains("logistics", complete.Carried);
    }

    [Fact]
    public void Looks_no_further_for_a_pronoun_whose_name_the_question_has()
    {
        var complete = Complete("What did Liu Song say when he spoke of water?", ("Who opened the forum?", "Gao Bo."));

        Assert.Empty(complete.Carried);
    }

    private static StandaloneQuestion Complete(string question, params (string Question, string? Answer)[] history) =>
        StandaloneQuestion.From(new AnswerRequest(question) { History = [.. history.Select(turn => new ConversationTurn(turn.Question, turn.Answer))] });
}
