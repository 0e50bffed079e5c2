using ForumQA.Text;

namespace ForumQA.Reader.Examples;

/// <summary>Makes small tables out of what is asked about a paragraph: a row has a question's words of substance and its answer. Notes and price lists look so.</summary>
internal static class Tables
{
    private const int FewestRows = 3;
    private const int LongestAnswer = 60;

    /// <summary>Tables of some of the paragraphs.</summary>
    /// <param name="paragraphs">Whose answered questions are taken.</param>
    /// <param name="oneIn">Every so many paragraphs give one.</param>
    public static IReadOnlyList<ReadParagraph> Of(IReadOnlyList<ReadParagraph> paragraphs, int oneIn) =>
        [.. paragraphs.Where((_, i) => i % oneIn == 0).Select((paragraph, i) => Of(paragraph, i)).OfType<ReadParagraph>()];

    private static ReadParagraph? Of(ReadParagraph paragraph, int number)
    {
        var rows = new List<string>();
        var questions = new List<ReadQuestion>();
        foreach (var question in paragraph.Questions.Where(question => question is { IsAnswerable: true, Span: not null }))
        {
            var answer = paragraph.Sentences[question.Places[0]][question.Span!.Value.Start..question.Span.Value.End];
            var key = string.Join(' ', question.Text.Split([' ', '?', ',', '"'], StringSplitOptions.RemoveEmptyEntries).Where(word => !StopWordList.Contains(word.ToLowerInvariant())));
            if (answer.Length > LongestAnswer || key.Length == 0)
            {
                continue;
            }

            var (open, apart, close) = (number % 3) switch { 0 => ("| ", " | ", " |"), 1 => ("- ", ": ", ""), _ => ("", ": ", "") };
            var start = open.Length + key.Length + apart.Length;
            questions.Add(question with { Places = [rows.Count], Span = (start, start + answer.Length) });
            rows.Add(open + key + apart + answer + close);
        }

        return rows.Count < FewestRows ? null : new ReadParagraph(paragraph.Article, rows, questions);
    }
}
