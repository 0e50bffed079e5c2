using System.Globalization;

namespace ForumQA.Benchmarks.Retrieval;

/// <summary>The share of a question's relevant passages among the best 1, 5 and 10; where there is one, whether it is among them.</summary>
internal readonly record struct Recall(double At1, double At5, double At10)
{
    public static Recall Of(RetrievalQuestion question, IReadOnlyList<int> found)
    {
        return new Recall(At(1), At(5), At(10));

        double At(int depth) => found.Take(depth).Count(question.Relevant.Contains) / (double)question.Relevant.Count;
    }

    public static Recall Mean(IEnumerable<Recall> all)
    {
        var list = all.ToList();
        return new Recall(list.Average(recall => recall.At1), list.Average(recall => recall.At5), list.Average(recall => recall.At10));
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{At1:.000} / {At5:.000} / {At10:.000}");
}
