using System.ComponentModel.DataAnnotations;

namespace ForumQA.Answering;

/// <summary>When to refuse. Section <c>Abstention</c>.</summary>
public sealed class AbstentionOptions
{
    /// <summary>The configuration section these options are bound to.</summary>
    public const string SectionName = "Abstention";

    /// <summary>Under this probability that the documents speak of what is asked, the answer is <see cref="AnswerStatus.NotFound"/>; 0 to 1, default .4.</summary>
    /// <remarks>0 never refuses as long as a passage is found. See docs/benchmarks.md for both error rates.</remarks>
    [Range(0.0, 1.0)]
    public double SubjectThreshold { get; set; } = 0.4;

    /// <summary>Under this probability that the documents speak of what is asked, a language model is not asked either; 0 to 1, default .05.</summary>
    /// <remarks>Lower than <see cref="SubjectThreshold"/>: a model understands other words for the same thing, and what it writes is verified.</remarks>
    [Range(0.0, 1.0)]
    public double ModelSubjectThreshold { get; set; } = 0.05;

    /// <summary>Under this probability that the answer is stated, the answer is <see cref="AnswerStatus.NotFound"/> although the documents speak of the subject; 0 to 1, default .1.</summary>
    [Range(0.0, 1.0)]
    public double RefusalThreshold { get; set; } = 0.16;

    /// <summary>Under this probability that the answer is stated, it is shown as <see cref="AnswerStatus.Partial"/>; 0 to 1, default .35.</summary>
    [Range(0.0, 1.0)]
    public double StatedThreshold { get; set; } = 0.4;
}
