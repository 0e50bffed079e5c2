using ForumQA.Answering;
using ForumQA.Answering.Reading;
using ForumQA.Models.Reading;
using ForumQA.Retrieval;
using ForumQA.Tests.Retrieval;

namespace ForumQA.Tests.Answering.Reading;

public sealed class AnswerReaderTests
{
    private const string Question = "When does the library open?";
    private const string First = "The library opens a door for all. Readers come at nine.";
    private const string Second = "The library is old.";

    private static readonly ReadingModels Models = new(
        LinearModel<ReadSentenceFeature>.Of((ReadSentenceFeature.Lag, 1), (ReadSentenceFeature.Answers, 1), (ReadSentenceFeature.Unread, -1)),
        LinearModel<ReadAnswerFeature>.Of((ReadAnswerFeature.Answered, 1)),
        LinearModel<ReadAnswerFeature>.Of((ReadAnswerFeature.Answers, 1)));

    [Fact]
    public void Puts_the_sentence_first_that_the_reader_takes_for_the_answer()
    {
        var ranking = RankByMeaning();
        var reader = new AnswerReader(new NineIsTheAnswer(), Models, passages: 1);

        var (read, estimate) = reader.Read(ranking, new Answerability(0.5, 0.5), CancellationToken.None);

        Assert.NotEqual("Readers come at nine.", ranking.Sentences[0].Sentence.Text);
        Assert.Equal("Readers come at nine.", read.Sentences[0].Sentence.Text);
        Assert.Equal("Readers come at nine.", read.Evidence[0].Sentences[0].Text);
        Assert.True(estimate.Subject > 0.9);
        Assert.True(estimate.Stated > 0.9);
    }

    [Fact]
    public void Reads_no_more_passages_than_it_is_told()
    {
        var asked = new NineIsTheAnswer();

        new AnswerReader(asked, Models, passages: 1).Read(RankByMeaning(), default, CancellationToken.None);

        var passage = Assert.Single(asked.Passages);
        Assert.Equal(2, passage.Sentences.Count);
        Assert.Equal("Title of document0.md", passage.Title);
    }

    [Fact]
    public void Leaves_alone_what_words_ranked_by_themselves()
    {
        var ranking = SampleRanking.Of(Question, First, Second);

        var (read, estimate) = new AnswerReader(new NineIsTheAnswer(), Models, passages: 1).Read(ranking, new Answerability(0.2, 0.3), CancellationToken.None);

        Assert.Same(ranking, read);
        Assert.Equal(new Answerability(0.2, 0.3), estimate);
    }

    private static SentenceRanking RankByMeaning()
    {
        var ranking = SampleRanking.Of(Question, First, Second);
        return SentenceRanker.Default.Rank(ranking.Question, [.. ranking.Evidence.Select(evidence => evidence with { SentenceScores = [] })]);
    }

    private sealed class NineIsTheAnswer : IPassageReader
    {
        public IReadOnlyList<PassageToRead> Passages { get; private set; } = [];

        public IReadOnlyList<PassageReading> Read(string question, IReadOnlyList<PassageToRead> passages, CancellationToken cancellationToken)
        {
            Passages = passages;
            return [.. passages.Select(passage => new PassageReading(4, [.. passage.Sentences.Select(sentence => sentence.Contains("nine", StringComparison.Ordinal) ? new SentenceReading(9, 9) : new SentenceReading(-9, -9))]))];
        }
    }
}
