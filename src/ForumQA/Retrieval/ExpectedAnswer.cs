using ForumQA.Text;

namespace ForumQA.Retrieval;

/// <summary>Tells by surface signs whether a word of a passage could be what a question asks for.</summary>
/// <remarks>Coarse on purpose: it ranks passages, not answers. Only for English question words; others expect nothing.</remarks>
internal sealed class ExpectedAnswer
{
    private static readonly HashSet<string> Sizes = Set("many much long old far large tall big high often wide deep fast");
    private static readonly HashSet<string> Times = Set("year date century decade month day time");
    private static readonly HashSet<string> Amounts = Set("percentage percent number amount population proportion");
    private static readonly HashSet<string> Places = Set("city country state region place river continent nation");
    private static readonly HashSet<string> TimeWords = Set("january february march april may june july august september october november december century");
    private static readonly HashSet<string> NumberWords = Set("one two three four five six seven eight nine ten eleven twelve twenty thirty forty fifty hundred thousand million billion dozen half third quarter percent");
    private static readonly HashSet<string> PlaceWords = Set("in at of from near to the");

    private readonly Kind _kind;

    private ExpectedAnswer(Kind kind) => _kind = kind;

    private enum Kind
    {
        Anything,
        Person,
        Place,
        Time,
        Number,
    }

    public static ExpectedAnswer Of(IReadOnlyList<Token> question)
    {
        for (var i = 0; i < question.Count; i++)
        {
            var next = i + 1 < question.Count ? question[i + 1].Word.Folded : "";
            var kind = question[i].Word.Folded switch
            {
                "who" or "whom" or "whose" => Kind.Person,
                "where" => Kind.Place,
                "when" => Kind.Time,
                "how" when Sizes.Contains(next) => Kind.Number,
                "what" or "which" when Times.Contains(next) => Kind.Time,
                "what" or "which" when Amounts.Contains(next) => Kind.Number,
                "what" or "which" when Places.Contains(next) => Kind.Place,
                _ => Kind.Anything,
            };
            if (kind != Kind.Anything)
            {
                return new ExpectedAnswer(kind);
            }
        }

        return new ExpectedAnswer(Kind.Anything);
    }

    /// <param name="token">A word of a passage that is not one of the question.</param>
    /// <param name="previous">The word before it in the same sentence; null when it opens one.</param>
    public bool IsOfferedBy(Token token, Token? previous) => _kind switch
    {
        Kind.Number => char.IsDigit(token.Word.Folded[0]) || NumberWords.Contains(token.Word.Folded),
        Kind.Time => (token.Length == 4 && char.IsDigit(token.Word.Folded[0]) && char.IsDigit(token.Word.Folded[^1])) || TimeWords.Contains(token.Word.Folded),
        Kind.Person => token.IsCapitalized && previous is not null && !token.Word.IsStopWord,
        Kind.Place => token.IsCapitalized && previous is { } before && PlaceWords.Contains(before.Word.Folded),
        _ => false,
    };

    private static HashSet<string> Set(string words) => words.Split(' ').ToHashSet(StringComparer.Ordinal);
}
