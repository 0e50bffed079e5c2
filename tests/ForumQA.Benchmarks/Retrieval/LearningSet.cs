using ForumQA.Benchmarks.Meaning;
using ForumQA.Retrieval;

namespace ForumQA.Benchmarks.Retrieval;

/// <summary>What the weights of <see cref="PassageRanker"/> are learned on: the questions of every other article of squad2-half.</summary>
internal static class LearningSet
{
    /// <summary>Whether a question of squad2-half is learned on; the others are held out.</summary>
    public static bool Has(RetrievalQuestion question) => question.Group % 2 == 0;

    /// <summary>For each question whose passage was proposed, and that was compared by meaning where the index has vectors for that, the features of the candidates and which of them is the passage.</summary>
    /// <param name="set">The questions.</param>
    /// <param name="index">Over the texts of the set.</param>
    /// <param name="where">Which questions to read.</param>
    public static List<LearningQuestion> Read(RetrievalSet set, BenchmarkIndex index, Func<RetrievalQuestion, bool> where)
    {
        var retriever = index.CreateRetriever(new RetrievalOptions());
        return [.. set.Questions.Where(where).AsParallel().AsOrdered().Select(question => Read(question, retriever, index)).Where(question => question.Relevant >= 0)];
    }

    private static LearningQuestion Read(RetrievalQuestion question, Retriever retriever, BenchmarkIndex index)
    {
        using var snapshot = index.Store.OpenSnapshot();
        var read = retriever.Read(snapshot, question.Text);
        var proposed = retriever.ProposeAsync(snapshot, read, filter: null, limit: 1, CancellationToken.None).GetAwaiter().GetResult();
        return new LearningQuestion(
            proposed.Features,
            index.IsByMeaning && (proposed.Sentences is null || ShortQuestion.Is(read)) ? -1 : proposed.Passages.ToList().FindIndex(passage => question.Relevant.Contains(BenchmarkIndex.NumberOf(passage.Stored.Passage))));
    }
}

/// <summary>The candidates of one question.</summary>
/// <param name="Features">Of each candidate, by <see cref="PassageFeature"/>.</param>
/// <param name="Relevant">Which of them answers it; -1 when none does, or the question is none to learn from.</param>
internal sealed record LearningQuestion(double[][] Features, int Relevant);
