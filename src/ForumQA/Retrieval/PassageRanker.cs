namespace ForumQA.Retrieval;

/// <summary>Scores passages by a weighted sum of their features; the weights are in <c>passage-ranker.tsv</c>, and with meaning in <c>passage-meaning.tsv</c>.</summary>
/// <remarks>They are learned as a list-wise softmax on one half of the articles of SQuAD 2.0: <c>ForumQA.Benchmarks learn</c>.</remarks>
internal sealed class PassageRanker
{
    private static readonly Lazy<PassageRanker> BuiltIn = new(() => new PassageRanker(LinearModel<PassageFeature>.ReadBuiltIn("Retrieval.passage-ranker.tsv")));

    private static readonly Lazy<PassageRanker> BuiltInByMeaning = new(() => new PassageRanker(LinearModel<PassageFeature>.ReadBuiltIn("Retrieval.passage-meaning.tsv")));

    private readonly LinearModel<PassageFeature> _model;
    private readonly double _scale;

    public PassageRanker(LinearModel<PassageFeature> model)
    {
        ArgumentNullException.ThrowIfNull(model);
        _model = model;

        // A passage that has everything asked in one sentence scores about 1, whatever the weights add up to.
        _scale = Enum.GetValues<PassageFeature>()
            .Where(feature => model[feature] > 0 && feature is not (PassageFeature.DocumentSupport or PassageFeature.NeighbourSupport or PassageFeature.Heading or PassageFeature.Meaning or PassageFeature.SentenceMeaning))
            .Sum(feature => model[feature]);
    }

    /// <summary>The ranker of the library, by words.</summary>
    public static PassageRanker Default => BuiltIn.Value;

    /// <summary>That for passages which the built-in model has compared with the question too.</summary>
    public static PassageRanker ByMeaning => BuiltInByMeaning.Value;

    /// <summary>Higher is better; by words about 1 when all of the question stands together in the passage, by meaning about 0 for a candidate like any other.</summary>
    public double Score(ReadOnlySpan<double> features) => _scale > 0 ? _model.Score(features) / _scale : _model.Score(features);
}
