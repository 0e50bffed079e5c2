using ForumQA.Answering;
using ForumQA.Retrieval;

namespace ForumQA.Agents;

/// <summary>What a model is told about the documents. The instructions are files, which are part of the program.</summary>
internal static class ContextText
{
    public const string NothingFound = "No passage of the documents answers this question.";

    private static readonly Lazy<string> Evidence = new(() => Read("evidence.txt"));

    private static readonly Lazy<string> Refusal = new(() => Read("refusal.txt"));

    /// <summary>How to answer from passages.</summary>
    public static string Rules => Evidence.Value;

    /// <summary>That the documents do not answer, and why.</summary>
    public static string Refuse(Answer answer) => Refusal.Value.Replace("{reason}", answer.Abstention?.Reason ?? NothingFound, StringComparison.Ordinal);

    /// <summary>Passages with their numbers, from 1.</summary>
    public static string Write(IReadOnlyList<Evidence> evidence) => "Passages of the documents:\n\n" + string.Join("\n\n", evidence.Select((found, i) =>
        $"[{i + 1}] {found.DocumentTitle}{(found.Passage.Heading is { } heading ? $" › {heading}" : "")} ({found.Passage.DocumentId})\n{found.Passage.Text}"));

    private static string Read(string name)
    {
        using var content = typeof(ContextText).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The library was built without its resource '{name}'.");
        using var reader = new StreamReader(content);
        return reader.ReadToEnd().ReplaceLineEndings("\n").Trim();
    }
}
