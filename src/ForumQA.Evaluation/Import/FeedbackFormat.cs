using System.Text.Json;

namespace ForumQA.Evaluation.Import;

/// <summary>What readers said of the service's answers, as <c>GET /v1/feedback</c> gives it. The corpus is the user's own.</summary>
/// <remarks>
/// An answer that helped is right: what it quoted is where its question is answered, and a refusal that helped is of a question that the documents do not answer.
/// Of an answer that did not help nobody has said what is right, so that it becomes no case.
/// </remarks>
internal sealed class FeedbackFormat
{
    private readonly Dictionary<string, ImportedCase> _cases = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<SkippedQuestion> _skipped = [];

    /// <exception cref="ForumQAException">The file is missing or not in this format; the message says where.</exception>
    public static async Task<ImportedSet> ReadAsync(IReadOnlyList<string> files, CancellationToken cancellationToken)
    {
        var set = new FeedbackFormat();
        foreach (var file in files)
        {
            await DataSetFile.ReadJsonAsync(file, "feedback", set.AddFile, cancellationToken).ConfigureAwait(false);
        }

        return new ImportedSet([], [.. set._cases.Values], set._skipped);
    }

    private void AddFile(JsonElement root)
    {
        foreach (var rated in root.GetProperty("feedback").EnumerateArray())
        {
            Add(rated);
        }
    }

    private void Add(JsonElement rated)
    {
        var (id, question, status) = (Text(rated, "answerId"), Text(rated, "standaloneQuestion").Trim(), Text(rated, "status"));
        if (!rated.GetProperty("helpful").GetBoolean())
        {
            _skipped.Add(new SkippedQuestion(id, "its answer did not help, and what would have is not known; write a case for it by hand"));
            return;
        }

        if (status == "conversation")
        {
            _skipped.Add(new SkippedQuestion(id, "it is not a question to the documents"));
            return;
        }

        // Asked and praised again: the latest counts.
        _cases[question] = new ImportedCase
        {
            Id = id,
            Question = question,
            Gold = [.. rated.GetProperty("quotations").EnumerateArray().Select(one => new ImportedGold(Text(one, "documentId"), Text(one, "quotation")))],
            Answerable = status != "notFound",
            Tags = ["feedback"],
        };
    }

    private static string Text(JsonElement owner, string name) => owner.GetProperty(name).GetString() ?? throw new FormatException($"'{name}' is null.");
}
