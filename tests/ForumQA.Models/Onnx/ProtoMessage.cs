using System.Text;
using Google.Protobuf;

namespace ForumQA.Models.Onnx;

/// <summary>A Protocol Buffers message as its fields stand on the wire, in their order. What is not touched is written as it was read.</summary>
internal sealed class ProtoMessage
{
    private readonly List<ProtoField> _fields = [];

    public static ProtoMessage Parse(byte[] bytes)
    {
        var message = new ProtoMessage();
        using var input = new CodedInputStream(bytes);
        for (var tag = input.ReadTag(); tag != 0; tag = input.ReadTag())
        {
            var number = WireFormat.GetTagFieldNumber(tag);
            message._fields.Add(WireFormat.GetTagWireType(tag) switch
            {
                WireFormat.WireType.Varint => ProtoField.Of(number, input.ReadUInt64()),
                WireFormat.WireType.LengthDelimited => ProtoField.Of(number, input.ReadBytes().ToByteArray()),
                WireFormat.WireType.Fixed32 => ProtoField.Of(number, input.ReadFloat()),
                var other => throw new InvalidDataException($"Field {number} has wire type {other}, which ONNX does not use. Is this an ONNX file?"),
            });
        }

        return message;
    }

    public byte[] ToByteArray()
    {
        using var stream = new MemoryStream();
        using (var output = new CodedOutputStream(stream, leaveOpen: true))
        {
            foreach (var field in _fields)
            {
                field.WriteTo(output);
            }
        }

        return stream.ToArray();
    }

    public ProtoMessage Add(int number, long value) => Add(ProtoField.Of(number, (ulong)value));

    public ProtoMessage Add(int number, float value) => Add(ProtoField.Of(number, value));

    public ProtoMessage Add(int number, string value) => Add(number, Encoding.UTF8.GetBytes(value));

    public ProtoMessage Add(int number, byte[] value) => Add(ProtoField.Of(number, value));

    public ProtoMessage Add(int number, ProtoMessage value) => Add(number, value.ToByteArray());

    /// <summary>Takes away every value of a field.</summary>
    public ProtoMessage Clear(int number)
    {
        _fields.RemoveAll(field => field.Number == number);
        return this;
    }

    public IEnumerable<long> Integers(int number) => Values(number).SelectMany(field => field.ToIntegers());

    public IEnumerable<string> Strings(int number) => Values(number).Select(field => Encoding.UTF8.GetString(field.Bytes!));

    public IEnumerable<ProtoMessage> Messages(int number) => Values(number).Select(field => Parse(field.Bytes!));

    public string? String(int number) => Strings(number).LastOrDefault();

    public byte[]? Bytes(int number) => Values(number).LastOrDefault().Bytes;

    private IEnumerable<ProtoField> Values(int number) => _fields.Where(field => field.Number == number);

    private ProtoMessage Add(ProtoField field)
    {
        _fields.Add(field);
        return this;
    }
}
