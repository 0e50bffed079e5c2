using ForumQA.Retrieval;

namespace ForumQA.Benchmarks.Answers;

/// <summary>How often the best sentence, and one of the best three, answers the question.</summary>
internal static class SentenceReport
{
    public static void Print(AnswerLearner learner, AnswerModels first, AnswerModels second, SentenceRanker shipped)
    {
        var (data, full) = (learner.Data, learner.Full);
        var questions = data.Dev.Questions.Where(question => question.IsAnswerable).ToList();
        Console.WriteLine($"Best sentence holds the answer: {data.Pool.Paragraphs.Count} paragraphs, {questions.Count} questions; in brackets: learned without these articles");
        Console.WriteLine("| | top 1 | top 3 |\n|---|---|---|");
        Row("coverage and passage score, not learned", Count(full, questions, _ => AnswerLearner.Unlearned));
        Row("[learned on the other half]", Count(full, questions, question => (Half.First.Has(question.Article) ? second : first).MakeRanker()));
        RowOfShipped(full, questions, shipped);
        if (learner.IsByMeaning)
        {
            var hidden = questions.ConvertAll(question => question with { Text = learner.Hide(question.Text) });
            Row("words hidden, [learned on the other half]", Count(full, hidden, question => (Half.First.Has(question.Article) ? second : first).MakeRanker()));
        }

        foreach (var (language, set) in data.Xquad.Where(pair => !learner.IsByMeaning || pair.Key == "en"))
        {
            using var pool = learner.Open(set, Enumerable.Range(0, set.Paragraphs.Count));
            Row($"xquad {language}, not learned", Count(pool, set.Questions, _ => AnswerLearner.Unlearned));
            Row($"xquad {language}, shipped", Count(pool, set.Questions, _ => shipped));
        }

        Console.WriteLine();
    }

    /// <summary>What ships, alone: nothing has to be learned for it.</summary>
    public static void PrintShipped(AnswerLearner learner, SentenceRanker shipped)
    {
        Console.WriteLine("Best sentence holds the answer\n| | top 1 | top 3 |\n|---|---|---|");
        RowOfShipped(learner.Full, [.. learner.Data.Dev.Questions.Where(question => question.IsAnswerable)], shipped);
        Console.WriteLine();
    }

    private static void RowOfShipped(PassagePool full, IReadOnlyList<SetQuestion> questions, SentenceRanker shipped) =>
        Row("shipped (learned on these questions too)", Count(full, questions, _ => shipped));

    private static void Row(string name, (double One, double Three) shares) => Console.WriteLine($"| {name} | {shares.One:.000} | {shares.Three:.000} |");

    private static (double One, double Three) Count(PassagePool pool, IReadOnlyList<SetQuestion> questions, Func<SetQuestion, SentenceRanker> ranker)
    {
        var places = questions.AsParallel().WithDegreeOfParallelism(2).Select(question =>
        {
            var sentences = pool.Rank(question.Text, ranker(question)).Sentences;
            var place = sentences.Take(3).TakeWhile(sentence => !AnswerData.Answers(question, sentence, pool)).Count();
            return place < Math.Min(3, sentences.Count) ? place : 3;
        }).ToList();
        return (places.Count(place => place == 0) / (double)places.Count, places.Count(place => place < 3) / (double)places.Count);
    }
}
