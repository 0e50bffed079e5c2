using System.Globalization;

namespace ForumQA.Retrieval;

/// <summary>A learned weighted sum of features, read from a table of the library. The features are the values of an enumeration.</summary>
/// <remarks>A line of the table: feature, weight, mean, standard deviation, parted by tabs; the weight is of the standardised feature.</remarks>
internal sealed class LinearModel<TFeature>
    where TFeature : struct, Enum
{
    private const string Intercept = "Intercept";

    private readonly double[] _slopes = new double[Count];
    private readonly double _intercept;

    /// <summary>Makes a model of table lines; features the table lacks count nothing.</summary>
    public LinearModel(IEnumerable<string> lines)
    {
        ArgumentNullException.ThrowIfNull(lines);
        foreach (var line in lines)
        {
            var cells = line.Split('\t');
            var weight = double.Parse(cells[1], CultureInfo.InvariantCulture);
            if (cells[0] == Intercept)
            {
                _intercept += weight;
                continue;
            }

            var (mean, deviation) = (double.Parse(cells[2], CultureInfo.InvariantCulture), double.Parse(cells[3], CultureInfo.InvariantCulture));
            _slopes[Convert.ToInt32(Enum.Parse<TFeature>(cells[0]), CultureInfo.InvariantCulture)] = weight / deviation;
            _intercept -= weight * mean / deviation;
        }
    }

    /// <summary>How many features there are.</summary>
    public static int Count { get; } = Enum.GetValues<TFeature>().Length;

    /// <summary>The sum; higher is better.</summary>
    public double Score(ReadOnlySpan<double> features)
    {
        var score = _intercept;
        for (var i = 0; i < _slopes.Length; i++)
        {
            score += _slopes[i] * features[i];
        }

        return score;
    }
}
