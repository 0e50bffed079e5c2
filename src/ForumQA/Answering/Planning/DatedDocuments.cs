using System.Globalization;
using System.Text.RegularExpressions;
using ForumQA.Storage;
using ForumQA.Text;

namespace ForumQA.Answering.Planning;

/// <summary>Finds documents by the date of their front matter or their file's name: "the meeting of 16 April", "the December 2020 meeting".</summary>
internal static partial class DatedDocuments
{
    private const string DateName = "date";

    /// <summary>The documents of the date that a question names beside a word for a document or an event, and the words of the date; none when it names no day or month.</summary>
    /// <param name="documents">All there are.</param>
    /// <param name="question">The question's folded words.</param>
    public static (IReadOnlyList<string> Ids, IReadOnlyList<string> Words) Find(IReadOnlyList<IndexedDocument> documents, string[] question)
    {
        var month = Array.FindIndex(question, MonthName.Is);
        var noun = question.Where(word => FormPhrases.Default.Has("documents", word) || FormPhrases.Default.Has("events", word)).ToList();
        if (month < 0)
        {
            return ([], []);
        }

        var near = question[Math.Max(0, month - 2)..Math.Min(question.Length, month + 4)];
        var day = near.Select(NumberOf).FirstOrDefault(number => number is > 0 and <= 31);
        var year = question.Select(NumberOf).FirstOrDefault(number => number is > 1500 and < 2200);
        if ((noun.Count == 0 && day == 0) || (question[month] is "may" or "march" && day == 0 && year == 0))
        {
            return ([], []);
        }

        var ids = documents.Where(document => DateOf(document) is { } date
                && date.Month == MonthName.NumberOf(question[month]) && (day == 0 || date.Day == day) && (year == 0 || date.Year == year))
            .Select(document => document.Id).ToList();
        return ids.Count == 0 ? ([], [])
            : (ids, [.. noun, question[month], .. near.Where(word => NumberOf(word) > 0), .. question.Where(word => NumberOf(word) == year && year > 0)]);
    }

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
