using ForumQA.Retrieval;
using ForumQA.Storage;

namespace ForumQA.Answering.Meaning;

/// <summary>Finds the sentence that says in other words what is asked, where words find no answer.</summary>
/// <remarks>
/// Cosines of the built-in model, measured on Wikipedia (docs/benchmarks.md, "In other words"): one in ten questions on other subjects reaches .615 among
/// 300 sentences and .66 among 3,600, of those that are answered there nine in ten and more. The more sentences there are, the nearer the nearest one comes by chance.
/// </remarks>
internal static class OtherWords
{
    /// <summary>What is found is in doubt in any case; a further sentence helps when it is as near as this.</summary>
    private const double Margin = 0.03;

    private const int Most = 2;

    /// <summary>Fewer words, such as those of a heading, are near to much.</summary>
    private const int FewestWords = 4;

    private const double LeastCosine = 0.615;

    private const double SentencesAtLeastCosine = 300;

    private const double MoreForTenTimes = 0.045;

    /// <summary>The sentences of the passages found that come nearest, the nearest first; empty when none comes near enough.</summary>
    /// <param name="ranking">The passages.</param>
    /// <param name="question">The question's vector.</param>
    /// <param name="snapshot">The index, with the vectors of its sentences: where they are not made yet, nothing is found.</param>
    public static IReadOnlyList<SentenceCandidate> Find(SentenceRanking ranking, ReadOnlyMemory<float> question, IndexSnapshot snapshot)
    {
        ArgumentNullException.ThrowIfNull(ranking);
        ArgumentNullException.ThrowIfNull(snapshot);
        var rows = snapshot.Passages.FindRows(ranking.Passages.Select(passage => passage.Evidence.Passage.Id));
        var scores = snapshot.Sentences.Score(question.Span, [.. rows.Values]);
        if (scores.Count == 0)
        {
            return [];
        }

        var sentences = (double)new TermFrequencies(snapshot).PassageCount * scores.Values.Sum(passage => passage.Count) / scores.Count;
        var least = LeastFor(sentences);
        var found = ranking.Passages
            .SelectMany(passage => rows.TryGetValue(passage.Evidence.Passage.Id, out var row) && scores.TryGetValue(row, out var compared) ? Near(passage, compared) : [])
            .OrderByDescending(near => near.Cosine)
            .ToList();
        return [.. found.TakeWhile(near => near.Cosine >= least && near.Cosine >= found[0].Cosine - Margin)
            .DistinctBy(near => near.Sentence.Sentence.Text)
            .Take(Most)
            .Select(near => near.Sentence)];

        IEnumerable<(SentenceCandidate Sentence, double Cosine)> Near(PassageProfile passage, IReadOnlyList<SentenceScore> compared) =>
            ranking.Sentences.Where(sentence => sentence.Passage == passage && (sentence.Sentence.Words.Count >= FewestWords || ranking.Question.IsIdeographic)).Join(
                compared,
                sentence => (sentence.Sentence.Start - passage.Evidence.Passage.Start, sentence.Sentence.End - passage.Evidence.Passage.Start),
                score => (score.Start, score.End),
                (sentence, score) => (sentence, score.Score));
    }

    /// <summary>The cosine from which on a sentence is near enough among so many.</summary>
    public static double LeastFor(double sentences) => LeastCosine + (MoreForTenTimes * Math.Log10(Math.Max(sentences, SentencesAtLeastCosine) / SentencesAtLeastCosine));
}
