using Google.Protobuf;

namespace ForumQA.Models.Onnx;

/// <summary>One value of a field: an integer, a float, or bytes, which may be a string, a message or packed integers.</summary>
internal readonly record struct ProtoField(int Number, WireFormat.WireType Type, ulong Integer, float Float, byte[]? Bytes)
{
    public static ProtoField Of(int number, ulong value) => new(number, WireFormat.WireType.Varint, value, 0, null);

    public static ProtoField Of(int number, float value) => new(number, WireFormat.WireType.Fixed32, 0, value, null);

    public static ProtoField Of(int number, byte[] value) => new(number, WireFormat.WireType.LengthDelimited, 0, 0, value);

    /// <summary>The integers, packed or not: https://protobuf.dev/programming-guides/encoding/#packed</summary>
    public IEnumerable<long> ToIntegers()
    {
        if (Bytes is null)
        {
            yield return (long)Integer;
            yield break;
        }

        using var input = new CodedInputStream(Bytes);
        while (!input.IsAtEnd)
        {
            yield return input.ReadInt64();
        }
    }

    public void WriteTo(CodedOutputStream output)
    {
        output.WriteTag(Number, Type);
        switch (Type)
        {
            case WireFormat.WireType.Varint:
                output.WriteUInt64(Integer);
                break;
            case WireFormat.WireType.Fixed32:
                output.WriteFloat(Float);
                break;
            default:
                output.WriteBytes(ByteString.CopyFrom(Bytes));
                break;
        }
    }
}
