using System.Runtime.InteropServices;

namespace ForumQA.Models.Onnx;

/// <summary>A tensor of a graph: https://github.com/onnx/onnx/blob/main/onnx/onnx.proto, message TensorProto.</summary>
internal sealed record Tensor(string Name, int Type, long[] Shape, byte[] Data)
{
    public const int Float = 1;
    public const int UInt8 = 2;
    public const int Int8 = 3;
    public const int Int32 = 6;
    public const int Int64 = 7;

    private const int ShapeField = 1;
    private const int TypeField = 2;
    private const int NameField = 8;
    private const int RawDataField = 9;

    public static Tensor Of(string name, float[] values, params long[] shape) => new(name, Float, shape, MemoryMarshal.AsBytes<float>(values).ToArray());

    public static Tensor Of(string name, sbyte[] values, params long[] shape) => new(name, Int8, shape, MemoryMarshal.AsBytes<sbyte>(values).ToArray());

    public static Tensor Of(string name, byte[] values, params long[] shape) => new(name, UInt8, shape, values);

    public static Tensor Of(string name, long[] values, params long[] shape) => new(name, Int64, shape, MemoryMarshal.AsBytes<long>(values).ToArray());

    /// <exception cref="InvalidDataException">Its numbers are not raw little-endian bytes in the file.</exception>
    public static Tensor Read(ProtoMessage message) => new(
        message.String(NameField) ?? "",
        (int)message.Integers(TypeField).Single(),
        [.. message.Integers(ShapeField)],
        message.Bytes(RawDataField) ?? throw new InvalidDataException($"The tensor '{message.String(NameField)}' has no raw data. Export the model with its weights inside."));

    public ReadOnlySpan<float> AsFloats() => MemoryMarshal.Cast<byte, float>(Data);

    public ProtoMessage ToMessage()
    {
        var message = new ProtoMessage();
        foreach (var size in Shape)
        {
            message.Add(ShapeField, size);
        }

        return message.Add(TypeField, Type).Add(NameField, Name).Add(RawDataField, Data);
    }
}
