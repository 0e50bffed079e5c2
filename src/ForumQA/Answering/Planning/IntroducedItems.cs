namespace ForumQA.Answering.Planning;

/// <summary>Adds to a line that introduces a list, "The five named most often:", the items it introduces.</summary>
internal static class IntroducedItems
{
    private const int Most = 16;

    /// <summary>What a plan quotes, each introduction with its items.</summary>
    /// <param name="context">The question and the index.</param>
    /// <param name="planned">What the plan chose, in its order.</param>
    public static IReadOnlyList<PlannedSentence> Complete(PlanContext context, IReadOnlyList<PlannedSentence> planned)
    {
        var chosen = planned.Select(item => item.Sentence).ToHashSet();
        if (context.Asked.MostSentences is not null || !planned.Any(item => Introduces(item.Sentence)))
        {
            return planned;
        }

        return [.. planned.SelectMany(item => Introduces(item.Sentence) ? ItemsOf(context, item.Sentence).Where(chosen.Add).Select(sentence => item with { Sentence = sentence }).Prepend(item) : [item])];
    }

    private static bool Introduces(CorpusSentence sentence) => sentence.Sentence.Text.EndsWith(':');

    private static IEnumerable<CorpusSentence> ItemsOf(PlanContext context, CorpusSentence introduction)
    {
        var lines = context.LineSource.Of(introduction.Document.Id);
        var following = lines.SkipWhile(line => !line.Sentences.Contains(introduction)).Skip(1).ToList();
        return following.Count == 0 || following[0].Heading != introduction.Heading || following[0].Kind == LineKind.Text ? []
            : following.TakeWhile(line => line.IsBeside(following[0])).Take(Most).SelectMany(line => line.Sentences);
    }
}
