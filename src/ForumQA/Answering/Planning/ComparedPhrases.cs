namespace ForumQA.Answering.Planning;

/// <summary>Reads what is compared where it is no name: "hardware and software", "innovation versus regulation".</summary>
internal static class ComparedPhrases
{
    private static readonly string[] Between = ["and", "versus", "vs", "with", "to", "from", "or"];

    private static readonly string[] Ends = ["in", "on", "about", "regarding", "for", "at", "according", "by"];

    /// <summary>The two phrases with their terms, as places in the question's terms; empty when there are not two.</summary>
    public static IReadOnlyList<(string Label, IReadOnlyCollection<int> Terms)> Read(PlanContext context)
    {
        var question = context.Ranking.Question;
        var topic = context.Topic.Where(i => !question.Terms[i].IsCarried).OrderBy(i => question.Terms[i].Token.Start).ToList();
        if (topic.Count < 2)
        {
            return [];
        }

        // The joining word that has terms on both sides; the nearest to the first of them.
        foreach (var joint in question.Words.Where(word => Between.Contains(word.Word.Folded)))
        {
            var end = question.Words.FirstOrDefault(word => word.Start > joint.Start && Ends.Contains(word.Word.Folded) && topic.Exists(i => Starts(i) > joint.Start && Starts(i) < word.Start));
            var limit = end.Length > 0 ? end.Start : question.Text.Length;
            var left = topic.FindAll(i => Starts(i) < joint.Start);
            var right = topic.FindAll(i => Starts(i) > joint.Start && Starts(i) < limit);
            if (left.Count > 0 && right.Count > 0)
            {
                return [(Label(left), left), (Label(right), right)];
            }
        }

        return [];

        int Starts(int term) => question.Terms[term].Token.Start;
        string Label(List<int> terms) => question.Text[Starts(terms[0])..question.Terms[terms[^1]].Token.End];
    }
}
