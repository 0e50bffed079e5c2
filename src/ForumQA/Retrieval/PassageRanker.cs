using System.Globalization;

namespace ForumQA.Retrieval;

/// <summary>Scores passages by a weighted sum of their features; the weights are in <c>passage-ranker.tsv</c>.</summary>
/// <remarks>They are learned as a list-wise softmax on one half of the articles of SQuAD 2.0: <c>ForumQA.Benchmarks learn-passages</c>.</remarks>
internal sealed class PassageRanker
{
    private const string Resource = "ForumQA.Retrieval.passage-ranker.tsv";

    private readonly double[] _weights = new double[PassageFeatureReader.FeatureCount];
    private readonly double _scale;

    /// <param name="weights">By <see cref="PassageFeature"/>.</param>
    public PassageRanker(IReadOnlyDictionary<PassageFeature, double> weights)
    {
        foreach (var (feature, weight) in weights)
        {
            _weights[(int)feature] = weight;
        }

        // A passage that has everything asked in one sentence scores about 1, whatever the weights add up to.
        _scale = _weights.Where((weight, feature) => weight > 0 && (PassageFeature)feature is not
            (PassageFeature.DocumentSupport or PassageFeature.NeighbourSupport or PassageFeature.Heading)).Sum();
    }

    /// <summary>The ranker of the library.</summary>
    public static PassageRanker Default { get; } = ReadBuiltIn();

    /// <summary>Higher is better; about 1 when all of the question stands together in the passage.</summary>
    public double Score(ReadOnlySpan<double> features)
    {
        var score = 0.0;
        for (var i = 0; i < _weights.Length; i++)
        {
            score += _weights[i] * features[i];
        }

        return _scale > 0 ? score / _scale : score;
    }

    private static PassageRanker ReadBuiltIn()
    {
        using var stream = typeof(PassageRanker).Assembly.GetManifestResourceStream(Resource)
            ?? throw new InvalidOperationException($"The library was built without its resource '{Resource}'.");
        using var reader = new StreamReader(stream);
        return new PassageRanker(reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Where(line => line[0] != '#')
            .Select(line => line.Split('\t'))
            .ToDictionary(cells => Enum.Parse<PassageFeature>(cells[0]), cells => double.Parse(cells[1], CultureInfo.InvariantCulture)));
    }
}
