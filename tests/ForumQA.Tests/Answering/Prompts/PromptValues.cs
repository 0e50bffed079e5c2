using ForumQA.Answering.Prompts;

namespace ForumQA.Tests.Answering.Prompts;

/// <summary>Values for the variables of <c>answer.yaml</c>.</summary>
internal static class PromptValues
{
    public const string Harmless = "harmless";

    public static Dictionary<string, object?> Answer(string question = Harmless, string text = Harmless, string title = Harmless, string heading = Harmless, string turn = Harmless) => new()
    {
        ["question"] = question,
        ["passages"] = new[] { Passage("1", text, title, heading), Passage("2", "The second.", "B", string.Empty) }.ToList(),
        ["history"] = new List<Dictionary<string, string>>
        {
            new() { ["question"] = PromptText.Encode(turn), ["answer"] = PromptText.Encode(turn) },
        },
    };

    private static Dictionary<string, string> Passage(string number, string text, string title, string heading) => new()
    {
        ["number"] = number,
        ["text"] = PromptText.Encode(text),
        ["title"] = PromptText.Encode(title),
        ["heading"] = PromptText.Encode(heading),
    };
}
