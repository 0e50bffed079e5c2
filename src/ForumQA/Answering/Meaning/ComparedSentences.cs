using ForumQA.Retrieval;

namespace ForumQA.Answering.Meaning;

/// <summary>The few sentences of a ranking that are compared with the question by meaning, and what that makes of the ranking.</summary>
internal sealed class ComparedSentences
{
    /// <summary>So many of the best by words take part.</summary>
    private const int ByWords = 4;

    /// <summary>With those of the nearest passages, so many in all.</summary>
    private const int Most = 8;

    private readonly SentenceRanking _ranking;

    private ComparedSentences(SentenceRanking ranking, IReadOnlyList<SentenceCandidate> sentences) => (_ranking, Sentences) = (ranking, sentences);

    /// <summary>The sentences.</summary>
    public IReadOnlyList<SentenceCandidate> Sentences { get; }

    /// <summary>The best by words, then those of the passages whose vectors come nearest, the nearest passage first.</summary>
    public static ComparedSentences Of(SentenceRanking ranking)
    {
        ArgumentNullException.ThrowIfNull(ranking);
        var nearest = ranking.Passages.OrderByDescending(passage => passage.Evidence.VectorProduct).Take(3)
            .SelectMany(passage => ranking.Sentences.Where(sentence => sentence.Passage == passage).OrderBy(sentence => sentence.Place));
        return new ComparedSentences(ranking, [.. ranking.Sentences.Take(ByWords).Concat(nearest).Distinct().Take(Most)]);
    }

    /// <summary>The ranking with what meaning adds to the score of the sentences compared; the scores keep their scale.</summary>
    /// <param name="cosines">Of <see cref="Sentences"/>.</param>
    /// <param name="weight">What a cosine of 1 is worth in the ranker's score.</param>
    public SentenceRanking Order(double[] cosines, double weight)
    {
        ArgumentNullException.ThrowIfNull(cosines);
        if (cosines.Length == 0)
        {
            return _ranking;
        }

        var least = cosines.Min();
        var added = Sentences.Zip(cosines).ToDictionary(pair => pair.First, pair => weight * (pair.Second - least));
        return new SentenceRanking(
            _ranking.Question,
            _ranking.Matcher,
            _ranking.Evidence,
            _ranking.Passages,
            [.. _ranking.Sentences.Select(sentence => added.TryGetValue(sentence, out var more) ? sentence with { Score = sentence.Score + more } : sentence)
                .OrderByDescending(sentence => sentence.Score)]);
    }

    /// <summary>The features by <see cref="MeaningFeature"/>.</summary>
    /// <param name="cosines">Of <see cref="Sentences"/>.</param>
    /// <param name="best">The best sentence.</param>
    /// <param name="words">What words say of it.</param>
    public double[] Read(double[] cosines, SentenceCandidate best, Answerability words)
    {
        ArgumentNullException.ThrowIfNull(cosines);
        ArgumentNullException.ThrowIfNull(best);
        var values = new double[LinearModel<MeaningFeature>.Count];
        var terms = _ranking.Question.Terms;
        var passages = _ranking.Passages.Select(passage => passage.Evidence.VectorProduct).ToList();
        var (highest, nearest) = (cosines.Max(), passages.Max());
        var at = Sentences.Index().FirstOrDefault(pair => pair.Item.Sentence == best.Sentence, (Index: -1, Item: best)).Index;
        Set(MeaningFeature.SubjectByWords, LogOdds(words.Subject));
        Set(MeaningFeature.StatedByWords, LogOdds(words.Stated));
        Set(MeaningFeature.BestSentence, at < 0 ? cosines.Min() : cosines[at]);
        Set(MeaningFeature.HighestSentence, highest);
        Set(MeaningFeature.SentenceLead, highest - cosines.Average());
        Set(MeaningFeature.BestPassage, best.Passage.Evidence.VectorProduct);
        Set(MeaningFeature.HighestPassage, nearest);
        Set(MeaningFeature.PassageLead, nearest - passages.Average());
        Set(MeaningFeature.Absent, terms.Where(term => term.IsAbsent).Sum(term => term.Weight));
        Set(MeaningFeature.Terms, Math.Log(1 + terms.Count));
        return values;

        void Set(MeaningFeature feature, double value) => values[(int)feature] = value;
    }

    private static double LogOdds(double probability) => Math.Clamp(Math.Log(probability / (1 - probability)), -8, 8);
}
