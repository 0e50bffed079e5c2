using System.Diagnostics;
using ForumQA.Answering;
using ForumQA.Answering.Reading;
using ForumQA.Benchmarks.Answers;
using ForumQA.Models.Reading;
using ForumQA.Retrieval;

namespace ForumQA.Benchmarks.Reading;

/// <summary>Whether a question is answered, and if not, how that came about.</summary>
internal enum QuestionFate
{
    /// <summary>A paragraph answers it.</summary>
    Answered,

    /// <summary>People wrote it to look as if its paragraph did.</summary>
    NearMiss,

    /// <summary>The paragraph that answers it is taken away.</summary>
    Removed,

    /// <summary>It is about something else.</summary>
    OtherSubject,
}

/// <summary>A question with what the product and the reader found.</summary>
/// <param name="Article">Its article.</param>
/// <param name="Fate">Whether it is answered.</param>
/// <param name="Estimate">The product's.</param>
/// <param name="Sentences">Best first by the product.</param>
/// <param name="IsRight">Which of them answer.</param>
internal sealed record ReadQuestion(string Article, QuestionFate Fate, Answerability Estimate, IReadOnlyList<ReadCandidate> Sentences, IReadOnlyList<bool> IsRight);

/// <summary>Asks questions and has the first passages read.</summary>
/// <param name="pool">The index.</param>
/// <param name="ranker">Ranks sentences.</param>
/// <param name="estimate">Estimates.</param>
/// <param name="reader">Reads.</param>
/// <param name="passages">How many passages are read.</param>
internal sealed class ReadQuestions(PassagePool pool, SentenceRanker ranker, Func<SentenceRanking, Answerability> estimate, IPassageReader reader, int passages)
{
    /// <summary>Sentences after these hardly ever become the best.</summary>
    private const int MostSentences = 60;

    /// <summary>Passages that were read.</summary>
    public int Passages { get; private set; }

    /// <summary>What reading them took.</summary>
    public TimeSpan Spent { get; private set; }

    public ReadQuestion? Read(SetQuestion question, QuestionFate fate)
    {
        var ranking = fate == QuestionFate.Removed ? AnswerData.RankWithoutAnswer(pool, question, ranker) : pool.Rank(question.Text, ranker);
        if (ranking is not { Sentences.Count: > 0 })
        {
            return null;
        }

        var before = Stopwatch.GetTimestamp();
        var read = AnswerReader.Read(reader, ranking, question.Text, passages, CancellationToken.None);
        (Passages, Spent) = (Passages + Math.Min(passages, ranking.Passages.Count), Spent + Stopwatch.GetElapsedTime(before));
        return new ReadQuestion(
            question.Article, fate, estimate(ranking), [.. read.Take(MostSentences)],
            [.. ranking.Sentences.Take(MostSentences).Select(sentence => fate == QuestionFate.Answered && AnswerData.Answers(question, sentence, pool))]);
    }
}
