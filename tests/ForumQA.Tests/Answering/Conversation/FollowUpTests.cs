using ForumQA.Answering;
using ForumQA.Answering.Conversation;

namespace ForumQA.Tests.Answering.Conversation;

/// <summary>What a question is understood to ask after others, with names known by their capital letters alone.</summary>
public sealed class FollowUpTests
{
    [Fact]
    public void Leaves_a_first_question_as_it_is() =>
        Assert.Equal("And what did Japan say?", Complete("And what did Japan say?").Text);

    [Fact]
    public void Leaves_a_question_that_stands_alone_as_it_is() =>
        Assert.Equal(
            "When was the Beijing-Tokyo Forum held?",
            Complete("When was the Beijing-Tokyo Forum held?", ("What did China say about logistics data?", "Nothing.")).Text);

    [Theory]
    [InlineData("When was the 16th Beijing-Tokyo Forum held?", "and the 17th?", "When was the 17th Beijing-Tokyo Forum held?")]
    [InlineData("When was the 16th Beijing-Tokyo Forum held?", "And the 20th forum?", "When was the 20th Beijing-Tokyo Forum held?")]
    [InlineData("What did China propose about data?", "and Japan?", "What did Japan propose about data?")]
    [InlineData("What did Hitachi say about data?", "What about Toshiba?", "What did Toshiba say about data?")]
    [InlineData("Which proposals did Tencent make?", "What about Huawei?", "Which proposals did Huawei make?")]
    [InlineData("Who is Gao Bo?", "And Jia Jingdun?", "Who is Jia Jingdun?")]
    [InlineData("What did Liu Song of Alibaba say?", "And Gao Bo?", "What did Gao Bo say?")]
    [InlineData("How did the economy grow in 2019?", "and in 2020?", "How did the economy grow in 2020?")]
    [InlineData("What did Toshiba say about openness?", "and privacy?", "What did Toshiba say about privacy?")]
    [InlineData("How large is the digital economy?", "in 2020?", "How large is the digital economy in 2020?")]
    public void A_phrase_takes_the_place_of_one_of_its_kind(string before, string message, string expected) =>
        Assert.Equal(expected, Complete(message, (before, null)).Text);

    [Theory]
    [InlineData("Who is Liu Song?", "No, I meant Liu Song of Alibaba", "Who is Liu Song of Alibaba?")]
    [InlineData("When was the 20th forum held?", "sorry, the 16th", "When was the 16th forum held?")]
    [InlineData("Who wrote the essay?", "I mean the forum not the essay", "Who wrote the forum?")]
    [InlineData("Who is Gao Bo?", "no, who is Jia Jingdun?", "who is Jia Jingdun?")]
    public void A_correction_takes_the_place_of_what_it_corrects(string before, string message, string expected) =>
        Assert.Equal(expected, Complete(message, (before, "Something else.")).Text);

    [Theory]
    [InlineData("What did he say about water?", "What did Liu Song of Alibaba say about water?")]
    [InlineData("Where is his company?", "Where is Liu Song of Alibaba's company?")]
    public void A_person_is_named_by_the_answer_before(string message, string expected) =>
        Assert.Equal(expected, Complete(message, ("Who compared data to water control?", "Liu Song of Alibaba compared managing data to water control.")).Text);

    [Theory]
    [InlineData("Who organised it?", "Who organised the 20th forum?")]
    [InlineData("Where was that forum held?", "Where was the 20th forum held?")]
    [InlineData("why?", "Why was the 20th forum held?")]
    [InlineData("and by whom?", "by whom was the 20th forum held?")]
    public void A_thing_is_named_by_the_question_before(string message, string expected) =>
        Assert.Equal(expected, Complete(message, ("When was the 20th forum held?", "In December.")).Text);

    [Fact]
    public void The_second_one_is_the_second_that_was_named() =>
        Assert.Equal("What did Toshiba say?", Complete("What did the second one say?", ("Who spoke?", "Hitachi spoke first, then Toshiba did.")).Text);

    [Theory]
    [InlineData("The report names three risks. The iron rusts. The ice comes next. The salt is dear.", "what is The ice comes next?")]
    [InlineData("The iron rusts. The ice comes next. The salt is dear.", "what is The ice comes next?")]
    public void The_sentence_that_counts_up_the_others_is_none_of_them(string answer, string expected) =>
        Assert.Equal(expected, Complete("what is the second one?", ("what are the risks?", answer)).Text);

    [Fact]
    public void Keeps_the_subject_and_changes_the_name()
    {
        var complete = Complete("And what did Japan say?", ("What did China say about logistics data?", "China wants to share."));

        Assert.Contains("logistics", complete.Carried);
        Assert.DoesNotContain("China", complete.Carried);
        Assert.Equal("And what did Japan say?".Length, complete.OwnLength);
    }

    [Fact]
    public void Remembers_the_subject_over_several_turns() =>
        Assert.Contains("logistics", Complete("And Korea?", ("What did China say about logistics data?", null), ("And what did Japan say?", null)).Text, StringComparison.Ordinal);

    [Fact]
    public void What_lies_between_does_not_count() =>
        Assert.Equal(
            "When was the 17th forum held?",
            Complete("and the 17th?", ("When was the 16th forum held?", "In 2020."), ("thanks!", "You are welcome."), ("who are you", "ForumQA.")).Text);

    [Fact]
    public void Carries_no_name_out_of_an_answer_that_nothing_asks_for() =>
        Assert.Equal(["country", "ranks"], Complete("and third?", ("Which country ranks first?", "The United States come first.")).Carried.Take(2));

    [Fact]
    public void Looks_no_further_for_a_pronoun_whose_name_the_question_has() =>
        Assert.Equal(
            "What did Liu Song say when he spoke of water?",
            Complete("What did Liu Song say when he spoke of water?", ("Who opened the forum?", "Gao Bo.")).Text);

    [Fact]
    public void More_asks_the_same_and_leaves_out_what_was_said()
    {
        var complete = Complete("give me more", ("What did Gao Bo say?", "He said one thing. He said two things."), ("more", "He said three."));

        Assert.Equal("What did Gao Bo say?", complete.Text);
        Assert.Equal(["He said one thing.", "He said two things.", "He said three."], complete.SkipSaid);
    }

    [Theory]
    [InlineData("shorter please", AnswerLength.Shorter)]
    [InlineData("In one sentence!", AnswerLength.OneSentence)]
    [InlineData("can you elaborate?", AnswerLength.Longer)]
    [InlineData("are you sure?", AnswerLength.Normal)]
    public void The_same_is_asked_at_another_length(string message, object expected)
    {
        var complete = Complete(message, ("What did Gao Bo say?", "Much."));

        Assert.Equal(("What did Gao Bo say?", (AnswerLength)expected), (complete.Text, complete.Length));
    }

    private static AskedQuestion Complete(string message, params (string Question, string? Answer)[] history)
    {
        var reading = new ConversationReading(new CapitalizedNames());
        foreach (var (question, answer) in history)
        {
            reading.Add(new ConversationTurn(question, answer));
        }

        return reading.Read(message).Asked;
    }
}
