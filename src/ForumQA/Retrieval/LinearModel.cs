using System.Globalization;
using ForumQA.Text;

namespace ForumQA.Retrieval;

/// <summary>A learned weighted sum of features, read from a table of the library. The features are the values of an enumeration.</summary>
/// <remarks>
/// A line of the table: feature, weight, mean, standard deviation, parted by tabs; the weight is of the standardised feature. A line
/// <c>Intercept</c> has a weight alone. Every feature has a line, also when its weight is 0: a table that was learned with other
/// features than the code has would otherwise go on ranking, worse and unseen. <c>docs/learning.md</c> tells how tables are learned.
/// </remarks>
internal sealed class LinearModel<TFeature>
    where TFeature : struct, Enum
{
    private const string Intercept = "Intercept";

    private readonly double[] _slopes = new double[Count];
    private readonly double _intercept;

    /// <summary>Makes a model of table lines.</summary>
    /// <exception cref="InvalidDataException">A feature has no line or two, a line names no feature, or has something else than numbers.</exception>
    public LinearModel(IEnumerable<string> lines)
    {
        ArgumentNullException.ThrowIfNull(lines);
        var missing = Enum.GetNames<TFeature>().Append(Intercept).ToHashSet(StringComparer.Ordinal);
        foreach (var line in lines)
        {
            var cells = line.Split('\t');
            if (!missing.Remove(cells[0]))
            {
                throw Refuse($"has a line too many, '{cells[0]}': the code has no such feature, or it was there before");
            }

            var weight = NumberAt(cells, 1);
            if (cells[0] == Intercept)
            {
                _intercept += weight;
                continue;
            }

            var (mean, deviation) = (NumberAt(cells, 2), NumberAt(cells, 3));
            if (deviation <= 0)
            {
                throw Refuse($"gives '{cells[0]}' the standard deviation {deviation}, which must be above 0");
            }

            _slopes[IndexOf(Enum.Parse<TFeature>(cells[0]))] = weight / deviation;
            _intercept -= weight * mean / deviation;
        }

        if (missing.Count > 0)
        {
            throw Refuse($"lacks a line for {string.Join(", ", missing.Order(StringComparer.Ordinal))}");
        }
    }

    private LinearModel(double[] slopes) => _slopes = slopes;

    /// <summary>How many features there are.</summary>
    public static int Count { get; } = Enum.GetValues<TFeature>().Length;

    /// <summary>What one unit of a feature adds to the sum.</summary>
    public double this[TFeature feature] => _slopes[IndexOf(feature)];

    /// <summary>The model of a table that is part of the library.</summary>
    /// <param name="table">Folder and file, joined by a full stop.</param>
    public static LinearModel<TFeature> ReadBuiltIn(string table) => new(EmbeddedWordList.ReadLines(table));

    /// <summary>A model that is not learned: these weights of the features as they are, and nothing for the rest.</summary>
    public static LinearModel<TFeature> Of(params ReadOnlySpan<(TFeature Feature, double Weight)> weights)
    {
        var slopes = new double[Count];
        foreach (var (feature, weight) in weights)
        {
            slopes[IndexOf(feature)] = weight;
        }

        return new LinearModel<TFeature>(slopes);
    }

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

    private static int IndexOf(TFeature feature) => Convert.ToInt32(feature, CultureInfo.InvariantCulture);

    private static double NumberAt(string[] cells, int place) =>
        place < cells.Length && double.TryParse(cells[place], NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number)
            ? number
            : throw Refuse($"has no number in column {place + 1} of '{cells[0]}'");

    private static InvalidDataException Refuse(string fault) => new(
        $"The learned table of {typeof(TFeature).Name} {fault}. Learn the tables anew, see docs/learning.md: dotnet run -c Release --project tests/ForumQA.Benchmarks -- learn --data FOLDER");
}
