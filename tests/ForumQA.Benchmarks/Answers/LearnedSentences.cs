using ForumQA.Retrieval;

namespace ForumQA.Benchmarks.Answers;

/// <summary>The sentences of a ranking that its model is learned from.</summary>
internal static class LearnedSentences
{
    /// <summary>Those that were read closely, where any were, else all.</summary>
    public static IReadOnlyList<SentenceCandidate> ToLearnFrom(this SentenceRanking ranking)
    {
        var read = ranking.Sentences.Where(sentence => sentence.Nearness is not null).ToList();
        return read.Count > 0 ? read : ranking.Sentences;
    }
}
