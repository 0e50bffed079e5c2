using ForumQA.Benchmarks.Answers;

namespace ForumQA.Benchmarks.Reading;

/// <summary>What a reader adds: each of two groups of held-out articles is measured with what was learned of its numbers on the other.</summary>
internal static class ReadingReport
{
    public static void Print(IReadOnlyList<ReadQuestion> questions)
    {
        var articles = questions.Where(question => question.Fate == QuestionFate.Answered).Select(question => question.Article).Distinct().ToList();
        var (one, other) = (questions.Where(question => IsFirst(question)).ToList(), questions.Where(question => !IsFirst(question)).ToList());
        var (ofOne, ofOther) = (ReadingLearner.Learn(one).ToModels(), ReadingLearner.Learn(other).ToModels());
        Console.WriteLine("| | near misses | answer removed | other subjects | best sentence | best three |\n|---|---|---|---|---|---|");
        foreach (var (name, asked, models) in new[] { ("four articles", one, ofOther), ("the other four", other, ofOne) })
        {
            Row($"{name}, product", asked, question => question.Estimate.Stated, question => question.Estimate.Subject, question => [.. question.Sentences.Select(sentence => sentence.Score)]);
            Row($"{name}, reader alone", asked, HighestAnswered, HighestAnswered, question => [.. question.Sentences.Select(sentence => sentence.Reading is { } reading ? reading.Answers + sentence.Answered : double.MinValue)]);
            Row($"{name}, both", asked,
                question => models.Stated.Score(Wide(ReadingLearner.AnswerRow(question, models.Sentence))),
                question => models.Subject.Score(Wide(ReadingLearner.AnswerRow(question, models.Sentence))),
                question => ReadingLearner.ScoresOf(question, models.Sentence));
        }

        bool IsFirst(ReadQuestion question) => question.Fate == QuestionFate.OtherSubject ? question.Article == ReadingCommand.FirstOthers : articles.IndexOf(question.Article) % 2 == 0;
    }

    private static double HighestAnswered(ReadQuestion question) => question.Sentences.Where(sentence => sentence.Reading is not null).Select(sentence => sentence.Answered).DefaultIfEmpty(-20).Max();

    private static double[] Wide(float[] row) => [.. row.Select(value => (double)value)];

    private static void Row(string name, List<ReadQuestion> asked, Func<ReadQuestion, double> stated, Func<ReadQuestion, double> subject, Func<ReadQuestion, IReadOnlyList<double>> scores)
    {
        var fates = asked.ToLookup(question => question.Fate);
        var places = fates[QuestionFate.Answered].Select(question =>
        {
            var ranked = scores(question).Zip(question.IsRight).OrderByDescending(pair => pair.First).Take(3).ToList();
            return ranked.FindIndex(pair => pair.Second);
        }).ToList();
        Console.WriteLine(
            $"| {name} ({string.Join('/', Enum.GetValues<QuestionFate>().Select(fate => fates[fate].Count()))}) | {Separate(QuestionFate.NearMiss, stated):.000} | {Separate(QuestionFate.Removed, stated):.000} "
            + $"| {Separate(QuestionFate.OtherSubject, subject):.000} | {places.Count(place => place == 0) / (double)places.Count:.000} | {places.Count(place => place >= 0) / (double)places.Count:.000} |");

        double Separate(QuestionFate fate, Func<ReadQuestion, double> score) => AbstentionReport.Separation(fates[QuestionFate.Answered].Select(score), fates[fate].Select(score));
    }
}
