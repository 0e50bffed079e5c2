using System.Buffers.Binary;
using System.Numerics;
using System.Numerics.Tensors;
using System.Runtime.InteropServices;

namespace ForumQA.Storage;

/// <summary>A vector as the index keeps it: a scale, then a signed byte for each dimension. A number is its byte times the scale.</summary>
/// <remarks>Products are summed as integers, so that every processor finds the same.</remarks>
internal static class QuantizedVector
{
    /// <summary>-128 is left out, so that two products of bytes fit into 16 bits.</summary>
    private const int Largest = 127;

    private const int ScaleBytes = sizeof(float);

    /// <summary>How many bytes a vector takes.</summary>
    public static int SizeOf(int dimensions) => ScaleBytes + dimensions;

    public static byte[] Of(ReadOnlySpan<float> vector)
    {
        var bytes = new byte[SizeOf(vector.Length)];
        Write(vector, bytes);
        return bytes;
    }

    public static void Write(ReadOnlySpan<float> vector, Span<byte> destination)
    {
        var largest = vector.IsEmpty ? 0 : Math.Abs(TensorPrimitives.MaxMagnitude(vector));
        var scale = largest > 0 && float.IsFinite(largest) ? largest / Largest : 1;
        BinaryPrimitives.WriteSingleLittleEndian(destination, scale);
        var values = MemoryMarshal.Cast<byte, sbyte>(destination[ScaleBytes..]);
        for (var i = 0; i < vector.Length; i++)
        {
            values[i] = (sbyte)Math.Clamp(MathF.Round(vector[i] / scale), -Largest, Largest);
        }
    }

    /// <summary>The numbers of a vector, as near as its bytes keep them.</summary>
    public static float[] Read(ReadOnlySpan<byte> vector)
    {
        var scale = BinaryPrimitives.ReadSingleLittleEndian(vector);
        var values = MemoryMarshal.Cast<byte, sbyte>(vector[ScaleBytes..]);
        var numbers = new float[values.Length];
        for (var i = 0; i < numbers.Length; i++)
        {
            numbers[i] = values[i] * scale;
        }

        return numbers;
    }

    /// <summary>The inner product of two vectors of the same length.</summary>
    public static double Dot(ReadOnlySpan<byte> one, ReadOnlySpan<byte> other) =>
        (double)BinaryPrimitives.ReadSingleLittleEndian(one) * BinaryPrimitives.ReadSingleLittleEndian(other)
        * Sum(MemoryMarshal.Cast<byte, sbyte>(one[ScaleBytes..]), MemoryMarshal.Cast<byte, sbyte>(other[ScaleBytes..]));

    private static int Sum(ReadOnlySpan<sbyte> one, ReadOnlySpan<sbyte> other)
    {
        var sums = Vector<int>.Zero;
        var i = 0;
        for (; i <= one.Length - Vector<sbyte>.Count; i += Vector<sbyte>.Count)
        {
            Vector.Widen(new Vector<sbyte>(one[i..]), out var low, out var high);
            Vector.Widen(new Vector<sbyte>(other[i..]), out var otherLow, out var otherHigh);
            Vector.Widen((low * otherLow) + (high * otherHigh), out Vector<int> first, out var second);
            sums += first + second;
        }

        var sum = Vector.Sum(sums);
        for (; i < one.Length; i++)
        {
            sum += one[i] * other[i];
        }

        return sum;
    }
}
