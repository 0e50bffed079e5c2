using ForumQA.Answering;
using ForumQA.Tests.Retrieval;

namespace ForumQA.Tests.Answering;

public sealed class AbsentNameTests
{
    private static readonly string[] Texts =
    [
        "Liu Song of Alibaba compared managing data to water control at the forum.",
        "The Beijing-Tokyo Forum was held in December 2020 with twelve experts from Europe.",
    ];

    [Theory]
    [InlineData("What did Elon Musk say at the forum?", "Elon Musk")]
    [InlineData("Is Microsoft at the forum?", "Microsoft")]
    [InlineData("What did Sony say at the forum?", "Sony")]
    [InlineData("What did Chancellor Merkel say of data?", "Chancellor Merkel")]
    [InlineData("what role does 5G play at the forum", "5G")]
    [InlineData("What does the forum say about 4K?", "4K")]
    public void Finds_a_name_that_no_document_has(string question, string name) => Assert.Equal(name, AbsentName.Find(SampleRanking.Of(question, Texts)));

    [Theory]
    [InlineData("What did Liu Song say about gold?")]
    [InlineData("Which European experts were there?")]
    [InlineData("What did Dr Liu Song say?")]
    [InlineData("what is said about gold")]
    [InlineData("data Microsoft")]
    [InlineData("What did they say about CO2?")]
    [InlineData("what was at the forum in 2019")]
    [InlineData("What happened at the 18th forum?")]
    public void Takes_no_other_word_for_one(string question) => Assert.Null(AbsentName.Find(SampleRanking.Of(question, Texts)));

    [Fact]
    public void A_question_about_it_is_refused_with_the_name()
    {
        var ranking = SampleRanking.Of("What did Elon Musk say at the forum?", Texts);

        var decision = new AbstentionPolicy(Microsoft.Extensions.Options.Options.Create(new AbstentionOptions())).Decide(ranking, new Answerability(1, 1));

        Assert.Equal(AnswerStatus.NotFound, decision.Status);
        Assert.StartsWith("No document mentions Elon Musk.", decision.Abstention!.Reason, StringComparison.Ordinal);
        Assert.True(decision.MayBeWritten);
    }
}
