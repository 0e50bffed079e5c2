using ForumQA.Answering;
using ForumQA.Tests.Retrieval;

namespace ForumQA.Tests.Answering;

public sealed class SurroundingsTests
{
    private const string Reasons = "The grant was refused in March. The fund found that the plan said too little about visitors from outside the town.";

    [Fact]
    public void Grows_a_terse_sentence_until_it_can_stand_by_itself()
    {
        Assert.Equal("Motion to ban all weedkillers. Lost by two votes.", Compose("Was the motion on weedkillers passed?", "Motion to ban all weedkillers. Lost by two votes."));
    }

    [Fact]
    public void Leaves_a_sentence_alone_that_has_what_is_asked_for()
    {
        Assert.Equal("The bell weighs 23 kg.", Compose("How many kg does the bell weigh?", "The bell weighs 23 kg. It is of brass."));
    }

    [Fact]
    public void Takes_the_number_of_a_rule_for_no_measure()
    {
        Assert.Equal("3.2 Paths beside a plot are mown. Width: 60 cm.", Compose("How wide are the paths beside a plot?", "3.2 Paths beside a plot are mown. Width: 60 cm."));
    }

    [Fact]
    public void Goes_on_to_the_reason_where_one_is_asked_for()
    {
        Assert.Equal(Reasons, Compose("Why was the grant refused in March?", Reasons));
        Assert.Equal("The grant was refused in March.", Compose("When was the grant refused?", Reasons));
    }

    [Fact]
    public void Quotes_what_stands_around_a_sentence_that_is_in_doubt()
    {
        const string Text = "Ring the bell in the yard. The ramp is behind the yellow door. It is open all day.";

        Assert.Equal(Text, Compose("Where is the ramp?", Text, AnswerStatus.Partial));
    }

    [Fact]
    public void Stays_within_its_paragraph()
    {
        Assert.Equal("Motion to ban all weedkillers.", Compose("Was the motion on weedkillers passed?", "Motion to ban all weedkillers.\nLost keys are kept at the hut."));
    }

    [Fact]
    public void Goes_over_the_ends_of_lines_where_a_manner_is_asked_for_or_the_answer_is_in_doubt()
    {
        const string Text = "Book a court in the app.\n\n- Both names have to be given.\n- Singles last 60 minutes.";

        Assert.Equal(Text, Compose("How is a court booked?", Text));
        Assert.Equal(Text, Compose("Is a court booked?", Text, AnswerStatus.Partial));
    }

    [Fact]
    public void Takes_more_of_its_own_line_than_of_others_where_the_answer_is_in_doubt()
    {
        const string Court = "A court is booked in the app.";
        const string Rule = "Both of the names have to be given before noon.";
        var rest = string.Join(' ', Enumerable.Repeat(Rule, 8));

        Assert.Equal($"{Court} {rest}", Compose("Is a court booked?", $"{Court} {rest}", AnswerStatus.Partial));
        Assert.Equal($"{Court}\n{string.Join(' ', Enumerable.Repeat(Rule, 5))}", Compose("Is a court booked?", $"{Court}\n{rest}", AnswerStatus.Partial));
    }

    [Fact]
    public void Brings_the_items_that_a_line_introduces_however_many_words_they_have()
    {
        const string Text = "The five wishes named most often:\n\n1. A workshop with tools to share\n2. Bicycle spaces under cover for everybody in the house\n3. A lift in Weaver House that stops at the cellar";

        Assert.Equal(Text, Compose("What are the wishes named most often?", Text + "\n\nThe committee met in June."));
    }

    [Fact]
    public void Stops_before_a_sentence_that_would_be_too_long()
    {
        var rest = string.Join(' ', Enumerable.Repeat("and so on", 20));

        Assert.Equal("Motion to ban all weedkillers.", Compose("Was the motion on weedkillers passed?", $"Motion to ban all weedkillers. It was read out {rest}."));
    }

    [Fact]
    public void Quotes_nothing_twice_where_two_sentences_grow_towards_each_other()
    {
        const string Text = "Proposals for data rules came from Japan. Lunch was served. Proposals for data sharing came from China.";

        var quotations = ExtractiveComposer.Compose(SampleRanking.Of("What are the proposals for data?", Text)).Select(sentence => sentence.Text).ToList();

        Assert.Equal(Text, Assert.Single(quotations));
    }

    private static string Compose(string question, string text, AnswerStatus status = AnswerStatus.Answered) =>
        ExtractiveComposer.Compose(SampleRanking.Of(question, text), status: status)[0].Text;
}
