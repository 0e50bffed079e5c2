namespace ForumQA.Answering.Generation;

/// <summary>The language models that a question may choose from.</summary>
/// <param name="offered">Their names, the default first; none when there is nothing to choose.</param>
internal sealed class ModelChoice(IReadOnlyList<string> offered)
{
    /// <summary>The model that is to be asked for by name; null for the default, named or not.</summary>
    /// <exception cref="ForumQAException">There is no such model.</exception>
    public string? Read(string? asked) =>
        asked is null ? null
        : !offered.Contains(asked, StringComparer.Ordinal) ? throw new ForumQAException("model-unknown", Describe(asked))
        : asked == offered[0] ? null
        : asked;

    private string Describe(string asked) => offered.Count == 0
        ? $"There is no model '{asked}': none is configured. Leave the model out, or name it in Chat:Model or Chat:Models."
        : $"There is no model '{asked}'. Choose one of {string.Join(", ", offered)}, or add it to Chat:Models.";
}
