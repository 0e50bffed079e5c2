using System.Text.Json;
using ForumQA.Text;

namespace ForumQA.Benchmarks.Answers;

/// <summary><c>languages --data FOLDER</c> prints how often the language of XQuAD's questions and paragraphs is told, and how often English questions are taken for another language.</summary>
internal static class LanguagesCommand
{
    private static readonly (string Code, string Name)[] Languages =
        [("en", "English"), ("de", "German"), ("es", "Spanish"), ("ru", "Russian"), ("ar", "Arabic"), ("zh", "Chinese")];

    public static int Measure(string data)
    {
        Console.WriteLine("| set | texts | right | not told | wrong |");
        Console.WriteLine("|---|---|---|---|---|");
        foreach (var (code, name) in Languages)
        {
            var (questions, paragraphs) = Read(Path.Combine(data, "xquad", $"xquad.{code}.json"));
            Print($"xquad.{code} questions", name, questions);
            Print($"xquad.{code} paragraphs", name, paragraphs);
        }

        foreach (var file in Directory.EnumerateFiles(Path.Combine(data, "squad2-half"), "*.json").Order(StringComparer.Ordinal))
        {
            Print($"{Path.GetFileName(file)} questions", "English", Read(file).Questions);
        }

        return 0;
    }

    private static (List<string> Questions, List<string> Paragraphs) Read(string file)
    {
        using var json = JsonDocument.Parse(File.ReadAllText(file));
        var paragraphs = json.RootElement.GetProperty("data").EnumerateArray()
            .SelectMany(article => article.GetProperty("paragraphs").EnumerateArray())
            .ToList();
        return (
            [.. paragraphs.SelectMany(paragraph => paragraph.GetProperty("qas").EnumerateArray()).Select(question => question.GetProperty("question").GetString()!)],
            [.. paragraphs.Select(paragraph => paragraph.GetProperty("context").GetString()!)]);
    }

    private static void Print(string set, string language, List<string> texts)
    {
        var guesses = texts.Select(LanguageGuess.Of).ToList();
        var right = guesses.Count(guess => guess == language);
        var untold = guesses.Count(guess => guess is null);
        Console.WriteLine($"| {set} | {texts.Count} | {Share(right)} | {Share(untold)} | {Share(texts.Count - right - untold)} |");

        string Share(int count) => ((double)count / texts.Count).ToString(".0000", System.Globalization.CultureInfo.InvariantCulture);
    }
}
