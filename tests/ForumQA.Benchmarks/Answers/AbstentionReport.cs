using ForumQA.Answering;
using ForumQA.Retrieval;

namespace ForumQA.Benchmarks.Answers;

/// <summary>How well questions the corpus answers are told from near misses and from other subjects.</summary>
internal static class AbstentionReport
{
    private static readonly double[] FalseRefusals = [0.01, 0.03, 0.05];
    private static readonly double[] Thresholds = [0.3, 0.4, 0.5];

    public static void Print(AnswerLearner learner, AnswerModels first, AnswerModels second, SentenceRanker shippedRanker, Func<SentenceRanking, Answerability> shipped)
    {
        var (data, full) = (learner.Data, learner.Full);
        var options = new AbstentionOptions();
        PrintHead(options);
        var firstPair = (first.MakeRanker(), first.MakeEstimator());
        var secondPair = (second.MakeRanker(), second.MakeEstimator());
        var others = data.Others.Where(pair => !AnswerData.LearnedOthers.Contains(pair.Key)).SelectMany(pair => pair.Value).ToList();
        foreach (var (name, half, pair) in new[] { ("half 1, learned on half 2", Half.First, secondPair), ("half 2, learned on half 1", Half.Second, firstPair) })
        {
            RowOfSquad(name, data, half, others, full, pair.Item1, pair.Item2, options);
            if (learner.IsByMeaning)
            {
                var asked = data.Dev.Questions.Where(question => half.Has(question.Article) && question.IsAnswerable).Select(question => question with { Text = learner.Hide(question.Text) });
                Row($"{name}, words hidden", full, asked, [], others.Select(learner.Hide), pair.Item1, pair.Item2, options);
            }
        }

        RowOfShipped(data, full, shippedRanker, shipped, options);
        PrintSmall(learner, firstPair.Item1, firstPair.Item2, options);
        PrintLanguages(learner, firstPair.Item1, firstPair.Item2, options);
        Console.WriteLine();
    }

    /// <summary>What ships, alone: nothing has to be learned for it.</summary>
    public static void PrintShipped(AnswerLearner learner, SentenceRanker ranker, Func<SentenceRanking, Answerability> estimate)
    {
        var options = new AbstentionOptions();
        PrintHead(options);
        RowOfShipped(learner.Data, learner.Full, ranker, estimate, options);
        Console.WriteLine();
    }

    private static void PrintHead(AbstentionOptions options)
    {
        Console.WriteLine($"Abstention at the default thresholds: subject {options.SubjectThreshold}, refusal {options.RefusalThreshold}, stated {options.StatedThreshold}");
        Console.WriteLine("| index and questions | AUROC near misses | AUROC answer removed | AUROC other subjects | answerable refused | answerable called partial | near misses answered in full | answer removed, answered in full | other subjects not refused | others refused at 1/3/5% false refusals | answerable refused and others let in at .3, .4, .5 |\n|---|---|---|---|---|---|---|---|---|---|---|");
    }

    private static void RowOfShipped(AnswerData data, PassagePool full, SentenceRanker ranker, Func<SentenceRanking, Answerability> estimate, AbstentionOptions options) => RowOfSquad(
        "both, shipped", data, Half.Both, [.. data.Others.SelectMany(pair => AnswerData.Sample(pair.Value, 217, new Random(3)))], full, ranker, estimate, options);

    private static void RowOfSquad(
        string name, AnswerData data, Half half, IReadOnlyList<string> others, PassagePool full, SentenceRanker ranker, Func<SentenceRanking, Answerability> estimate, AbstentionOptions options)
    {
        var asked = data.Dev.Questions.Where(question => half.Has(question.Article)).ToList();
        Row($"squad2-half {name}", full, asked.Where(q => q.IsAnswerable), asked.Where(q => !q.IsAnswerable).Select(q => q.Text), others, ranker, estimate, options);
    }

    /// <summary>Indexes of 40 passages, from articles that were not learned from.</summary>
    private static void PrintSmall(AnswerLearner learner, SentenceRanker ranker, Func<SentenceRanking, Answerability> estimate, AbstentionOptions options)
    {
        var data = learner.Data;
        var random = new Random(11);
        var paragraphs = Enumerable.Range(0, data.Dev.Paragraphs.Count).Where(i => Half.Second.Has(data.Dev.Paragraphs[i].Article)).ToList();
        var articles = paragraphs.Select(i => data.Dev.Paragraphs[i].Article).Distinct().ToList();
        for (var i = 0; i < 4; i++)
        {
            var subset = i < 2
                ? AnswerData.Sample(paragraphs, 40, random)
                : [.. AnswerData.Sample(articles, 5, random).SelectMany(article => paragraphs.Where(p => data.Dev.Paragraphs[p].Article == article).Skip(i).Take(8))];
            using var pool = learner.Open(data.Pool, subset);
            var inside = subset.Select(p => data.Pool.Paragraphs[p].Article).ToHashSet(StringComparer.Ordinal);
            var own = data.Dev.Questions.Where(question => subset.Contains(question.Paragraph)).ToList();
            var foreign = AnswerData.Sample(data.Pool.Questions.Where(question => !inside.Contains(question.Article) && question.Paragraph >= data.Dev.Paragraphs.Count && question.Paragraph % 2 == 1), 400, random);
            Row(i < 2 ? "40 random paragraphs, held out" : "5 articles of 8, held out", pool, own.Where(q => q.IsAnswerable), own.Where(q => !q.IsAnswerable).Select(q => q.Text), foreign.Select(q => q.Text), ranker, estimate, options);
        }
    }

    private static void PrintLanguages(AnswerLearner learner, SentenceRanker ranker, Func<SentenceRanking, Answerability> estimate, AbstentionOptions options)
    {
        foreach (var (language, set) in learner.Data.Xquad.Where(pair => !learner.IsByMeaning || pair.Key == "en"))
        {
            var random = new Random(13);
            var articles = set.Paragraphs.Select(p => p.Article).Distinct().Where(article => !Half.First.MayLearnXquad(article)).ToList();
            foreach (var count in new[] { articles.Count / 2, 6 })
            {
                var inside = AnswerData.Sample(articles, count, random).ToHashSet(StringComparer.Ordinal);
                using var pool = learner.Open(set, Enumerable.Range(0, set.Paragraphs.Count).Where(p => inside.Contains(set.Paragraphs[p].Article)));
                var own = set.Questions.Where(question => inside.Contains(question.Article));
                var foreign = set.Questions.Where(question => !inside.Contains(question.Article) && articles.Contains(question.Article));
                Row($"xquad {language}, {count} articles, held out", pool, AnswerData.Sample(own, 300, random), [], AnswerData.Sample(foreign, 300, random).Select(q => q.Text), ranker, estimate, options);
            }
        }
    }

    private static void Row(
        string name, PassagePool pool, IEnumerable<SetQuestion> answerable, IEnumerable<string> nearMisses, IEnumerable<string> others, SentenceRanker ranker, Func<SentenceRanking, Answerability> estimate, AbstentionOptions options)
    {
        var asked = answerable.ToList();
        var own = EstimateAll(asked.Select(question => question.Text));
        var removed = asked.Select(question => AnswerData.RankWithoutAnswer(pool, question, ranker)).OfType<SentenceRanking>().Select(estimate).ToList();
        var near = EstimateAll(nearMisses);
        var foreign = EstimateAll(others);
        var subjects = own.Select(a => a.Subject).Order().ToList();
        var atRates = string.Join(" / ", FalseRefusals.Select(rate => Share(foreign, a => a.Subject < subjects[(int)(rate * subjects.Count)])));
        var byThreshold = string.Join(", ", Thresholds.Select(threshold => $"{Share(own, a => a.Subject < threshold)} {Share(foreign, a => a.Subject >= threshold)}"));
        Console.WriteLine(
            $"| {name} ({own.Count}/{near.Count}/{foreign.Count}) | {(near.Count > 0 ? $"{Separation(own.Select(a => a.Answered), near.Select(a => a.Answered)):.000}" : "")} | {Separation(own.Select(a => a.Answered), removed.Select(a => a.Answered)):.000} | {Separation(own.Select(a => a.Subject), foreign.Select(a => a.Subject)):.000} "
            + $"| {Share(own, IsRefused)} | {Share(own, a => !IsRefused(a) && a.Stated < options.StatedThreshold)} "
            + $"| {(near.Count > 0 ? Share(near, IsAnsweredInFull) : "")} | {Share(removed, IsAnsweredInFull)} | {Share(foreign, a => !IsRefused(a))} | {atRates} | {byThreshold} |");

        List<Answerability> EstimateAll(IEnumerable<string> questions) =>
            [.. questions.ToList().AsParallel().AsOrdered().WithDegreeOfParallelism(2).Select(question => estimate(pool.Rank(question, ranker)))];
        bool IsRefused(Answerability a) => a.Subject < options.SubjectThreshold || a.Answered < options.RefusalThreshold;
        bool IsAnsweredInFull(Answerability a) => !IsRefused(a) && a.Stated >= options.StatedThreshold;
        static string Share(List<Answerability> of, Func<Answerability, bool> where) => $"{of.Count(where) / (double)of.Count:.000}";
    }

    /// <summary>Area under the ROC curve: the probability that a positive scores above a negative, ties counting half.</summary>
    public static double Separation(IEnumerable<double> positives, IEnumerable<double> negatives)
    {
        var sorted = positives.Select(score => (score, IsPositive: true)).Concat(negatives.Select(score => (score, IsPositive: false))).GroupBy(pair => pair.score).OrderBy(group => group.Key);
        double below = 0, wins = 0, positive = 0;
        foreach (var group in sorted)
        {
            var (up, down) = (group.Count(pair => pair.IsPositive), group.Count(pair => !pair.IsPositive));
            wins += up * (below + (down / 2.0));
            below += down;
            positive += up;
        }

        return wins / (positive * below);
    }
}
