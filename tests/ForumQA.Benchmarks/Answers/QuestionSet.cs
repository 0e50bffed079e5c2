using System.Text.Json;

namespace ForumQA.Benchmarks.Answers;

/// <summary>A question about one paragraph of a set.</summary>
/// <param name="Text">The question.</param>
/// <param name="Article">The title of the article it was written for.</param>
/// <param name="Paragraph">That paragraph's place in the set.</param>
/// <param name="Answers">The accepted answers; empty when the paragraph does not answer it.</param>
internal sealed record SetQuestion(string Text, string Article, int Paragraph, IReadOnlyList<string> Answers)
{
    public bool IsAnswerable => Answers.Count > 0;
}

/// <summary>A paragraph of an article.</summary>
internal sealed record SetParagraph(string Article, string Text);

/// <summary>Paragraphs with questions, and the files of <c>shared/data</c> they are read from.</summary>
internal sealed record QuestionSet(IReadOnlyList<SetParagraph> Paragraphs, IReadOnlyList<SetQuestion> Questions)
{
    private static readonly string[] MultihopFiles = ["hotpotqa_train100.json", "musique_train100.json"];

    /// <summary>Reads a file in SQuAD's format (https://rajpurkar.github.io/SQuAD-explorer/).</summary>
    public static QuestionSet ReadSquad(string file)
    {
        using var json = JsonDocument.Parse(File.ReadAllText(file));
        var paragraphs = new List<SetParagraph>();
        var questions = new List<SetQuestion>();
        foreach (var (article, number) in json.RootElement.GetProperty("data").EnumerateArray().Select((a, i) => (a, i)))
        {
            var title = article.TryGetProperty("title", out var named) ? named.GetString()! : $"article {number}";
            foreach (var paragraph in article.GetProperty("paragraphs").EnumerateArray())
            {
                paragraphs.Add(new SetParagraph(title, paragraph.GetProperty("context").GetString()!));
                questions.AddRange(paragraph.GetProperty("qas").EnumerateArray().Select(question => new SetQuestion(
                    question.GetProperty("question").GetString()!, title, paragraphs.Count - 1, ReadAnswers(question))));
            }
        }

        return new QuestionSet(paragraphs, questions);
    }

    /// <summary>Both sets as one; the questions of the second lose nothing but their numbers.</summary>
    public QuestionSet With(QuestionSet other) => new(
        [.. Paragraphs, .. other.Paragraphs],
        [.. Questions, .. other.Questions.Select(question => question with { Paragraph = question.Paragraph + Paragraphs.Count })]);

    /// <summary>The questions of <c>multihop/</c>, without their documents.</summary>
    public static IReadOnlyList<string> ReadMultihop(string data) =>
    [
        .. MultihopFiles.SelectMany(name =>
        {
            using var json = JsonDocument.Parse(File.ReadAllText(Path.Combine(data, "multihop", name)));
            return json.RootElement.EnumerateArray().Select(question => question.GetProperty("question").GetString()!).ToList();
        }).Distinct(),
    ];

    /// <summary>The questions of a file with one JSON object a line.</summary>
    public static IReadOnlyList<string> ReadLines(string file) =>
    [
        .. File.ReadLines(file).Select(line =>
        {
            using var json = JsonDocument.Parse(line);
            return json.RootElement.GetProperty("question").GetString()!;
        }).Distinct(),
    ];

    private static List<string> ReadAnswers(JsonElement question) =>
        question.TryGetProperty("is_impossible", out var impossible) && impossible.GetBoolean()
            ? []
            : [.. question.GetProperty("answers").EnumerateArray().Select(answer => answer.GetProperty("text").GetString()!).Where(text => text.Trim().Length > 0).Distinct()];
}
