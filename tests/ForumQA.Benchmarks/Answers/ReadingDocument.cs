using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace ForumQA.Benchmarks.Answers;

/// <summary>A document of <c>Reading/</c>, as its README describes them.</summary>
/// <param name="Text">The document as Markdown.</param>
/// <param name="Lines">Its lines without marks of lists, in their order: each stands in the text.</param>
/// <param name="Questions">What is asked of it.</param>
internal sealed partial record ReadingDocument(string Text, IReadOnlyList<string> Lines, IReadOnlyList<ReadingQuestion> Questions)
{
    private const string Begin = "== ";
    private const string Item = "- ";
    private const string Cell = " | ";

    /// <summary>Reads the documents of a file.</summary>
    /// <exception cref="InvalidDataException">A line is not what the README says; the message has its number.</exception>
    public static IEnumerable<ReadingDocument> ReadAll(string path)
    {
        List<(string Text, int Number)>? own = null;
        foreach (var (i, text) in File.ReadLines(path).Index())
        {
            if (text.StartsWith(Begin, StringComparison.Ordinal))
            {
                if (own is not null)
                {
                    yield return Read(path, own);
                }

                own = [];
            }
            else if (!string.IsNullOrWhiteSpace(text))
            {
                (own ?? throw Wrong(path, i + 1, $"stands before the first '{Begin}'")).Add((text, i + 1));
            }
        }

        if (own is not null)
        {
            yield return Read(path, own);
        }
    }

    private static ReadingDocument Read(string path, List<(string Text, int Number)> file)
    {
        var (text, lines, questions) = (new StringBuilder(), new List<string>(), new List<ReadingQuestion>());
        var before = "";
        foreach (var (line, number) in file)
        {
            if (line[0] == '#')
            {
                text.Append("\n\n").Append(line).Append("\n\n");
                before = "";
            }
            else if (QuestionLine().Match(line) is { Success: true } question)
            {
                var answers = question.Groups["lines"].Value is not "-" and var numbers ? numbers.Split(',').Select(one => int.Parse(one, CultureInfo.InvariantCulture) - 1).ToList() : [];
                questions.Add(answers.All(answer => answer >= 0 && answer < lines.Count) ? new ReadingQuestion(question.Groups["question"].Value, answers) : throw Wrong(path, number, "names a line that is not there"));
            }
            else if (NumberedLine().Match(line) is { Success: true } numbered && questions.Count == 0 && numbered.Groups["number"].Value == (lines.Count + 1).ToString(CultureInfo.InvariantCulture))
            {
                Append(text, before, before = numbered.Groups["line"].Value);
                lines.Add(before.StartsWith(Item, StringComparison.Ordinal) ? before[Item.Length..] : before);
            }
            else
            {
                throw Wrong(path, number, $"is neither a heading nor line {lines.Count + 1} nor a question");
            }
        }

        return new ReadingDocument(text.ToString().Trim() + "\n", lines, questions);
    }

    /// <summary>Sentences follow each other; lists and tables stand apart.</summary>
    private static void Append(StringBuilder text, string before, string line)
    {
        var shape = ShapeOf(line);
        if (before.Length > 0 && ShapeOf(before) != shape)
        {
            text.Append('\n');
        }

        text.Append(shape == Shape.Row ? $"| {line} |\n" : line + "\n");
        if (shape == Shape.Row && (before.Length == 0 || ShapeOf(before) != Shape.Row))
        {
            text.Append('|').Append(string.Concat(Enumerable.Repeat(" --- |", line.Split(Cell).Length))).Append('\n');
        }
    }

    private static Shape ShapeOf(string line) =>
        line.StartsWith(Item, StringComparison.Ordinal) ? Shape.Item : line.Contains(Cell, StringComparison.Ordinal) ? Shape.Row : Shape.Sentence;

    private static InvalidDataException Wrong(string path, int number, string what) => new($"{path}, line {number}, {what}. Mend it as Reading/README.md says.");

    [GeneratedRegex(@"^\? (?<lines>-|[0-9]+(,[0-9]+)*) \| (?<question>\S.*)$", RegexOptions.ExplicitCapture)]
    private static partial Regex QuestionLine();

    [GeneratedRegex(@"^(?<number>[0-9]+) (?<line>\S.*)$", RegexOptions.ExplicitCapture)]
    private static partial Regex NumberedLine();

    private enum Shape
    {
        Sentence,
        Item,
        Row,
    }
}

/// <summary>A question to a document.</summary>
/// <param name="Text">As it is asked.</param>
/// <param name="Answers">The lines that answer it, from 0, the best first; none where nothing does.</param>
internal sealed record ReadingQuestion(string Text, IReadOnlyList<int> Answers);
