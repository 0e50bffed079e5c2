using ForumQA.Models.Reading;
using ForumQA.Retrieval;

namespace ForumQA.Answering.Reading;

/// <summary>What is learned of a reader's numbers beside the scores that there are without it.</summary>
/// <param name="Sentence">Ranks sentences.</param>
/// <param name="Subject">Log odds that the documents speak of what is asked.</param>
/// <param name="Stated">Log odds that they state the answer.</param>
internal sealed record ReadingModels(LinearModel<ReadSentenceFeature> Sentence, LinearModel<ReadAnswerFeature> Subject, LinearModel<ReadAnswerFeature> Stated);

/// <summary>Has the first passages of a question read, and ranks and estimates anew with what comes out.</summary>
/// <param name="reader">Reads.</param>
/// <param name="models">What its numbers are worth.</param>
/// <param name="passages">How many passages are read.</param>
internal sealed class AnswerReader(IPassageReader reader, ReadingModels models, int passages)
{
    /// <summary>The ranking and the estimate with the reader's; those given where there is nothing to read.</summary>
    /// <param name="ranking">Without it.</param>
    /// <param name="estimate">Without it.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public (SentenceRanking Ranking, Answerability Estimate) Read(SentenceRanking ranking, Answerability estimate, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(ranking);

        // The reader knows the language that the built-in model knows, and was learned from questions that meaning ranked too.
        if (!ranking.IsByMeaning || ranking.Sentences.Count == 0 || ranking.Question.Terms.Count == 0)
        {
            return (ranking, estimate);
        }

        var sentences = Read(reader, ranking, ranking.Question.Text, passages, cancellationToken);
        var scores = ReadFeatures.Of(sentences).Select(features => models.Sentence.Score(features)).ToList();
        var features = ReadFeatures.Of(sentences, scores, estimate);
        var rescored = ranking.Rescored(scores);
        return (rescored, estimate with { Gap = AnswerabilityEstimator.For(rescored).Estimate(rescored).Gap, Subject = Probability(models.Subject.Score(features)), Stated = Probability(models.Stated.Score(features)) });
    }

    /// <summary>The sentences of a ranking, those of the first passages with what the reader makes of them.</summary>
    public static IReadOnlyList<ReadCandidate> Read(IPassageReader reader, SentenceRanking ranking, string question, int passages, CancellationToken cancellationToken)
    {
        var first = ranking.Passages.Take(passages).ToList();
        var readings = reader.Read(question, first.ConvertAll(ToRead), cancellationToken);
        return
        [
            .. ranking.Sentences.Select(sentence => first.IndexOf(sentence.Passage) is >= 0 and var place
                ? new ReadCandidate(sentence.Score, readings[place].Sentences[PlaceOf(sentence)], readings[place].Answered)
                : new ReadCandidate(sentence.Score, null, 0)),
        ];
    }

    /// <summary>With all that people see there: the title, the headings above and those between.</summary>
    private static PassageToRead ToRead(PassageProfile passage) => new(
        string.Join(' ', new[] { passage.Evidence.DocumentTitle, passage.Evidence.Passage.Heading }.Where(text => !string.IsNullOrWhiteSpace(text))),
        [.. passage.Read.Sentences.Select(sentence => sentence.Text)]);

    private static int PlaceOf(SentenceCandidate candidate)
    {
        var sentences = candidate.Passage.Read.Sentences;
        var place = 0;
        while (!ReferenceEquals(sentences[place], candidate.Sentence.Read))
        {
            place++;
        }

        return place;
    }

    private static double Probability(double logOdds) => 1 / (1 + Math.Exp(-logOdds));
}
