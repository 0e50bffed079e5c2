using ForumQA.Answering;
using ForumQA.Answering.Meaning;
using ForumQA.Benchmarks.Answers;
using ForumQA.Retrieval;
using Half = ForumQA.Benchmarks.Answers.Half;

namespace ForumQA.Benchmarks.Meaning;

/// <summary>A question read a second time.</summary>
/// <param name="Kind">What is known of it.</param>
/// <param name="IsMasked">Whether some of its words were hidden.</param>
/// <param name="Words">What words say.</param>
/// <param name="Ranking">The sentences as words rank them.</param>
/// <param name="Compared">Those that were compared.</param>
/// <param name="Cosines">With the question.</param>
/// <param name="Right">Which of them answer it.</param>
internal sealed record ReadQuestion(
    QuestionKind Kind, bool IsMasked, Answerability Words, SentenceRanking Ranking, ComparedSentences Compared, double[] Cosines, bool[] Right);

internal enum QuestionKind
{
    Answered,
    NearMiss,
    AnswerRemoved,
    OtherSubject,
}

/// <summary>Reads questions of squad2-half and of other subjects a second time, over an index with the built-in model's vectors.</summary>
internal sealed class MeaningRows(AnswerData data, PassagePool pool, KeptEmbeddings embedder, SentenceRanker ranker, AnswerabilityEstimator words)
{
    /// <summary>Questions of each kind at most: more change the weights by less than their error.</summary>
    private const int Most = 400;

    private readonly EmbeddedSentences _sentences = new(embedder);

    /// <summary>The questions of one half.</summary>
    /// <param name="half">Whose articles.</param>
    public IReadOnlyList<ReadQuestion> ReadOwn(Half half)
    {
        var random = new Random(17);
        var own = data.Dev.Questions.Where(question => half.Has(question.Article)).ToList();
        var answered = AnswerData.Sample(own.Where(question => question.IsAnswerable), Most, random);
        var nearMisses = AnswerData.Sample(own.Where(question => !question.IsAnswerable), Most, random);
        return ReadAll(
        [
            .. answered.Select(question => new Asked(question, question.Text, false, QuestionKind.Answered)),
            .. answered.Select(question => new Asked(question, Mask(question.Text, random), true, QuestionKind.Answered)),
            .. answered.Select(question => new Asked(question, question.Text, false, QuestionKind.AnswerRemoved)),
            .. answered.Take(Most / 2).Select(question => new Asked(question, Mask(question.Text, random), true, QuestionKind.AnswerRemoved)),
            .. nearMisses.Select(question => new Asked(question, question.Text, false, QuestionKind.NearMiss)),
        ]);
    }

    /// <summary>Questions about other subjects.</summary>
    public IReadOnlyList<ReadQuestion> ReadOthers(IEnumerable<string> others)
    {
        var random = new Random(19);
        var asked = AnswerData.Sample(others, Most, random);
        return ReadAll(
        [
            .. asked.Select(question => new Asked(null, question, false, QuestionKind.OtherSubject)),
            .. asked.Select(question => new Asked(null, Mask(question, random), true, QuestionKind.OtherSubject)),
        ]);
    }

    private string Mask(string question, Random random)
    {
        var masked = MaskedQuestion.Of(question, random);
        embedder.Mean(masked, question);
        return masked;
    }

    private IReadOnlyList<ReadQuestion> ReadAll(List<Asked> asked) =>
        [.. asked.AsParallel().AsOrdered().WithDegreeOfParallelism(2).Select(one => Read(one.Set, one.Text, one.IsMasked, one.Kind)).OfType<ReadQuestion>()];

    private ReadQuestion? Read(SetQuestion? set, string text, bool isMasked, QuestionKind kind)
    {
        var ranking = kind == QuestionKind.AnswerRemoved ? AnswerData.RankWithoutAnswer(pool, set! with { Text = text }, ranker) : pool.Rank(text, ranker);
        if (ranking is not { Sentences.Count: > 0 } || ranking.Question.Terms.Count == 0)
        {
            return null;
        }

        var compared = ComparedSentences.Of(ranking);
        var cosines = _sentences.CompareAsync(pool.VectorOf(text), compared.Sentences, CancellationToken.None).GetAwaiter().GetResult();
        var right = compared.Sentences.Select(sentence => kind == QuestionKind.Answered && AnswerData.Answers(set!, sentence, pool)).ToArray();
        return new ReadQuestion(kind, isMasked, words.Estimate(ranking), ranking, compared, cosines, right);
    }

    private sealed record Asked(SetQuestion? Set, string Text, bool IsMasked, QuestionKind Kind);
}
