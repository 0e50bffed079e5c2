using ForumQA.Models.Embedding;
using ForumQA.Retrieval;
using ForumQA.Storage;
using ForumQA.Text;
using Microsoft.Extensions.AI;

namespace ForumQA.Answering.Meaning;

/// <summary>Reads the best sentences again, by meaning, where words leave it open which is the answer or whether there is one.</summary>
/// <param name="sentences">Compares them.</param>
/// <param name="language">The language that the comparison understands.</param>
/// <param name="models">What is made of it.</param>
internal sealed class SecondReading(ISentenceMeaning sentences, string language, MeaningModels models)
{
    /// <summary>From these probabilities on, words are sure.</summary>
    private const double SureSubject = 0.97;

    private const double SureStated = 0.85;

    /// <summary>Shorter questions, and those that lean on the conversation, say too little for their cosines to mean anything.</summary>
    private const int FewestTerms = 3;

    /// <summary>The second reading of a generator whose cosines are known; null for others.</summary>
    public static SecondReading? With(IEmbeddingGenerator<string, Embedding<float>> embedder)
    {
        ArgumentNullException.ThrowIfNull(embedder);
        return embedder.GetService(typeof(KnownModel)) is KnownModel known
            ? new SecondReading(new EmbeddedSentences(embedder), known.Language, MeaningModels.Default)
            : null;
    }

    /// <summary>The ranking and what it is worth, as words have them where they are sure.</summary>
    /// <param name="ranking">As words have it.</param>
    /// <param name="words">What words make of it.</param>
    /// <param name="question">The question's vector; empty when there is none.</param>
    /// <param name="index">Where the sentences' vectors may be stored; null to make them.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task<(SentenceRanking Ranking, Answerability Answerability)> ReadAsync(
        SentenceRanking ranking, Answerability words, ReadOnlyMemory<float> question, IndexSnapshot? index, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(ranking);
        if (!CanCompare(ranking, question) || AreSure(ranking.Question, words))
        {
            return (ranking, words);
        }

        using var reading = Telemetry.Source.StartActivity(Telemetry.CompareMeaning);
        var compared = ComparedSentences.Of(ranking);
        var cosines = await (index is null ? sentences : new StoredSentences(index, sentences)).CompareAsync(question, compared.Sentences, cancellationToken).ConfigureAwait(false);
        return Read(compared, cosines, models);
    }

    /// <summary>The same once the cosines are there.</summary>
    public static (SentenceRanking Ranking, Answerability Answerability) Read(
        ComparedSentences compared, double[] cosines, MeaningModels models)
    {
        ArgumentNullException.ThrowIfNull(compared);
        ArgumentNullException.ThrowIfNull(models);
        var ordered = compared.Order(cosines, models.CosineWeight);
        var words = AnswerabilityEstimator.Default.Estimate(ordered);
        return (ordered, models.Estimate(compared.Read(cosines, ordered.Sentences[0], words), words.Gap));
    }

    /// <summary>What says in other words what is asked, where there is no answer in its own.</summary>
    /// <inheritdoc cref="OtherWords.Find"/>
    public IReadOnlyList<SentenceCandidate> FindInOtherWords(SentenceRanking ranking, ReadOnlyMemory<float> question, IndexSnapshot snapshot)
    {
        ArgumentNullException.ThrowIfNull(ranking);
        return CanCompare(ranking, question) ? OtherWords.Find(ranking, question, snapshot) : [];
    }

    private bool CanCompare(SentenceRanking ranking, ReadOnlyMemory<float> question) =>
        !question.IsEmpty && ranking.Sentences.Count > 0 && ranking.Question.Terms.Count(term => !term.IsCarried) >= FewestTerms && Understands(ranking.Question);

    private static bool AreSure(Question question, Answerability words) =>
        words.Subject >= SureSubject && words.Stated >= SureStated && words.Gap == AnswerGap.None && !question.Terms.Any(term => term.IsAbsent);

    private bool Understands(Question question) => !question.IsIdeographic
        && question.Words.All(word => WritingSystem.Of(word.Word.Folded) is null)
        && (LanguageGuess.Of(question.Text) ?? language) == language;
}
