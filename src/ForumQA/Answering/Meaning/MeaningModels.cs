using ForumQA.Retrieval;

namespace ForumQA.Answering.Meaning;

/// <summary>What is learned for the second reading, with <c>ForumQA.Benchmarks learn</c>.</summary>
/// <param name="order">Orders sentences.</param>
/// <param name="subject">Log odds that the documents speak of what is asked.</param>
/// <param name="stated">Log odds that they state the answer.</param>
internal sealed class MeaningModels(LinearModel<OrderFeature> order, LinearModel<MeaningFeature> subject, LinearModel<MeaningFeature> stated)
{
    private static readonly Lazy<MeaningModels> BuiltIn = new(() => new MeaningModels(
        LinearModel<OrderFeature>.ReadBuiltIn("Answering.meaning-order.tsv"),
        LinearModel<MeaningFeature>.ReadBuiltIn("Answering.meaning-subject.tsv"),
        LinearModel<MeaningFeature>.ReadBuiltIn("Answering.meaning-stated.tsv")));

    /// <summary>The models of the library.</summary>
    public static MeaningModels Default => BuiltIn.Value;

    /// <summary>What a cosine of 1 is worth in the sentence ranker's score.</summary>
    public double CosineWeight { get; } = order[OrderFeature.Cosine] / order[OrderFeature.Words];

    /// <summary>What words and meaning together say.</summary>
    /// <param name="features">By <see cref="MeaningFeature"/>.</param>
    /// <param name="gap">What the best sentence plainly lacks.</param>
    public Answerability Estimate(double[] features, AnswerGap gap) => new(Probability(subject.Score(features)), Probability(stated.Score(features)), gap) { IsByMeaning = true };

    private static double Probability(double logOdds) => 1 / (1 + Math.Exp(-logOdds));
}
