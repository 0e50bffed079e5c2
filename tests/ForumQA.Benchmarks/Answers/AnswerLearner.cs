using ForumQA.Answering;
using ForumQA.Benchmarks.Meaning;
using ForumQA.Retrieval;

namespace ForumQA.Benchmarks.Answers;

/// <summary>The learned models, as the tables the library ships.</summary>
internal sealed record AnswerModels(IReadOnlyList<string> Ranker, IReadOnlyList<string> Subject, IReadOnlyList<string> Stated)
{
    /// <summary>Whether the documents answer the question at all; null where <see cref="Stated"/> tells that too.</summary>
    public IReadOnlyList<string>? Answered { get; init; }

    /// <summary>Ranks what is read closely; null where nothing is.</summary>
    public CloseModels? Closely { get; init; }

    /// <summary>Those for what is ranked by meaning; null for the same.</summary>
    public AnswerModels? ByMeaning { get; init; }

    public SentenceRanker MakeRanker() => new(
        new LinearModel<SentenceFeature>(Ranker),
        new LinearModel<SentenceFeature>((ByMeaning ?? this).Ranker),
        (ByMeaning ?? this).Closely is { } closely ? new LinearModel<SentenceFeature>(closely.Ranker) : null,
        (ByMeaning ?? this).Closely is { } read ? new TokenWeights(read.Tokens) : null);

    /// <summary>Estimates by the models that fit a ranking.</summary>
    public Func<SentenceRanking, Answerability> MakeEstimator()
    {
        var (words, meaning) = (Estimator(this), Estimator(ByMeaning ?? this));
        return ranking => (ranking.IsByMeaning ? meaning : words).Estimate(ranking);

        static AnswerabilityEstimator Estimator(AnswerModels models) => new(
            new LinearModel<AnswerabilityFeature>(models.Subject),
            new LinearModel<AnswerabilityFeature>(models.Stated),
            models.Answered is { } answered ? new LinearModel<AnswerabilityFeature>(answered) : null);
    }
}

/// <summary>What ranks sentences that were read closely, as the tables the library ships.</summary>
/// <param name="Ranker">Ranks them.</param>
/// <param name="Tokens">How much each word of a question counts.</param>
internal sealed record CloseModels(IReadOnlyList<string> Ranker, IReadOnlyList<string> Tokens);

/// <summary>Learns the sentence ranker and the answerability models.</summary>
/// <param name="data">The sets.</param>
/// <param name="passages">Ranks passages, by words and by meaning; null for the rankers of the library.</param>
/// <param name="embedder">Makes the vectors of the built-in model, for learning with meaning; null for learning by words.</param>
/// <param name="folders">Folders with questions, for learning with meaning; not disposed of.</param>
internal sealed class AnswerLearner(
    AnswerData data, (PassageRanker ByWords, PassageRanker ByMeaning)? passages = null, KeptEmbeddings? embedder = null, IReadOnlyList<FolderSet>? folders = null) : IDisposable
{
    /// <summary>Where sentences are ranked, a question of a folder weighs as much as so many of an encyclopedia, of which there are so many more.</summary>
    public const int FolderWeight = 4;

    /// <summary>For passages and for refusing, one question in so many is also learned from with words hidden: with meaning, since for words nothing is left to learn. Sentences ranked so trust words too little.</summary>
    public const int HiddenOneIn = 2;

    private readonly Dictionary<string, (float[][] Rows, bool[] IsGood)> _groups = [];
    private PassagePool? _full;

    public AnswerData Data => data;

    /// <summary>Whether meaning takes part.</summary>
    public bool IsByMeaning => embedder is not null;

    /// <summary>The index over all paragraphs of squad2-half.</summary>
    public PassagePool Full => _full ??= Open(data.Pool, Enumerable.Range(0, data.Pool.Paragraphs.Count));

    /// <summary>An index over paragraphs.</summary>
    public PassagePool Open(QuestionSet set, IEnumerable<int> paragraphs) => new(set, paragraphs, passages?.ByWords, embedder, passages?.ByMeaning);

    /// <summary>A ranker that goes by one model whether meaning takes part or not.</summary>
    /// <param name="lines">The model.</param>
    /// <param name="closely">That for what is read closely; null where nothing is.</param>
    public static SentenceRanker RankerOf(IReadOnlyList<string> lines, CloseModels? closely = null) =>
        new AnswerModels(lines, [], []) { Closely = closely }.MakeRanker();

    /// <summary>A question with words hidden, whose vector stays that of the question.</summary>
    public string Hide(string question) => embedder?.Hide(question) ?? MaskedQuestion.Of(question);

    /// <summary>Questions, and with meaning one in two of them once more with words hidden.</summary>
    public IReadOnlyList<SetQuestion> WithHidden(IEnumerable<SetQuestion> questions) =>
        [.. questions.SelectMany((question, i) => IsByMeaning && i % HiddenOneIn == 0 ? [question, question with { Text = Hide(question.Text) }] : new[] { question })];

    /// <summary>Learns from the articles of one half, or of both.</summary>
    public AnswerModels Learn(Half half)
    {
        var (ranker, closely) = LearnRankers(half);
        var sentences = RankerOf(ranker, closely);
        var (subject, stated) = ReadRows(half, sentences);
        var rows = new WeighedRows(subject, stated, folders is { Count: > 0 } ? new FolderRows(folders, sentences).Read() : []);
        return new AnswerModels(ranker, Lines(rows.OfSubject()), Lines(rows.OfStated())) { Answered = IsByMeaning ? Lines(rows.OfAnswered()) : null, Closely = closely };

        static IReadOnlyList<string> Lines(IReadOnlyList<(float[] Row, bool IsPositive, double Weight)> rows) => Learners.LearnLogistic<AnswerabilityFeature>(rows).ToLines();
    }

    /// <summary>What sentences are ranked by, for each answerable question of a half that has a right sentence among those found.</summary>
    /// <param name="half">Whose questions.</param>
    /// <param name="reading">Finds what is read closely, and of that alone; null for all sentences.</param>
    public IReadOnlyList<(float[][] Rows, bool[] IsGood)> ReadGroups(Half half, SentenceRanker? reading = null) =>
    [
        .. data.Dev.Questions.Where(question => half.Has(question.Article) && question.IsAnswerable)
            .Select(question => reading is null ? ReadGroup(question) : ReadGroup(question, reading)).Where(group => group.IsGood.Contains(true)),
    ];

    /// <summary>Learns to rank sentences: all of them, and with meaning those once more that are read closely.</summary>
    public (IReadOnlyList<string> All, CloseModels? Closely) LearnRankers(Half half)
    {
        var all = LearnSentences(ReadGroups(half), Unlearned);
        if (!IsByMeaning)
        {
            return (all, null);
        }

        var tokens = LearnTokens(half, Reading(all));
        var reading = Reading(all, tokens);
        return (all, new CloseModels(LearnSentences(ReadGroups(half, reading), reading), tokens));
    }

    /// <summary>Reads closely what a ranker puts first, and leaves the order: what is read is still to be learned from.</summary>
    public static SentenceRanker Reading(IReadOnlyList<string> ranker, IReadOnlyList<string>? tokens = null)
    {
        var model = new LinearModel<SentenceFeature>(ranker);
        return new SentenceRanker(model, model, model, tokens is null ? null : new TokenWeights(tokens));
    }

    private IReadOnlyList<string> LearnTokens(Half half, SentenceRanker reading)
    {
        var learner = new TokenWeightLearner();
        foreach (var question in data.Dev.Questions.Where(question => half.Has(question.Article) && question.IsAnswerable))
        {
            learner.Add(Full.Rank(question.Text, reading), sentence => AnswerData.Answers(question, sentence, Full));
        }

        foreach (var folder in folders ?? [])
        {
            foreach (var one in folder.Cases)
            {
                learner.Add(folder.Rank(one.Question, reading), sentence => folder.IsGold(one, sentence), FolderWeight);
            }
        }

        return learner.Learn();
    }

    private IReadOnlyList<string> LearnSentences(IReadOnlyList<(float[][] Rows, bool[] IsGood)> encyclopedias, SentenceRanker finding)
    {
        var own = (folders ?? []).SelectMany(folder => folder.ReadGroups(finding)).SelectMany(group => Enumerable.Repeat(group, FolderWeight));
        return SetByHand(Learners.LearnRanking<SentenceFeature>([.. encyclopedias, .. own]).ToLines());
    }

    /// <summary>What both probabilities of answerability are learned from, given the ranker of sentences.</summary>
    /// <param name="half">Whose questions.</param>
    /// <param name="sentences">Ranks.</param>
    /// <param name="isHeldOut">Whether the rows are measured on: then nothing that is learned from in either half is among them.</param>
    public (IReadOnlyList<(float[] Row, bool IsPositive, double Weight)> Subject, IReadOnlyList<(float[] Row, bool IsPositive, double Weight)> Stated) ReadRows(Half half, SentenceRanker sentences, bool isHeldOut = false)
    {
        var random = new Random(7);
        var questions = WithHidden(data.Dev.Questions.Where(question => half.Has(question.Article)));
        var own = questions.AsParallel().AsOrdered().WithDegreeOfParallelism(2)
            .Select(question => (Row: AnswerData.Read(Full, question.Text, sentences), question.IsAnswerable)).Where(row => row.Row is not null).ToList();
        var stated = new StatedRows();
        stated.AddNearMisses(own.Where(row => !row.IsAnswerable).Select(row => row.Row!));
        stated.Add(Full, questions.Where(question => question.IsAnswerable), sentences);

        var rows = own.Where(row => row.IsAnswerable).Select(row => (row.Row, IsOwn: true)).ToList();
        rows.AddRange(ReadAll(Full, OtherQuestions(300, random, isHeldOut), false, sentences));
        AddSubsets(half, sentences, random, rows, stated, isHeldOut);
        if (!isHeldOut)
        {
            AddLanguages(half, sentences, random, rows, stated);
        }

        var found = rows.Where(row => row.Row is not null).ToList();
        var balance = found.Count(row => row.IsOwn) / (double)found.Count(row => !row.IsOwn);
        return ([.. found.Select(row => (row.Row!, row.IsOwn, row.IsOwn ? 1.0 : balance))], stated.Weigh());
    }

    /// <summary>
    /// A question is no answer. Encyclopedias, from which the rest is learned, hardly ask any; lists of frequent questions do, in the very
    /// words of who asks.
    /// </summary>
    private static IReadOnlyList<string> SetByHand(IReadOnlyList<string> lines) =>
        [.. lines.Select(line => line.StartsWith($"{SentenceFeature.IsQuestion}\t", StringComparison.Ordinal) ? $"{SentenceFeature.IsQuestion}\t-4\t0\t1" : line)];

    public void Dispose() => _full?.Dispose();

    /// <summary>The features of all sentences retrieved for a question, and which of them answer it.</summary>
    public (float[][] Rows, bool[] IsGood) ReadGroup(SetQuestion question)
    {
        lock (_groups)
        {
            if (_groups.TryGetValue(question.Text, out var known))
            {
                return known;
            }
        }

        var group = ReadGroup(question, Unlearned);
        lock (_groups)
        {
            _groups[question.Text] = group;
        }

        return group;
    }

    private (float[][] Rows, bool[] IsGood) ReadGroup(SetQuestion question, SentenceRanker ranker)
    {
        var ranking = Full.Rank(question.Text, ranker);
        var candidates = IsByMeaning && (!ranking.IsByMeaning || ShortQuestion.Is(ranking.Question)) ? [] : ranking.ToLearnFrom();
        return ([.. candidates.Select(c => c.Features.Select(value => (float)value).ToArray())], [.. candidates.Select(c => AnswerData.Answers(question, c, Full))]);
    }

    /// <summary>Coverage of sentence and window with the passage's score: what learning has to beat.</summary>
    public static SentenceRanker Unlearned { get; } = Of(LinearModel<SentenceFeature>.Of(
        (SentenceFeature.Coverage, 1), (SentenceFeature.CoverageAround, 1), (SentenceFeature.PassageScore, 1)));

    private static SentenceRanker Of(LinearModel<SentenceFeature> model) => new(model, model);

    private IReadOnlyList<string> OtherQuestions(int each, Random random, bool isHeldOut) =>
        [.. (isHeldOut ? data.Others.Keys.Except(AnswerData.LearnedOthers) : AnswerData.LearnedOthers).SelectMany(folder => AnswerData.Sample(data.Others[folder], each, random))
            .SelectMany((question, i) => IsByMeaning && i % HiddenOneIn == 0 ? [question, Hide(question)] : new[] { question })];

    /// <summary>Small indexes of a half's paragraphs: what they answer, and what is asked about other articles.</summary>
    private void AddSubsets(Half half, SentenceRanker ranker, Random random, List<(float[]? Row, bool IsOwn)> rows, StatedRows stated, bool isHeldOut)
    {
        var paragraphs = Enumerable.Range(0, data.Dev.Paragraphs.Count).Where(i => half.Has(data.Dev.Paragraphs[i].Article)).ToList();
        var articles = paragraphs.Select(i => data.Dev.Paragraphs[i].Article).Distinct().ToList();
        var subsets = new List<IReadOnlyList<int>>();
        subsets.AddRange(Enumerable.Range(0, 4).Select(_ => AnswerData.Sample(paragraphs, 40, random)));
        for (var i = 0; i < 3; i++)
        {
            var five = AnswerData.Sample(articles, 5, random);
            subsets.Add([.. five.SelectMany(article => paragraphs.Where(p => data.Dev.Paragraphs[p].Article == article).Take(8))]);
        }

        subsets.Add([.. AnswerData.Sample(paragraphs, 200, random)]);
        subsets.AddRange(AnswerData.Sample(articles, 2, random).Select(article => paragraphs.Where(p => data.Dev.Paragraphs[p].Article == article).ToList()));
        subsets.Add(paragraphs);
        foreach (var subset in subsets)
        {
            using var pool = Open(data.Pool, subset);
            var chosen = subset.ToHashSet();
            var inside = subset.Select(p => data.Pool.Paragraphs[p].Article).ToHashSet(StringComparer.Ordinal);
            var own = AnswerData.Sample(data.Dev.Questions.Where(question => question.IsAnswerable && chosen.Contains(question.Paragraph)), 150, random);
            stated.Add(pool, WithHidden(own), ranker);
            var foreign = data.Pool.Questions.Where(question => !inside.Contains(question.Article)
                && (question.Paragraph >= data.Dev.Paragraphs.Count ? question.Paragraph % 2 == (isHeldOut ? 1 : 0) : half.Has(question.Article)));
            rows.AddRange(ReadAll(pool, WithHidden(own).Select(question => question.Text), true, ranker));
            rows.AddRange(ReadAll(pool, WithHidden(AnswerData.Sample(foreign, 150, random)).Select(question => question.Text).Concat(OtherQuestions(30, random, isHeldOut)), false, ranker));
        }
    }

    private void AddLanguages(Half half, SentenceRanker ranker, Random random, List<(float[]? Row, bool IsOwn)> rows, StatedRows stated)
    {
        // The built-in model understands English alone; in other languages words go on by themselves.
        foreach (var set in data.Xquad.Where(pair => !IsByMeaning || pair.Key == "en").Select(pair => pair.Value))
        {
            var articles = set.Paragraphs.Select(p => p.Article).Distinct().Where(article => half.MayLearnXquad(article)).ToList();
            foreach (var size in new[] { 12, 5, 5 })
            {
                var chosen = AnswerData.Sample(articles, size, random).ToHashSet(StringComparer.Ordinal);
                using var pool = Open(set, Enumerable.Range(0, set.Paragraphs.Count).Where(p => chosen.Contains(set.Paragraphs[p].Article)));
                var own = AnswerData.Sample(set.Questions.Where(question => chosen.Contains(question.Article)), 120, random);
                stated.Add(pool, WithHidden(own), ranker);
                var foreign = set.Questions.Where(question => !chosen.Contains(question.Article) && half.MayLearnXquad(question.Article));
                rows.AddRange(ReadAll(pool, WithHidden(own).Select(question => question.Text), true, ranker));
                rows.AddRange(ReadAll(pool, WithHidden(AnswerData.Sample(foreign, 120, random)).Select(question => question.Text), false, ranker));
            }
        }
    }

    private static List<(float[]? Row, bool IsOwn)> ReadAll(PassagePool pool, IEnumerable<string> questions, bool isOwn, SentenceRanker ranker) =>
        questions.ToList().AsParallel().AsOrdered().WithDegreeOfParallelism(2).Select(question => (Row: AnswerData.Read(pool, question, ranker), IsOwn: isOwn)).ToList();
}
