using System.ComponentModel.DataAnnotations;

namespace ForumQA.Answering.Generation;

/// <summary>How a language model's answers are asked for and checked. Section <c>Generation</c>. The model itself is configured in section <c>Chat</c>.</summary>
public sealed class GenerationOptions
{
    /// <summary>The configuration section these options are bound to.</summary>
    public const string SectionName = "Generation";

    /// <summary>What becomes of a sentence that no supplied passage supports. Default <see cref="UnsupportedPolicy.Drop"/>.</summary>
    public UnsupportedPolicy Unsupported { get; set; } = UnsupportedPolicy.Drop;

    /// <summary>Passages given to the model at most, if they fit. Default 8.</summary>
    [Range(1, 50)]
    public int Passages { get; set; } = 8;

    /// <summary>Earlier turns of the conversation given to the model at most, newest first, if they fit. Default 6.</summary>
    [Range(0, 50)]
    public int HistoryTurns { get; set; } = 6;

    /// <summary>Whether the answer is translated when the question is in another language than the documents. Default true.</summary>
    public bool AnswerInAskersLanguage { get; set; } = true;

    /// <summary>A folder with prompt files that take the place of ours of the same name. Null, the default, for ours.</summary>
    public string? Prompts { get; set; }

    /// <summary>Answers kept so that the same question on the same index, prompt and model is not asked again; 0 keeps none. Default 200.</summary>
    [Range(0, 100_000)]
    public int CachedAnswers { get; set; } = 200;
}

/// <summary>What becomes of a sentence that no supplied passage supports.</summary>
public enum UnsupportedPolicy
{
    /// <summary>It is left out; an answer of which nothing is left becomes <see cref="AnswerStatus.NotFound"/>.</summary>
    Drop,

    /// <summary>It is shown, marked <see cref="Support.Unsupported"/>; an answer of nothing else still becomes <see cref="AnswerStatus.NotFound"/>.</summary>
    Flag,
}
