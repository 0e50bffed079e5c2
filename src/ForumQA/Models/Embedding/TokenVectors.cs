using System.Numerics.Tensors;

namespace ForumQA.Models.Embedding;

/// <summary>The vectors of a text's tokens, each of length 1, with those of the marks before and after it.</summary>
/// <param name="Dimensions">Numbers in a vector.</param>
/// <param name="Values">One vector after the other.</param>
internal sealed record TokenVectors(int Dimensions, float[] Values)
{
    public int Count => Values.Length / Dimensions;

    public ReadOnlySpan<float> this[int token] => Values.AsSpan(token * Dimensions, Dimensions);

    /// <summary>For each token of this text the cosine of the nearest of another's, on average: late interaction (Khattab and Zaharia, "ColBERT", SIGIR 2020).</summary>
    public double MaxSim(TokenVectors other)
    {
        var sum = 0d;
        for (var i = 0; i < Count; i++)
        {
            var nearest = float.NegativeInfinity;
            for (var j = 0; j < other.Count; j++)
            {
                nearest = Math.Max(nearest, TensorPrimitives.Dot(this[i], other[j]));
            }

            sum += nearest;
        }

        return sum / Count;
    }
}
