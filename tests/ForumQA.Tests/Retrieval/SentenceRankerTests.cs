using ForumQA.Retrieval;
using FsCheck;
using FsCheck.Fluent;

namespace ForumQA.Tests.Retrieval;

public sealed class SentenceRankerTests
{
    private const string Forum =
        "The forum was held in Beijing on December 1. Liu Song of Alibaba compared managing data to water control. Twelve experts took part in the discussion of data.";

    [Theory]
    [InlineData("Who compared managing data to water control?", "Liu Song of Alibaba compared managing data to water control.")]
    [InlineData("How many experts discussed data?", "Twelve experts took part in the discussion of data.")]
    [InlineData("When was the forum held?", "The forum was held in Beijing on December 1.")]
    public void Puts_the_sentence_that_answers_first(string question, string expected)
    {
        Assert.Equal(expected, SampleRanking.Of(question, Forum).Sentences[0].Sentence.Text);
    }

    [Fact]
    public void Prefers_a_number_when_asked_for_one()
    {
        var ranking = SampleRanking.Of(
            "How many robots work in the port?",
            "Robots work in the port. In the port 40 robots work.");

        Assert.Equal("In the port 40 robots work.", ranking.Sentences[0].Sentence.Text);
    }

    [Fact]
    public void Gives_each_passage_its_sentences_best_first()
    {
        var ranking = SampleRanking.Of("Who compared data to water?", Forum, "Water is wet. Data are not.");

        Assert.Equal([3, 2], ranking.Evidence.Select(evidence => evidence.Sentences.Count));
        Assert.All(ranking.Evidence, evidence =>
            Assert.Equal(evidence.Sentences.OrderByDescending(sentence => sentence.Score), evidence.Sentences));
    }

    [Fact]
    public void Counts_a_sentence_that_two_passages_share_once()
    {
        var text = "Data are like water. Logistics data are shared. Robots learn.";
        var shared = text.IndexOf("Logistics", StringComparison.Ordinal);
        var end = text.IndexOf("Robots", StringComparison.Ordinal) - 1;
        var whole = SampleRanking.PassageOf("a.md", text);
        var evidence = new[]
        {
            Evidence(whole with { End = end, Text = text[..end] }),
            Evidence(whole with { Id = "a.md#1", Start = shared, Text = text[shared..] }),
        };

        var ranking = SentenceRanker.Default.Rank(SampleRanking.Profile("Are logistics data shared?", ("a.md", text)), evidence);

        Assert.Equal(3, ranking.Sentences.Count);

        static Evidence Evidence(Passage passage) => new() { Passage = passage, DocumentTitle = "A", DocumentUri = "a.md", Score = 1 };
    }

    [Fact]
    public void Quotes_words_that_stand_where_it_says_whatever_the_text()
    {
        Prop.ForAll<NonNull<string>, NonNull<string>>((question, text) =>
        {
            var ranking = SampleRanking.Of(question.Get, text.Get, Forum);
            return ranking.Sentences.All(candidate =>
            {
                var document = candidate.Passage.Evidence.Passage.DocumentId == "document0.md" ? text.Get : Forum;
                return document[candidate.Sentence.Start..candidate.Sentence.End] == candidate.Sentence.Text && double.IsFinite(candidate.Score);
            });
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Quotes_no_heading_but_reads_it_with_the_text_below()
    {
        var ranking = SampleRanking.Of("What was said about digital culture?", "Digital culture and games\n\nYoung people come to know each other through games.");

        var only = Assert.Single(ranking.Sentences);
        Assert.StartsWith("Young people", only.Sentence.Text, StringComparison.Ordinal);
        Assert.True(only[SentenceFeature.CoverageWithTitle] > only[SentenceFeature.Coverage]);
    }

    [Fact]
    public void Finds_no_sentence_without_passages()
    {
        Assert.Empty(SampleRanking.Of("Who?", Array.Empty<string>()).Sentences);
    }
}
