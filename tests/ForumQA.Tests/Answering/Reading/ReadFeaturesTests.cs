using ForumQA.Answering;
using ForumQA.Answering.Reading;
using ForumQA.Models.Reading;

namespace ForumQA.Tests.Answering.Reading;

public sealed class ReadFeaturesTests
{
    private static readonly ReadCandidate[] Sentences =
    [
        new(2, new SentenceReading(-3, -4), 1),
        new(1, new SentenceReading(5, 6), 2),
        new(-30, null, 0),
    ];

    [Theory]
    [InlineData(nameof(ReadSentenceFeature.Lag), 0, -1, -8)]
    [InlineData(nameof(ReadSentenceFeature.Unread), 0, 0, 1)]
    [InlineData(nameof(ReadSentenceFeature.Answers), -3, 5, 0)]
    [InlineData(nameof(ReadSentenceFeature.Span), -4, 6, 0)]
    [InlineData(nameof(ReadSentenceFeature.Answered), 1, 2, 0)]
    public void Sentences_are_told_apart_by(string feature, double first, double second, double third)
    {
        var features = ReadFeatures.Of(Sentences);

        Assert.Equal([first, second, third], features.Select(values => values[(int)Enum.Parse<ReadSentenceFeature>(feature)]));
    }

    [Theory]
    [InlineData(nameof(ReadAnswerFeature.Subject), 0)]
    [InlineData(nameof(ReadAnswerFeature.Stated), 1.09861)]
    [InlineData(nameof(ReadAnswerFeature.Answered), 1)]
    [InlineData(nameof(ReadAnswerFeature.HighestAnswered), 2)]
    [InlineData(nameof(ReadAnswerFeature.Answers), -3)]
    [InlineData(nameof(ReadAnswerFeature.HighestAnswers), 5)]
    [InlineData(nameof(ReadAnswerFeature.Span), -4)]
    [InlineData(nameof(ReadAnswerFeature.HighestSpan), 6)]
    [InlineData(nameof(ReadAnswerFeature.Lead), 0.5)]
    public void Questions_are_told_apart_by(string feature, double expected)
    {
        var features = ReadFeatures.Of(Sentences, [3, 2.5, 0], new Answerability(0.5, 0.75));

        Assert.Equal(expected, features[(int)Enum.Parse<ReadAnswerFeature>(feature)], 4);
    }
}
