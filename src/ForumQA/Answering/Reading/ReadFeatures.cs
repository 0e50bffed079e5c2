using ForumQA.Retrieval;

namespace ForumQA.Answering.Reading;

/// <summary>Computes the features of sentences and questions that were read.</summary>
internal static class ReadFeatures
{
    private const double FurthestLag = 8;

    /// <summary>Log odds beyond these tell no more.</summary>
    private const double Most = 12;

    private const double MostLead = 6;
    private const double SmallestProbability = 1e-4;

    /// <summary>The features of a question's sentences, by <see cref="ReadSentenceFeature"/>.</summary>
    public static IReadOnlyList<double[]> Of(IReadOnlyList<ReadCandidate> sentences)
    {
        var best = sentences.Select(sentence => sentence.Score).DefaultIfEmpty().Max();
        return [.. sentences.Select(sentence => Of(sentence, best))];
    }

    /// <summary>The features of a question, by <see cref="ReadAnswerFeature"/>.</summary>
    /// <param name="sentences">At least one.</param>
    /// <param name="scores">What they are ranked by now.</param>
    /// <param name="estimate">Without the reader.</param>
    public static double[] Of(IReadOnlyList<ReadCandidate> sentences, IReadOnlyList<double> scores, Answerability estimate)
    {
        var order = Enumerable.Range(0, sentences.Count).OrderByDescending(i => scores[i]).ToList();
        var best = sentences[order[0]];
        var read = sentences.Where(sentence => sentence.Reading is not null).ToList();
        var features = new double[LinearModel<ReadAnswerFeature>.Count];
        Set(ReadAnswerFeature.Subject, LogOdds(estimate.Subject));
        Set(ReadAnswerFeature.Stated, LogOdds(estimate.Stated));
        Set(ReadAnswerFeature.Answered, best.Reading is null ? -Most : best.Answered);
        Set(ReadAnswerFeature.HighestAnswered, read.Select(sentence => sentence.Answered).DefaultIfEmpty(-Most).Max());
        Set(ReadAnswerFeature.Answers, best.Reading?.Answers ?? -Most);
        Set(ReadAnswerFeature.HighestAnswers, read.Select(sentence => sentence.Reading!.Value.Answers).DefaultIfEmpty(-Most).Max());
        Set(ReadAnswerFeature.Span, best.Reading?.Span ?? -Most);
        Set(ReadAnswerFeature.HighestSpan, read.Select(sentence => sentence.Reading!.Value.Span).DefaultIfEmpty(-Most).Max());
        Set(ReadAnswerFeature.Lead, order.Count > 1 ? Math.Min(MostLead, scores[order[0]] - scores[order[1]]) : MostLead);
        return features;

        void Set(ReadAnswerFeature feature, double value) => features[(int)feature] = Math.Clamp(value, -Most, Most);
    }

    private static double[] Of(ReadCandidate sentence, double best)
    {
        var features = new double[LinearModel<ReadSentenceFeature>.Count];
        features[(int)ReadSentenceFeature.Lag] = Math.Max(-FurthestLag, sentence.Score - best);
        if (sentence.Reading is not { } reading)
        {
            features[(int)ReadSentenceFeature.Unread] = 1;
            return features;
        }

        features[(int)ReadSentenceFeature.Answers] = Math.Clamp(reading.Answers, -Most, Most);
        features[(int)ReadSentenceFeature.Span] = Math.Clamp(reading.Span, -Most, Most);
        features[(int)ReadSentenceFeature.Answered] = Math.Clamp(sentence.Answered, -Most, Most);
        return features;
    }

    private static double LogOdds(double probability)
    {
        var inside = Math.Clamp(probability, SmallestProbability, 1 - SmallestProbability);
        return Math.Log(inside / (1 - inside));
    }
}
