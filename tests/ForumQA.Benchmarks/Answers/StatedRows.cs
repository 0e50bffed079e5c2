using ForumQA.Retrieval;

namespace ForumQA.Benchmarks.Answers;

/// <summary>
/// What the second probability is learned from: questions that are answered, near misses written by people (SQuAD 2.0), and answered
/// questions whose paragraph is taken away, which is what asking a real corpus for a fact it lacks looks like.
/// </summary>
internal sealed class StatedRows
{
    private readonly List<float[]> _answered = [];
    private readonly List<float[]> _nearMisses = [];
    private readonly List<float[]> _withoutAnswer = [];

    public void AddNearMisses(IEnumerable<float[]> rows) => _nearMisses.AddRange(rows);

    /// <summary>Adds answerable questions twice: with their paragraph and without it.</summary>
    public void Add(PassagePool pool, IEnumerable<SetQuestion> questions, SentenceRanker ranker)
    {
        foreach (var question in questions)
        {
            AddTo(_answered, pool, pool.Rank(question.Text, ranker));
            AddTo(_withoutAnswer, pool, AnswerData.RankWithoutAnswer(pool, question, ranker));
        }
    }

    /// <summary>Answered weigh as much as unanswered, and the two kinds of unanswered as much as each other.</summary>
    public IReadOnlyList<(float[] Row, bool IsPositive, double Weight)> Weigh() =>
    [
        .. _answered.Select(row => (row, true, 1.0)),
        .. _nearMisses.Select(row => (row, false, _answered.Count / 2.0 / _nearMisses.Count)),
        .. _withoutAnswer.Select(row => (row, false, _answered.Count / 2.0 / _withoutAnswer.Count)),
    ];

    private static void AddTo(List<float[]> rows, PassagePool pool, SentenceRanking? ranking)
    {
        if (ranking is not null && AnswerData.Read(pool, ranking) is { } row)
        {
            rows.Add(row);
        }
    }
}
