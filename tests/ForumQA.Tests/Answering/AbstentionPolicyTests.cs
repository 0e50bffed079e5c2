using ForumQA.Answering;
using ForumQA.Retrieval;
using ForumQA.Tests.Retrieval;
using Microsoft.Extensions.Options;

namespace ForumQA.Tests.Answering;

public sealed class AbstentionPolicyTests
{
    private static readonly string[] Texts =
    [
        "Liu Song of Alibaba compared managing data to water control at the forum.",
        "The Beijing-Tokyo Forum was held in December 2020 with twelve experts.",
        "Logistics data should be shared between China and Japan, the experts said.",
        "AI can help societies that grow older to care for the elderly.",
    ];

    [Theory]
    [InlineData("Who compared managing data to water control?")]
    [InlineData("When was the Beijing-Tokyo Forum held?")]
    [InlineData("What should be shared between China and Japan?")]
    public void Answers_what_the_documents_say(string question)
    {
        var (status, _, _) = Decide(question);

        Assert.NotEqual(AnswerStatus.NotFound, status);
    }

    [Theory]
    [InlineData("Which enzyme breaks down lactose in the small intestine?")]
    [InlineData("Who won the football world cup in Brazil?")]
    [InlineData("Wie hoch ist der Mont Blanc?")]
    public void Refuses_other_subjects_and_says_why(string question)
    {
        var (status, abstention, ranking) = Decide(question);

        Assert.Equal(AnswerStatus.NotFound, status);
        Assert.NotNull(abstention);
        Assert.True(abstention.Score < abstention.Threshold);
        Assert.NotEmpty(abstention.UnmatchedTerms);
        Assert.All(abstention.UnmatchedTerms, term => Assert.Contains(term, question, StringComparison.Ordinal));
        Assert.Equal(ranking.Evidence.Take(3), abstention.Nearest);
    }

    [Fact]
    public void Refuses_when_nothing_was_found()
    {
        var ranking = SampleRanking.Of("Who?", Array.Empty<string>());

        var (status, abstention, _) = Policy().Decide(ranking, AnswerabilityEstimator.Default.Estimate(ranking));

        Assert.Equal(AnswerStatus.NotFound, status);
        Assert.Empty(abstention!.Nearest);
    }

    [Theory]
    [InlineData(0.1, 0.9, AnswerStatus.NotFound)]
    [InlineData(0.9, 0.05, AnswerStatus.NotFound)]
    [InlineData(0.9, 0.2, AnswerStatus.Partial)]
    [InlineData(0.9, 0.9, AnswerStatus.Answered)]
    public void Takes_the_status_from_both_probabilities(double subject, double stated, AnswerStatus expected)
    {
        var (status, abstention, _) = Policy().Decide(SampleRanking.Of("data water", Texts), new Answerability(subject, stated));

        Assert.Equal(expected, status);
        Assert.Equal(expected == AnswerStatus.Answered, abstention is null);
    }

    [Theory]
    [InlineData(0.05, 0.9, AnswerStatus.NotFound)]
    [InlineData(0.3, 0.2, AnswerStatus.Partial)]
    [InlineData(0.3, 0.9, AnswerStatus.Answered)]
    public void Refuses_by_what_the_documents_answer_and_doubts_by_what_would_be_quoted(double answered, double stated, AnswerStatus expected)
    {
        var (status, _, _) = Policy().Decide(SampleRanking.Of("data water", Texts), new Answerability(0.9, stated) { Answered = answered });

        Assert.Equal(expected, status);
        Assert.Equal(0.9 * answered, new Answerability(0.9, stated) { Answered = answered }.Score);
    }

    [Fact]
    public void Tells_the_two_apart_by_meaning_only()
    {
        Assert.Equal(0.3, new Answerability(0.9, 0.3).Answered);
        var ranking = SampleRanking.Of("Who is Liu Song?", Texts);
        Assert.NotEqual(AnswerabilityEstimator.ByMeaning.Estimate(ranking).Stated, AnswerabilityEstimator.ByMeaning.Estimate(ranking).Answered);
        Assert.Equal(AnswerabilityEstimator.Default.Estimate(ranking).Stated, AnswerabilityEstimator.Default.Estimate(ranking).Answered);
    }

    [Theory]
    [InlineData("Where was Liu Song born?")]
    [InlineData("How many children does Liu Song have?")]
    [InlineData("In which year did Liu Song compare managing data to water control?")]
    public void Doubts_a_sentence_that_has_the_right_name_and_not_what_is_asked_of_it(string question)
    {
        var (status, abstention, _) = Decide(question);

        Assert.NotEqual(AnswerStatus.Answered, status);
        Assert.NotNull(abstention);
    }

    [Theory]
    [InlineData("What did Liu Song say?", nameof(AnswerGap.None))]
    [InlineData("Who is Liu Song?", nameof(AnswerGap.None))]
    [InlineData("Where was Liu Song born?", nameof(AnswerGap.OnlyNames))]
    [InlineData("What did Liu Song say about catalysts?", nameof(AnswerGap.OnlyNames))]
    public void Tells_what_is_asked_of_a_name_from_asking_for_whatever_was_said(string question, string expected)
    {
        Assert.Equal(expected, AnswerabilityEstimator.Default.Estimate(SampleRanking.Of(question, Texts)).Gap.ToString());
    }

    private static AbstentionPolicy Policy() => new(Options.Create(new AbstentionOptions()));

    private static (AnswerStatus Status, Abstention? Abstention, SentenceRanking Ranking) Decide(string question)
    {
        var ranking = SampleRanking.Of(question, Texts);
        var (status, abstention, _) = Policy().Decide(ranking, AnswerabilityEstimator.Default.Estimate(ranking));
        return (status, abstention, ranking);
    }
}
