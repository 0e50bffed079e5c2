using ForumQA.Answering;

namespace ForumQA.Tests.Answering.Planning;

/// <summary>Questions to documents whose layout says what belongs together.</summary>
public sealed class PlansOverManualTests(ManualFixture manual) : IClassFixture<ManualFixture>
{
    [Theory]
    [InlineData("what does -n do?", "-n, --no-pressure: Do not correct readings for air pressure.")]
    [InlineData("what is --resume for", "-r, --resume: Go on with the last log of the day instead of starting a new one.")]
    [InlineData("what is slack water?", "Slack water: The short time around high or low tide at which the current stands still.")]
    [InlineData("what does exit status 4 mean", "4: The disk is full; the last reading was not written.")]
    public async Task Explains_a_term_with_its_own_line(string question, string line)
    {
        var answer = await manual.AskAsync(question);

        Assert.Equal(AnswerStatus.Answered, answer.Status);
        Assert.Equal(line, Assert.Single(answer.Sentences).Text);
    }

    [Theory]
    [InlineData("what does -z do")]
    [InlineData("what does exit status 3 mean")]
    public async Task Explains_no_term_that_there_is_not(string question)
    {
        var answer = await manual.AskAsync(question);

        Assert.NotEqual(AnswerStatus.Answered, answer.Status);
    }

    [Fact]
    public async Task Quotes_a_row_under_the_names_of_its_columns()
    {
        var answer = await manual.AskAsync("how accurate is the Heron R");

        Assert.Equal(
            ["Gauge | Principle | Range | Accuracy | Price", "Heron R | radar | 35 m | 2 mm | 960 euros"],
            answer.Sentences.Select(sentence => sentence.Text));
    }

    [Theory]
    [InlineData("which gauge is the cheapest", "Dipper")]
    [InlineData("most expensive gauge?", "Heron R")]
    [InlineData("gauge with the longest range", "Heron R")]
    public async Task Finds_the_row_with_the_most_or_the_least(string question, string gauge)
    {
        var answer = await manual.AskAsync(question);

        Assert.StartsWith(gauge + " |", answer.Sentences[^1].Text, StringComparison.Ordinal);
        Assert.Equal(2, answer.Sentences.Count);
    }

    [Fact]
    public async Task Tells_how_something_is_done_step_by_step()
    {
        var answer = await manual.AskAsync("how do i get a key for the gauge house");

        Assert.Equal(["1.", "2.", "3.", "4."], answer.Sentences.Select(sentence => sentence.Text[..2]));
        Assert.StartsWith("1. Ask the harbour master", answer.Sentences[0].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Lists_what_a_document_labels_as_decided()
    {
        var answer = await manual.AskAsync("what was decided on 8 april?");

        Assert.All(answer.Citations, citation => Assert.Equal("minutes-2025-04-08.md", citation.DocumentId));
        Assert.Equal(3, answer.Sentences.Count(sentence => sentence.Text.StartsWith("Decision:", StringComparison.Ordinal)) + 1);
    }

    [Fact]
    public async Task Counts_the_rows_of_a_table()
    {
        var answer = await manual.AskAsync("how many gauges are supported");

        Assert.Equal("4 rows under \"Gauge\":", answer.Lead);
    }

    [Fact]
    public async Task Quotes_the_command_that_a_sentence_leads_in()
    {
        var answer = await manual.AskAsync("how to build it from source");

        Assert.Contains(answer.Sentences, sentence => sentence.Text.Contains("make install", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Doubts_a_list_of_more_than_the_text_counts()
    {
        var answer = await manual.AskAsync("list the five reasons for cleaning the well");

        Assert.NotEqual(AnswerStatus.Answered, answer.Status);
    }
}
