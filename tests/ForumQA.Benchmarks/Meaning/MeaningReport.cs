using ForumQA.Answering;
using ForumQA.Benchmarks.Answers;
using ForumQA.Retrieval;

namespace ForumQA.Benchmarks.Meaning;

/// <summary>What a second reading earns over words alone.</summary>
internal static class MeaningReport
{
    public static void PrintHead() => Console.WriteLine(
        "| questions | read by | AUROC near misses | answer removed | other subjects | best sentence | answerable refused | near misses in full | removed in full | others not refused | others in full |\n|---|---|---|---|---|---|---|---|---|---|---|");

    public static void Print(string name, IReadOnlyList<ReadQuestion> questions, MeaningTables tables, AnswerabilityEstimator words)
    {
        var models = tables.Make();
        foreach (var masked in new[] { false, true })
        {
            var own = questions.Where(question => question.IsMasked == masked).ToList();
            Row(masked ? $"{name}, words hidden" : name, "words", own, question => (question.Words, question.Ranking));
            Row("", "words and meaning", own, question =>
            {
                var ordered = question.Compared.Order(question.Cosines, models.CosineWeight);
                var byWords = words.Estimate(ordered);
                return (models.Estimate(question.Compared.Read(question.Cosines, ordered.Sentences[0], byWords), byWords.Gap), ordered);
            });
        }
    }

    private static void Row(string name, string by, List<ReadQuestion> questions, Func<ReadQuestion, (Answerability Answerability, SentenceRanking Ranking)> read)
    {
        var options = new AbstentionOptions();
        var of = questions.Select(question => (question.Kind, Read: read(question), question)).ToLookup(one => one.Kind);
        var answered = of[QuestionKind.Answered].ToList();
        var right = answered.Count(one => one.question.Right.Index().Any(pair => pair.Item && one.question.Compared.Sentences[pair.Index].Sentence == one.Read.Ranking.Sentences[0].Sentence));
        Console.WriteLine(
            $"| {name} | {by} | {Separation(QuestionKind.NearMiss, a => a.Stated)} | {Separation(QuestionKind.AnswerRemoved, a => a.Stated)} | {Separation(QuestionKind.OtherSubject, a => a.Subject)} "
            + $"| {right / (double)answered.Count:.000} | {Share(QuestionKind.Answered, IsRefused)} | {Share(QuestionKind.NearMiss, IsFull)} | {Share(QuestionKind.AnswerRemoved, IsFull)} | {Share(QuestionKind.OtherSubject, a => !IsRefused(a))} | {Share(QuestionKind.OtherSubject, IsFull)} |");

        string Separation(QuestionKind kind, Func<Answerability, double> score) => of[kind].Any()
            ? $"{AbstentionReport.Separation(answered.Select(one => score(one.Read.Answerability)), of[kind].Select(one => score(one.Read.Answerability))):.000}" : "";
        string Share(QuestionKind kind, Func<Answerability, bool> where) => of[kind].Any() ? $"{of[kind].Count(one => where(one.Read.Answerability)) / (double)of[kind].Count():.000}" : "";
        bool IsRefused(Answerability a) => a.Subject < options.SubjectThreshold || a.Stated < options.RefusalThreshold;
        bool IsFull(Answerability a) => !IsRefused(a) && a.Stated >= options.StatedThreshold && a.Gap == AnswerGap.None;
    }
}
