using ForumQA.Answering.Verification;
using ForumQA.Retrieval;
using ForumQA.Text;

namespace ForumQA.Answering.Planning;

/// <summary>What a sentence says to a statement.</summary>
internal enum Verdict
{
    /// <summary>Nothing that is certain.</summary>
    Open,

    /// <summary>The same.</summary>
    Confirmed,

    /// <summary>The same with another number or date in one place, or the same denied.</summary>
    Denied,

    /// <summary>The same with another name in one place, which need not be the only one.</summary>
    Otherwise,
}

/// <summary>The statement that a yes-or-no question asks about: "Was the bridge built in 1932?" asks about "the bridge built in 1932".</summary>
/// <remarks>
/// Certain is only what one sentence says in the same words, in the same order and close together, without a "may" or a "not" that the question
/// does not have. It is denied where all of that holds but for one number or date, in whose place another one stands.
/// </remarks>
internal sealed class Assertion
{
    private const int FewestWords = 2;

    /// <summary>The words of a statement stand within so many times as many of the sentence, and some more.</summary>
    private const int SpanFactor = 4;

    private const int SpanMargin = 6;

    private readonly Statement _claim;
    private readonly Func<Word, bool> _isScope;

    private Assertion(Statement claim, Func<Word, bool> isScope) => (_claim, _isScope) = (claim, isScope);

    /// <summary>Reads a question; null when it asks for no statement that a single sentence could decide.</summary>
    /// <param name="question">The question.</param>
    /// <param name="isScope">Whether a word only names whom or what it is about.</param>
    public static Assertion? Of(string question, Func<Word, bool> isScope)
    {
        ArgumentNullException.ThrowIfNull(question);
        var words = Tokenizer.Tokenize(question);
        var opening = 0;
        while (DecisionWords.OpeningOf("truth", words[opening..]) is > 0 and var length)
        {
            opening += length;
        }

        words = words[opening..];
        words = words[..^DecisionWords.EndingOf("endings", words)];
        var isAsked = words.Count > 0 && QuestionWords.Default.Asking.GetValueOrDefault(words[0].Word.Folded) == AnswerKind.YesNo;
        words = isAsked ? words[1..] : words;
        if (words.Count == 0 || (!isAsked && opening == 0) || words.Exists(word => DecisionWords.Has("undecidable", word.Word.Folded) || Question.Negates(word)))
        {
            return null;
        }

        var claim = Statement.Of(question[words[0].Start..words[^1].End], startsSentence: false);

        // "Was she at the meeting?" names two and says nothing of them that words could show.
        var says = claim.Content.Any(word => !isScope(word.Word));
        return claim.Content.Length + claim.Quantities.Count >= FewestWords && says ? new Assertion(claim, isScope) : null;
    }

    /// <summary>What a sentence says to it.</summary>
    public Verdict Judge(string sentence)
    {
        var source = Statement.Of(sentence);
        var months = Months(source).Select(Statement.StemOf).ToHashSet(StringComparer.Ordinal);
        var missing = _claim.Content.Where(word => !source.Stems.Contains(Statement.StemOf(word)))
            .Concat(Months(_claim).Where(month => !months.Contains(Statement.StemOf(month)))).Distinct().ToList();
        var numbers = _claim.Quantities.Where(quantity => !source.Quantities.Any(quantity.IsStatedBy)).ToList();
        if (missing.Count + numbers.Count > 1 || !InOrder(source, missing) || Hedges(source))
        {
            return Verdict.Open;
        }

        var isNegated = source.NegatedStems.Any(stems => _claim.Content.Any(word => stems.Contains(Statement.StemOf(word))));
        return (missing.Count, numbers.Count) switch
        {
            (0, 0) => isNegated ? Verdict.Denied : Verdict.Confirmed,
            _ when isNegated => Verdict.Open,
            (0, 1) => HasOther(numbers[0], source) ? Verdict.Denied : Verdict.Open,
            _ => HasOther(missing[0], source) ? Months(_claim).Contains(missing[0]) ? Verdict.Denied : Verdict.Otherwise : Verdict.Open,
        };
    }

    /// <summary>Whether what is there stands in the order of the question, close together.</summary>
    private bool InOrder(Statement source, List<Token> missing)
    {
        var asked = _claim.Content.Where(word => !missing.Contains(word)).OrderBy(word => word.Start).ToList();
        var (first, last) = (-1, -1);
        foreach (var word in asked)
        {
            var at = source.Words.FindIndex(last + 1, other => Statement.StemOf(other) == Statement.StemOf(word));
            if (at < 0)
            {
                return false;
            }

            (first, last) = (first < 0 ? at : first, at);
        }

        return asked.Exists(word => !_isScope(word.Word)) && last - first <= (SpanFactor * asked.Count) + SpanMargin;
    }

    private bool Hedges(Statement source) => source.Words.Exists(word => DecisionWords.Has("hedges", word.Word.Folded) && !_claim.Folded.Contains(word.Word.Folded) && !Months(source).Contains(word));

    /// <summary>Another number in the same place: of the same thing and, where it has one, in the same unit.</summary>
    private bool HasOther(Quantity asked, Statement source)
    {
        var word = _claim.Text[asked.Start..asked.End];
        if (asked.IsVague || OrdinalNumber.Of(WordFolding.Fold(word)) is not null || IsBounded(asked, _claim))
        {
            return false;
        }

        var counted = Counted(asked, _claim);
        var others = source.Quantities.Where(other => !other.IsVague && OrdinalNumber.Of(WordFolding.Fold(source.Text.AsSpan()[other.Start..other.End].ToString())) is null
            && (asked.Unit is not null ? other.Unit == asked.Unit : other.Unit is null && IsYear(asked) == IsYear(other) && (IsYear(asked) || (counted is not null && Counted(other, source) == counted)))).ToList();
        return others.Count == 1 && !IsBounded(others[0], source);
    }

    /// <summary>Another month, or another name behind the same small word.</summary>
    private bool HasOther(Token asked, Statement source)
    {
        if (Months(_claim).Contains(asked))
        {
            return Months(source).Count == 1;
        }

        var at = _claim.Words.FindIndex(word => word.Start == asked.Start);
        var before = _claim.Words.Take(at).Reverse().FirstOrDefault(word => !FillsNothing(word));

        // Only a name at the end of the statement has a place that no other word shares.
        if (at != _claim.Words.Count - 1 || before.Word is null || !DecisionWords.Has("slots", before.Word.Folded))
        {
            return false;
        }

        var last = _claim.Content.Where(word => word.Start < asked.Start).MaxBy(word => word.Start);
        var from = last.Word is null ? -1 : source.Words.FindLastIndex(word => Statement.StemOf(word) == Statement.StemOf(last));
        var slot = from < 0 ? -1 : source.Words.FindIndex(from + 1, word => word.Word.Folded == before.Word.Folded);
        return slot > 0 && source.Words.Skip(slot + 1).SkipWhile(FillsNothing).FirstOrDefault() is { Word: not null } other && source.Names.Any(name => name.Start == other.Start);
    }

    private static bool FillsNothing(Token word) => word.Word.Folded is "the" or "a" or "an";

    /// <summary>The months that a statement names; "may" is one behind "in" and the like.</summary>
    private static List<Token> Months(Statement statement) => [.. statement.Words.Where((word, i) => MonthName.Is(word.Word.Folded)
        && (!word.Word.IsStopWord || word.IsCapitalized || (i > 0 && DecisionWords.Has("slots", statement.Words[i - 1].Word.Folded))))];

    private static bool IsYear(Quantity quantity) => quantity is { Unit: null, Values: [>= CalendarYear.First and <= CalendarYear.Last and var value, ..] } && value == Math.Floor(value);

    private static bool IsBounded(Quantity quantity, Statement statement) => quantity.IsRounded
        || statement.Words.Where(word => word.End <= quantity.Start).TakeLast(2).Any(word => DecisionWords.Has("bounds", word.Word.Folded));

    /// <summary>What a number counts: the word behind it that says something.</summary>
    private static string? Counted(Quantity quantity, Statement statement) => statement.Words.Where(word => word.Start >= quantity.End).Take(3)
        .Where(word => !word.Word.IsStopWord).Select(Statement.StemOf).FirstOrDefault();
}
