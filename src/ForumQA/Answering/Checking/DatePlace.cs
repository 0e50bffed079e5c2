using System.Collections.Frozen;
using ForumQA.Answering.Verification;
using ForumQA.Text;

namespace ForumQA.Answering.Checking;

/// <summary>Tells which numbers of a sentence are days and years, and which words are months.</summary>
internal static class DatePlace
{
    private const int LastDay = 31;

    /// <summary>"October 25, 26 and 27": so many words may stand between a day and its month.</summary>
    private const int FurthestMonth = 4;

    private static readonly FrozenSet<string> Joints = Lexicon.Of("joins days", "conjunction", "disjunction");

    /// <summary>The words that name months; "May" that opens a sentence is none.</summary>
    public static IEnumerable<Token> Months(Statement statement)
    {
        ArgumentNullException.ThrowIfNull(statement);
        return statement.Words.Where((word, i) => i > 0 && IsMonth(word));
    }

    /// <summary>Whether a number is a year.</summary>
    public static bool IsYear(Quantity quantity)
    {
        ArgumentNullException.ThrowIfNull(quantity);
        return quantity is { Unit: null, Values: [>= CalendarYear.First and <= CalendarYear.Last and var year] } && year == (int)year && quantity.End - quantity.Start == 4;
    }

    /// <summary>Whether a number is a day of a month that stands beside it: "4 May", "May 4", "October 25 and 26".</summary>
    public static bool IsDay(Quantity quantity, Statement statement)
    {
        ArgumentNullException.ThrowIfNull(quantity);
        ArgumentNullException.ThrowIfNull(statement);
        var at = statement.Words.FindIndex(word => word.Start == quantity.Start);
        return quantity is { Unit: null, Values: [<= LastDay, ..] } && at >= 0 && (HasMonth(statement.Words, at, -1) || HasMonth(statement.Words, at, 1));
    }

    private static bool HasMonth(List<Token> words, int at, int step)
    {
        for (var i = at + step; i >= 0 && i < words.Count && Math.Abs(i - at) <= FurthestMonth; i += step)
        {
            if (IsMonth(words[i]))
            {
                return true;
            }

            if (!words[i].Word.HasDigit && !Joints.Contains(words[i].Word.Folded))
            {
                return false;
            }
        }

        return false;
    }

    private static bool IsMonth(Token word) => word.IsCapitalized && word.Length >= 3 && MonthName.NumberOfAbbreviated(word.Word.Folded) > 0;
}
