using ForumQA.Answering;
using ForumQA.Benchmarks.Meaning;
using ForumQA.Retrieval;

namespace ForumQA.Benchmarks.Answers;

/// <summary>The sets of <c>shared/data</c> that answers are learned from and measured on.</summary>
internal sealed class AnswerData
{
    private static readonly string[] Languages = ["en", "de", "es", "ru", "ar", "zh"];

    public AnswerData(string folder)
    {
        Dev = QuestionSet.ReadSquad(Path.Combine(folder, "squad2-half", "dev.json"));
        Pool = Dev.With(QuestionSet.ReadSquad(Path.Combine(folder, "squad2-half", "distractors.json")));
        Xquad = Languages.ToDictionary(language => language, language => QuestionSet.ReadSquad(Path.Combine(folder, "xquad", $"xquad.{language}.json")));
        Others = new Dictionary<string, IReadOnlyList<string>>
        {
            ["covid-qa"] = [.. QuestionSet.ReadSquad(Path.Combine(folder, "covid-qa", "200423_covidQA.json")).Questions.Select(question => question.Text).Distinct()],
            ["quotesum"] = QuestionSet.ReadLines(Path.Combine(folder, "quotesum", "dev.jsonl")),
            ["multihop"] = QuestionSet.ReadMultihop(folder),
            ["expertqa"] = QuestionSet.ReadLines(Path.Combine(folder, "expertqa", "rand_val.jsonl")),
        };
    }

    public QuestionSet Dev { get; }

    /// <summary>dev.json and distractors.json: 1,216 paragraphs. The questions of the second carry no answers.</summary>
    public QuestionSet Pool { get; }

    public IReadOnlyDictionary<string, QuestionSet> Xquad { get; }

    /// <summary>Questions about other subjects, by folder.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Others { get; }

    /// <summary>The folders of <see cref="Others"/> that are learned from; the rest is only measured on.</summary>
    public static IReadOnlySet<string> LearnedOthers { get; } = new HashSet<string> { "covid-qa", "quotesum" };

    /// <summary>The same number of items in the same order on every run.</summary>
    public static IReadOnlyList<T> Sample<T>(IEnumerable<T> items, int count, Random random) =>
        [.. items.Select(item => (item, Key: random.Next())).OrderBy(pair => pair.Key).Take(count).Select(pair => pair.item)];

    /// <summary>Whether a sentence answers a question: it stands in the question's paragraph and holds an accepted answer.</summary>
    public static bool Answers(SetQuestion question, SentenceCandidate sentence, PassagePool pool) =>
        pool.ParagraphOf(sentence.Passage.Evidence.Passage) == question.Paragraph
        && question.Answers.Any(answer => sentence.Sentence.Text.Contains(answer, StringComparison.Ordinal));

    /// <inheritdoc cref="Read(PassagePool, SentenceRanking)"/>
    public static float[]? Read(PassagePool pool, string question, SentenceRanker ranker) => Read(pool, pool.Rank(question, ranker));

    /// <summary>
    /// A question asked of the same corpus without the paragraph that answers it: right subject, missing fact.
    /// Null when the answer seems to stand elsewhere as well.
    /// </summary>
    public static SentenceRanking? RankWithoutAnswer(PassagePool pool, SetQuestion question, SentenceRanker ranker)
    {
        var ranking = pool.Rank(question.Text, ranker, question.Paragraph);
        return ranking.Sentences.Take(3).Any(sentence => question.Answers.Any(answer => sentence.Sentence.Text.Contains(answer, StringComparison.OrdinalIgnoreCase)))
            ? null
            : ranking;
    }

    /// <summary>The features of a question that answerability is told by; null when nothing was found, or where meaning is learned nothing was compared by it or the question is too short.</summary>
    public static float[]? Read(PassagePool pool, SentenceRanking ranking) =>
        pool.IsByMeaning && (!ranking.IsByMeaning || ShortQuestion.Is(ranking.Question)) ? null : AnswerabilityFeatureReader.Read(ranking)?.Select(value => (float)value).ToArray();
}
