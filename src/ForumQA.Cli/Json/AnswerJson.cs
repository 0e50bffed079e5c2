using System.Text.Json;
using ForumQA.Answering;

namespace ForumQA.Cli.Json;

/// <summary>What <c>ask --json</c> prints, and <c>chat --json</c> on one line for each question.</summary>
internal sealed record AnswerJson
{
    public required string Question { get; init; }

    public required string StandaloneQuestion { get; init; }

    public required string Status { get; init; }

    public required IReadOnlyList<SentenceJson> Sentences { get; init; }

    public required IReadOnlyList<Citation> Citations { get; init; }

    public required AbstentionJson? Abstention { get; init; }

    public required IReadOnlyList<AnswerNote> Notes { get; init; }

    /// <summary>The language model that wrote it; null for the documents' own sentences.</summary>
    public required string? Model { get; init; }

    public required string? PromptHash { get; init; }

    public required TokenUsage? Usage { get; init; }

    public required IReadOnlyList<PassageJson> Evidence { get; init; }

    public static AnswerJson From(string standaloneQuestion, Answer answer) => new()
    {
        Question = answer.Question,
        StandaloneQuestion = standaloneQuestion,
        Status = Name(answer.Status),
        Sentences = [.. answer.Sentences.Select(sentence => new SentenceJson(
            sentence.Text, Name(sentence.Support), [.. sentence.Citations.Select(citation => citation.Number)], sentence.UnknownMarkers, sentence.Original))],
        Citations = answer.Citations,
        Abstention = AbstentionJson.From(answer.Abstention),
        Notes = answer.Notes,
        Model = answer.Model,
        PromptHash = answer.PromptHash,
        Usage = answer.Usage,
        Evidence = [.. answer.Evidence.Select(PassageJson.From)],
    };

    private static string Name<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());
}

/// <summary>A sentence with the numbers of its citations.</summary>
internal sealed record SentenceJson(
    string Text, string Support, IReadOnlyList<int> Citations, IReadOnlyList<int> UnknownMarkers, string? Original);

/// <summary>Why there is no answer, or a doubtful one.</summary>
internal sealed record AbstentionJson(
    string Reason, double Score, double Threshold, IReadOnlyList<string> UnmatchedTerms, IReadOnlyList<PassageJson> Nearest)
{
    public static AbstentionJson? From(Abstention? abstention) => abstention is null
        ? null
        : new AbstentionJson(
            abstention.Reason,
            abstention.Score,
            abstention.Threshold,
            abstention.UnmatchedTerms,
            [.. abstention.Nearest.Select(PassageJson.From)]);
}
