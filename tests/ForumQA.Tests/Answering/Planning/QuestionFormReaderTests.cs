using ForumQA.Answering;
using ForumQA.Answering.Planning;

namespace ForumQA.Tests.Answering.Planning;

public sealed class QuestionFormReaderTests
{
    [Theory]
    [InlineData("Who compared managing data to water control?", QuestionKind.Fact)]
    [InlineData("When was the sub-forum held?", QuestionKind.Fact)]
    [InlineData("Why did carbon emissions fall in 2020?", QuestionKind.Fact)]
    [InlineData("How fast does it deliver abroad?", QuestionKind.Fact)]
    [InlineData("What is RCEP?", QuestionKind.Fact)]
    [InlineData("Which company is the partner of the foundation?", QuestionKind.Fact)]
    [InlineData("What share of phone parts comes from Japan?", QuestionKind.Fact)]
    [InlineData("Did Huawei ever hand over user data?", QuestionKind.YesNo)]
    [InlineData("is the digital economy 25% of gdp", QuestionKind.YesNo)]
    [InlineData("list all the speakers at the 16th forum", QuestionKind.List)]
    [InlineData("which companies were represented?", QuestionKind.List)]
    [InlineData("who spoke at the 20th forum", QuestionKind.List)]
    [InlineData("What were Jia Jingdun's suggestions?", QuestionKind.List)]
    [InlineData("What five reasons does he give?", QuestionKind.List)]
    [InlineData("What did Taro Shimada say about logistics data?", QuestionKind.List)]
    [InlineData("quotes about logistics data", QuestionKind.List)]
    [InlineData("how many people spoke?", QuestionKind.Count)]
    [InlineData("compare the 16th and the 17th forum", QuestionKind.Comparison)]
    [InlineData("What is the difference between hardware and software?", QuestionKind.Comparison)]
    [InlineData("Toshiba vs Huawei", QuestionKind.Comparison)]
    [InlineData("summarize the 20th forum", QuestionKind.Summary)]
    [InlineData("tell me about Gao Bo", QuestionKind.Summary)]
    [InlineData("What is the essay about?", QuestionKind.Summary)]
    [InlineData("data protection", QuestionKind.Summary)]
    [InlineData("which documents mention RCEP?", QuestionKind.Documents)]
    [InlineData("Where is RCEP mentioned?", QuestionKind.Documents)]
    [InlineData("总结第20届论坛", QuestionKind.Summary)]
    [InlineData("中国提出了哪些倡议？", QuestionKind.List)]
    public void Reads_the_kind_of_answer_a_question_asks_for(string question, QuestionKind kind) =>
        Assert.Equal(kind, QuestionFormReader.Read(question).Kind);

    [Theory]
    [InlineData("name three initiatives", 3)]
    [InlineData("the top 5 points", 5)]
    [InlineData("summarise it in two sentences", 2)]
    [InlineData("list the initiatives", null)]
    [InlineData("what happened in 2020", null)]
    public void Reads_how_many_are_asked_for(string question, int? limit) =>
        Assert.Equal(limit, QuestionFormReader.Read(question).Limit);

    [Theory]
    [InlineData("which companies took part?", "Organizations")]
    [InlineData("who spoke?", "People")]
    [InlineData("list the speakers", "People")]
    [InlineData("which cities are named?", "Places")]
    [InlineData("which forums are covered", "Events")]
    [InlineData("what reasons are there?", "Statements")]
    public void Reads_what_a_list_names(string question, string items) =>
        Assert.Equal(items, QuestionFormReader.Read(question).Items.ToString());

    [Theory]
    [InlineData("hwo meny stamps are thre", QuestionKind.Count)]
    [InlineData("wat is teh diffrence between amber and salt", QuestionKind.Comparison)]
    [InlineData("whcih companies wer represented", QuestionKind.List)]
    public void Knows_the_kind_however_the_words_that_tell_it_are_misspelt(string question, QuestionKind kind)
    {
        Assert.Equal(kind, QuestionFormReader.Read(question, _ => false).Kind);
        Assert.NotEqual(kind, QuestionFormReader.Read(question, _ => true).Kind);
    }

    [Fact]
    public void Keeps_the_subject_apart_from_how_the_question_is_put()
    {
        var form = QuestionFormReader.Read("Please tell me which companies talked about hydrogen energy");

        Assert.Contains("companies", form.Words);
        Assert.Contains("talked", form.Words);
        Assert.DoesNotContain("hydrogen", form.Words);
        Assert.DoesNotContain("energy", form.Words);
    }
}
