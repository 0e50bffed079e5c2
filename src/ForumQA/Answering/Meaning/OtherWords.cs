using ForumQA.Retrieval;
using ForumQA.Storage;

namespace ForumQA.Answering.Meaning;

/// <summary>Finds the sentence that says in other words what is asked, where words find no answer.</summary>
/// <remarks>
/// Cosines of the built-in model, measured on Wikipedia (docs/benchmarks.md, "In other words"): of questions on other subjects two in ten reach .597 among
/// 330 sentences and .643 among 3,600, of those that are answered there nine in ten and more. The more sentences there are, the nearer the nearest one comes by chance.
/// </remarks>
internal static class OtherWords
{
    /// <summary>What is found is in doubt in any case; a further sentence helps when it is as near as this.</summary>
    private const double Margin = 0.06;

    private const int Most = 3;

    /// <summary>Fewer words, such as those of a heading, are near to much.</summary>
    private const int FewestWords = 4;

    private const double LeastCosine = 0.595;

    private const double SentencesAtLeastCosine = 300;

    private const double MoreForTenTimes = 0.045;

    /// <summary>The sentences of the passages found that come nearest, the nearest first; empty when none comes near enough.</summary>
    /// <param name="ranking">The passages.</param>
    /// <param name="snapshot">The index.</param>
    public static IReadOnlyList<SentenceCandidate> Find(SentenceRanking ranking, IndexSnapshot snapshot)
    {
        ArgumentNullException.ThrowIfNull(ranking);
        ArgumentNullException.ThrowIfNull(snapshot);
        var passages = ranking.Evidence.Where(evidence => evidence.SentenceScores is { Count: > 0 }).ToList();
        if (passages.Count == 0)
        {
            return [];
        }

        var sentences = (double)new TermFrequencies(snapshot).PassageCount * passages.Sum(passage => passage.SentenceScores!.Count) / passages.Count;
        var least = LeastFor(sentences);
        var found = ranking.Sentences.Where(sentence => sentence.Passage.Evidence.SentenceScores is { Count: > 0 } && sentence.Sentence.Words.Count >= FewestWords).OrderByDescending(sentence => sentence[SentenceFeature.Meaning]).ToList();
        return [.. found.TakeWhile(near => near[SentenceFeature.Meaning] >= least && near[SentenceFeature.Meaning] >= found[0][SentenceFeature.Meaning] - Margin)
            .DistinctBy(near => near.Sentence.Text)
            .Take(Most)];
    }

    /// <summary>The cosine from which on a sentence is near enough among so many.</summary>
    public static double LeastFor(double sentences) => LeastCosine + (MoreForTenTimes * Math.Log10(Math.Max(sentences, SentencesAtLeastCosine) / SentencesAtLeastCosine));
}
