using System.Globalization;
using System.Numerics.Tensors;
using ForumQA.Text;

namespace ForumQA.Retrieval;

/// <summary>How much each token of a question counts when sentences are read closely, told from what it means there: "price" more than "the".</summary>
/// <remarks>A logistic function of the token's vector, learned with <c>ForumQA.Benchmarks learn</c> so that right sentences come nearest.</remarks>
internal sealed class TokenWeights
{
    /// <summary>The dimensions of the model that reads.</summary>
    public const int Dimensions = 384;

    private const string Table = "Retrieval.question-tokens.tsv";

    private static readonly Lazy<TokenWeights> BuiltIn = new(() => new TokenWeights([.. EmbeddedWordList.ReadLines(Table)]));

    private readonly float[] _weights = new float[Dimensions];
    private readonly float _intercept;

    /// <param name="lines">Of the table: <c>Intercept</c> and each dimension by its name, with its weight behind a tab.</param>
    public TokenWeights(IReadOnlyList<string> lines)
    {
        var values = lines.Select(line => line.Split('\t')).ToDictionary(cells => cells[0], cells => float.Parse(cells[1], CultureInfo.InvariantCulture), StringComparer.Ordinal);
        _intercept = values["Intercept"];
        for (var i = 0; i < Dimensions; i++)
        {
            _weights[i] = values[NameOf(i)];
        }
    }

    /// <summary>The weights of the library.</summary>
    public static TokenWeights Default => BuiltIn.Value;

    /// <summary>The name of a dimension in the table.</summary>
    public static string NameOf(int dimension) => string.Create(CultureInfo.InvariantCulture, $"t{dimension}");

    /// <summary>The weights of the tokens, which sum to 1.</summary>
    /// <param name="tokens">Their vectors.</param>
    public IReadOnlyList<double> Of(IReadOnlyList<float[]> tokens)
    {
        var counts = tokens.Select(token => 1 / (1 + Math.Exp(-(TensorPrimitives.Dot<float>(_weights, token) + _intercept)))).ToList();
        var sum = counts.Sum();
        return counts.ConvertAll(count => count / sum);
    }
}
