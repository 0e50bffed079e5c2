using ForumQA.Answering;
using ForumQA.Api.Problems;

namespace ForumQA.Api.ChatCompletions;

/// <summary>The names by which chat clients choose who writes the answer.</summary>
internal static class ChatModels
{
    public const string Default = "forumqa";

    private static readonly Dictionary<string, AnswerMode> Modes = new(StringComparer.Ordinal)
    {
        [Default] = AnswerMode.Automatic,
        ["forumqa-extractive"] = AnswerMode.Extractive,
        ["forumqa-generative"] = AnswerMode.Generative,
    };

    public static ModelListJson List { get; } = new([.. Modes.Keys.Select(id => new ModelJson(id))]);

    /// <exception cref="RequestException">There is no such model.</exception>
    public static AnswerMode ModeOf(string model) => Modes.TryGetValue(model, out var mode)
        ? mode
        : throw new RequestException(ProblemKind.ModelUnknown, $"There is no model '{model}'. Choose one of {string.Join(", ", Modes.Keys)}.", "model");
}
