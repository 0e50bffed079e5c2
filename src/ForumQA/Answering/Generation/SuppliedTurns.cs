using ForumQA.Text;

namespace ForumQA.Answering.Generation;

/// <summary>Chooses the turns of a conversation a model is given: the newest that fit, in their order.</summary>
internal static class SuppliedTurns
{
    // What was answered matters for what "he" and "there" mean, not in its detail.
    private const int AnswerSentences = 2;

    private const int AnswerTokens = 120;

    // The marks "Question:" and "Answer:" and their line breaks.
    private const int TokensPerTurn = 8;

    /// <summary>The turns, oldest first, their answers shortened to their first sentences.</summary>
    /// <param name="turns">Oldest first.</param>
    /// <param name="most">How many at most.</param>
    /// <param name="tokens">What they may take together.</param>
    public static IReadOnlyList<ConversationTurn> Choose(IReadOnlyList<ConversationTurn> turns, int most, int tokens)
    {
        var chosen = new List<ConversationTurn>();
        for (var i = turns.Count - 1; i >= 0 && chosen.Count < most; i--)
        {
            var turn = turns[i] with { Answer = turns[i].Answer is { } answer ? Shorten(answer) : null };
            tokens -= Cost(turn);
            if (tokens < 0)
            {
                break;
            }

            chosen.Insert(0, turn);
        }

        return chosen;
    }

    /// <summary>Tokens that a turn takes.</summary>
    public static int Cost(ConversationTurn turn) =>
        TokenEstimator.Estimate(turn.Question) + TokenEstimator.Estimate(turn.Answer ?? string.Empty) + TokensPerTurn;

    /// <summary>Its first sentences; the first always, however long.</summary>
    private static string Shorten(string answer)
    {
        var end = 0;
        foreach (var sentence in SentenceSplitter.Split(answer).Take(AnswerSentences))
        {
            if (end > 0 && TokenEstimator.Estimate(answer.AsSpan(0, sentence.End)) > AnswerTokens)
            {
                break;
            }

            end = sentence.End;
        }

        return answer[..end].TrimStart();
    }
}
