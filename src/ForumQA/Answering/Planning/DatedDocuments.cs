using System.Collections.Frozen;
using System.Globalization;
using System.Text.RegularExpressions;
using ForumQA.Storage;
using ForumQA.Text;

namespace ForumQA.Answering.Planning;

/// <summary>Finds documents by the date of their front matter or their file's name: "the meeting of 16 April", "the December 2020 meeting".</summary>
internal static partial class DatedDocuments
{
    private const string DateName = "date";

    private static readonly FrozenSet<string> BeforeMonth = Lexicon.Of("before a month");

    /// <summary>Where a question names a month; -1 where it names none. "May" and "march" are verbs as well: they are months beside a day or a year, and behind a word such as "in".</summary>
    /// <param name="question">The question's folded words.</param>
    public static int MonthAt(string[] question) => Enumerable.Range(0, question.Length).FirstOrDefault(at => MonthName.Is(question[at]) && !IsVerb(question, at), -1);

    /// <summary>The documents of the date that a question names beside a word for a document or an event, and the words of the date; none when it names no day or month.</summary>
    /// <param name="documents">All there are.</param>
    /// <param name="question">The question's folded words.</param>
    /// <param name="isSummary">Whether the month alone will do: "sum up what was decided in May".</param>
    public static (IReadOnlyList<string> Ids, IReadOnlyList<string> Words) Find(IReadOnlyList<IndexedDocument> documents, string[] question, bool isSummary)
    {
        var month = MonthAt(question);
        var noun = question.Where(word => FormPhrases.Default.Has("documents", word) || FormPhrases.Default.Has("events", word)).ToList();
        if (month < 0)
        {
            return ([], []);
        }

        var near = Near(question, month);
        var (day, year) = (DayIn(near), YearIn(question));
        if (noun.Count == 0 && day == 0 && !isSummary)
        {
            return ([], []);
        }

        var dated = documents.Where(document => DateOf(document) is { } date
            && date.Month == MonthName.NumberOf(question[month]) && (day == 0 || date.Day == day) && (year == 0 || date.Year == year)).ToList();

        // Of what bears the date, "the June meeting" is the minutes and not the newsletter.
        var ofKind = dated.FindAll(document => noun.Exists(word => IsOfKind(document, word)));
        var ids = (ofKind.Count > 0 ? ofKind : dated).ConvertAll(document => document.Id);
        return ids.Count == 0 ? ([], [])
            : (ids, [.. noun, question[month], .. near.Where(word => NumberOf(word) > 0), .. question.Where(word => NumberOf(word) == year && year > 0)]);
    }

    /// <summary>Whether a document is called what a question calls it; what was said at a meeting stands in its minutes.</summary>
    private static bool IsOfKind(IndexedDocument document, string noun)
    {
        var name = Tokenizer.Tokenize($"{document.Title} {Path.GetFileNameWithoutExtension(document.Id)}");
        return name.Exists(word => word.Word.Stem == Tokenizer.WordOf(noun).Stem || (FormPhrases.Default.Has("minuted", noun) && FormPhrases.Default.Has("minutes", word.Word.Folded)));
    }

    private static bool IsVerb(string[] question, int at) => question[at] is "may" or "march" && DayIn(Near(question, at)) == 0 && YearIn(question) == 0
        && !(at > 0 && BeforeMonth.Contains(question[at - 1]));

    private static string[] Near(string[] question, int month) => question[Math.Max(0, month - 2)..Math.Min(question.Length, month + 4)];

    private static int DayIn(string[] words) => words.Select(NumberOf).FirstOrDefault(number => number is > 0 and <= 31);

    private static int YearIn(string[] words) => words.Select(NumberOf).FirstOrDefault(number => number is > 1500 and < 2200);

    /// <summary>The date of the front matter, else that in the file's name: "incident-2026-03-22.md".</summary>
    private static DateOnly? DateOf(IndexedDocument document) =>
        (document.Metadata.TryGetValue(DateName, out var text) || (text = DateIn(document.Id)).Length > 0)
        && DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;

    /// <summary>The date in the name of a file, as yyyy-MM-dd; empty when there is none.</summary>
    /// <param name="name">The name.</param>
    public static string DateIn(string name) => DateInName().Match(name).Value;

    [GeneratedRegex(@"(?<!\d)\d{4}-\d{2}-\d{2}(?!\d)", RegexOptions.CultureInvariant)]
    private static partial Regex DateInName();

    /// <summary>16 of "16" and "16th"; 0 of other words.</summary>
    private static int NumberOf(string folded) =>
        int.TryParse(OrdinalNumber.Of(folded) ?? folded, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
}
