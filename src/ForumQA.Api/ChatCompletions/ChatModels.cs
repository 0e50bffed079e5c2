using ForumQA.Answering;
using ForumQA.Api.Problems;
using ForumQA.Models.Chat;
using Microsoft.Extensions.Options;

namespace ForumQA.Api.ChatCompletions;

/// <summary>The names by which chat clients choose who writes the answer: ours, and those of the language models that a question may ask for.</summary>
internal sealed class ChatModels(IOptions<ChatModelOptions> options)
{
    public const string Default = "forumqa";

    private static readonly Dictionary<string, AnswerMode> Modes = new(StringComparer.Ordinal)
    {
        [Default] = AnswerMode.Automatic,
        ["forumqa-extractive"] = AnswerMode.Extractive,
        ["forumqa-generative"] = AnswerMode.Generative,
    };

    /// <summary>All of them, ours first.</summary>
    public ModelListJson List { get; } = new([.. Modes.Keys.Union(options.Value.Offered, StringComparer.Ordinal).Select(id => new ModelJson(id))]);

    /// <summary>How a name wants a question answered, and by which language model; null for the default.</summary>
    /// <exception cref="RequestException">There is no such model.</exception>
    public (AnswerMode Mode, string? Model) Choose(string? name) =>
        Modes.TryGetValue(name ?? Default, out var mode) ? (mode, null)
        : options.Value.Offered.Contains(name, StringComparer.Ordinal) ? (AnswerMode.Automatic, name)
        : throw new RequestException(ProblemKind.ModelUnknown, $"There is no model '{name}'. Choose one of {string.Join(", ", List.Data.Select(model => model.Id))}.", "model");
}
