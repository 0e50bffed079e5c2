using ForumQA.Answering;
using ForumQA.Tests.Retrieval;
using FsCheck;
using FsCheck.Fluent;

namespace ForumQA.Tests.Answering;

public sealed class ExtractiveComposerTests
{
    [Fact]
    public void Answers_a_question_for_a_fact_with_one_sentence()
    {
        var answer = Compose(
            "Who compared managing data to water control?",
            "Liu Song of Alibaba compared managing data to water control. Water control is old. Data are managed by many.");

        var sentence = Assert.Single(answer);
        Assert.Equal("Liu Song of Alibaba compared managing data to water control.", sentence.Text);
        Assert.Equal(sentence.Text, Assert.Single(sentence.Quotations).Text);
    }

    [Fact]
    public void Answers_a_question_for_a_list_with_several_sentences_in_the_order_of_the_text()
    {
        const string Text = "Proposals for data rules came from Japan.\nLunch was served.\nProposals for data sharing came from China.";

        var answer = Compose("What are the proposals for data?", Text);

        Assert.Equal(2, answer.Count);
        Assert.True(answer[0].Quotations[0].Start < answer[1].Quotations[0].Start);
    }

    [Fact]
    public void Adds_the_sentence_before_one_that_opens_with_a_pronoun()
    {
        var answer = Compose(
            "What was compared to water control?",
            "Liu Song spoke for Alibaba. He compared the management of data to water control.");

        Assert.Equal("Liu Song spoke for Alibaba. He compared the management of data to water control.", Assert.Single(answer).Text);
    }

    [Fact]
    public void Cites_both_documents_that_say_the_same()
    {
        var answer = Compose(
            "How far will the digital share of GDP rise?",
            "The share of the digital economy in GDP will rise to 25% by 2025.",
            "By 2025 the share of the digital economy in global GDP will rise to 25%.");

        var sentence = Assert.Single(answer);
        Assert.Equal(["document0.md", "document1.md"], sentence.Quotations.Select(quotation => quotation.DocumentId).Order());
    }

    [Fact]
    public void Cites_no_second_document_that_gives_another_figure()
    {
        var answer = Compose(
            "How far will the digital share of GDP rise?",
            "The share of the digital economy in GDP will rise to 25% by 2025.",
            "The share of the digital economy in GDP will rise to 40% by 2025.");

        Assert.Single(Assert.Single(answer).Quotations);
    }

    [Fact]
    public void Never_says_the_same_twice()
    {
        var answer = Compose(
            "What are the proposals for sharing logistics data?",
            "The proposals for sharing logistics data came from Japan.",
            "The proposals for sharing logistics data came from Japan, too.");

        Assert.Single(answer);
    }

    [Fact]
    public void Says_nothing_when_there_is_nothing_to_quote()
    {
        Assert.Empty(ExtractiveComposer.Compose(SampleRanking.Of("Who?", Array.Empty<string>())));
    }

    [Fact]
    public void Quotes_the_documents_to_the_letter_and_alike_every_time()
    {
        Prop.ForAll<NonNull<string>, NonNull<string>>((question, text) =>
        {
            var asked = question.Get + " " + text.Get;
            var first = Compose(asked, text.Get);
            var again = Compose(asked, text.Get);
            return first.SelectMany(sentence => sentence.Quotations).All(quotation => text.Get[quotation.Start..quotation.End] == quotation.Text)
                && first.All(sentence => sentence.Quotations.Count > 0 && sentence.Quotations[0].Text == sentence.Text)
                && first.Select(sentence => sentence.Text).SequenceEqual(again.Select(sentence => sentence.Text));
        }).QuickCheckThrowOnFailure();
    }

    private static IReadOnlyList<QuotedSentence> Compose(string question, params string[] texts) =>
        ExtractiveComposer.Compose(SampleRanking.Of(question, texts));
}
