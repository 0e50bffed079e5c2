using ForumQA.Text;

namespace ForumQA.Answering.Conversation;

/// <summary>What a message says of the answer's length or form besides what it asks: "Max. 4 sentences.", "in short", "as bullet points, please". It is looked for in no document.</summary>
/// <param name="Question">The message without it; empty when there is nothing else.</param>
/// <param name="MostSentences">So many sentences; null when no number is given.</param>
/// <param name="Length">How much is to be said.</param>
internal sealed record LengthWish(string Question, int? MostSentences, AnswerLength Length)
{
    private const int WordsOfSentence = 20;

    /// <summary>A wish has no more words than these.</summary>
    private const int MostWords = 40;

    /// <summary>The wish at the end or the beginning of a message; null when there is none.</summary>
    public static LengthWish? Read(string message)
    {
        ArgumentNullException.ThrowIfNull(message);
        var words = MessageWord.Read(message);
        for (var start = Math.Max(0, words.Count - MostWords); start < words.Count; start++)
        {
            var isApart = start == 0 || IsPause(message, words[start - 1], words[start]);
            var tail = words.Skip(start).ToList();
            if ((isApart || (FollowUpWords.WishOpenings.Contains(words[start].Text) && IsMeasured(tail))) && IsWish(tail))
            {
                return Of(message[..(start == 0 ? 0 : words[start - 1].End)] + (start > 0 && message[..words[start].Start].Contains('?', StringComparison.Ordinal) ? "?" : ""), tail);
            }
        }

        for (var end = 1; end < Math.Min(words.Count, MostWords); end++)
        {
            if (IsPause(message, words[end - 1], words[end]) && words.Take(end).ToList() is var head && IsWish(head))
            {
                return Of(message[words[end].Start..], head);
            }
        }

        return null;
    }

    private static LengthWish Of(string question, List<MessageWord> wish)
    {
        var number = wish.Select(NumberOf).LastOrDefault(value => value is not null);
        var sentences = number is not { } count ? null : wish.Exists(word => word.Text == "words") ? (int?)Math.Max(1, count / WordsOfSentence) : count;
        var length = sentences == 1 ? AnswerLength.OneSentence
            : sentences is not null ? AnswerLength.Normal
            : wish.Exists(word => FollowUpWords.ShortWishes.Contains(word.Text)) ? AnswerLength.Shorter
            : wish.Exists(word => FollowUpWords.LongWishes.Contains(word.Text)) ? AnswerLength.Longer
            : AnswerLength.Normal;
        return new LengthWish(question, sentences, length);
    }

    /// <summary>Whether words say nothing but how long, or in what form.</summary>
    private static bool IsWish(List<MessageWord> words) =>
        (IsMeasured(words) || words.Exists(word => FollowUpWords.ShortWishes.Contains(word.Text) || FollowUpWords.LongWishes.Contains(word.Text)))
        && words.TrueForAll(word => NumberOf(word) is not null || FollowUpWords.Measures.Contains(word.Text) || FollowUpWords.WishWords.Contains(word.Text)
            || FollowUpWords.WishOpenings.Contains(word.Text) || FollowUpWords.ShortWishes.Contains(word.Text) || FollowUpWords.LongWishes.Contains(word.Text));

    /// <summary>Whether there is a number of sentences or the like; of bullets none is needed.</summary>
    private static bool IsMeasured(List<MessageWord> words) =>
        words.Exists(word => word.Text.StartsWith("bullet", StringComparison.Ordinal))
        || words.Zip(words.Skip(1)).Any(pair => (NumberOf(pair.First) is not null || FollowUpWords.ShortWishes.Contains(pair.First.Text)) && FollowUpWords.Measures.Contains(pair.Second.Text));

    private static int? NumberOf(MessageWord word) => CardinalNumber.Of(word.Text) is > 0 and < 1000 and var number ? number : null;

    private static bool IsPause(string text, MessageWord first, MessageWord second) => text.AsSpan(first.End, second.Start - first.End).ContainsAny(Courtesies.Pauses);
}
