using System.Collections.Frozen;
using ForumQA.Text;

namespace ForumQA.Retrieval;

/// <summary>Tells by surface signs whether a word of a passage could be what a question asks for.</summary>
/// <remarks>Coarse on purpose: it ranks passages, not answers. Only for English question words; others expect nothing.</remarks>
internal sealed class ExpectedAnswer
{
    private static readonly FrozenSet<string> Sizes = Lexicon.Of("asked size");
    private static readonly FrozenSet<string> Times = Lexicon.Of("asked time");
    private static readonly FrozenSet<string> Amounts = Lexicon.Of("asked amount");
    private static readonly FrozenSet<string> Places = Lexicon.Of("asked place");
    private static readonly FrozenSet<string> TimeWords = Lexicon.In("en", "month", "offers a time");
    private static readonly FrozenSet<string> NumberWords = Lexicon.In("en", "numeral", "offers a number");
    private static readonly FrozenSet<string> PlaceWords = Lexicon.Of("before a place");

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
}
