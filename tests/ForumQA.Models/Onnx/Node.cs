namespace ForumQA.Models.Onnx;

/// <summary>An operation of a graph: message NodeProto.</summary>
internal static class Node
{
    public const int InputField = 1;
    public const int OutputField = 2;
    public const int NameField = 3;
    public const int OperatorField = 4;

    private const int AttributeField = 5;
    private const int DomainField = 7;
    private const int AttributeName = 1;
    private const int AttributeInteger = 3;
    private const int AttributeType = 20;
    private const int TypeInteger = 2;

    public static ProtoMessage Create(string operation, string[] inputs, string[] outputs, string? domain = null)
    {
        var node = new ProtoMessage();
        foreach (var input in inputs)
        {
            node.Add(InputField, input);
        }

        foreach (var output in outputs)
        {
            node.Add(OutputField, output);
        }

        node.Add(NameField, $"{outputs[0]}/{operation}").Add(OperatorField, operation);
        return domain is null ? node : node.Add(DomainField, domain);
    }

    public static ProtoMessage With(this ProtoMessage node, string name, long value) => node.Add(
        AttributeField, new ProtoMessage().Add(AttributeName, name).Add(AttributeInteger, value).Add(AttributeType, TypeInteger));

    public static string Operation(this ProtoMessage node) => node.String(OperatorField)!;

    public static string[] Inputs(this ProtoMessage node) => [.. node.Strings(InputField)];

    public static string Output(this ProtoMessage node) => node.Strings(OutputField).First();
}
