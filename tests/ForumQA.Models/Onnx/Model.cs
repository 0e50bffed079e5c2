namespace ForumQA.Models.Onnx;

/// <summary>A model with its one graph: messages ModelProto and GraphProto. What is not named here is kept as it was read.</summary>
internal sealed class Model
{
    private const int GraphField = 7;
    private const int OperatorsField = 8;
    private const int OperatorsDomain = 1;
    private const int OperatorsVersion = 2;
    private const int NodeField = 1;
    private const int InitializerField = 5;
    private const int OutputField = 12;

    private readonly ProtoMessage _model;
    private readonly ProtoMessage _graph;

    private Model(ProtoMessage model, ProtoMessage graph, IEnumerable<ProtoMessage> nodes, IEnumerable<Tensor> weights) =>
        (_model, _graph, Nodes, Weights) = (model, graph, [.. nodes], [.. weights]);

    /// <summary>In the order of their running.</summary>
    public List<ProtoMessage> Nodes { get; }

    public List<Tensor> Weights { get; }

    public static Model Parse(byte[] bytes)
    {
        var model = ProtoMessage.Parse(bytes);
        var graph = model.Messages(GraphField).Single();
        return new Model(model.Clear(GraphField), graph, graph.Messages(NodeField), graph.Messages(InitializerField).Select(Tensor.Read));
    }

    /// <summary>A model without anything in it.</summary>
    /// <param name="operators">The version of the standard operators.</param>
    public static Model Create(int operators)
    {
        const int FormatVersionField = 1;
        const int FormatVersion = 7;
        const int GraphName = 2;
        return new Model(new ProtoMessage().Add(FormatVersionField, FormatVersion), new ProtoMessage().Add(GraphName, "graph"), [], []).Use("", operators);
    }

    /// <summary>Says that operators of a domain are used.</summary>
    public Model Use(string domain, int version)
    {
        _model.Add(OperatorsField, new ProtoMessage().Add(OperatorsDomain, domain).Add(OperatorsVersion, version));
        return this;
    }

    public Model AddInput(string name, int type, params string[] axes) => AddValue(11, name, type, axes);

    public Model AddOutput(string name, int type, params string[] axes) => AddValue(OutputField, name, type, axes);

    /// <summary>The names of what it puts out.</summary>
    public IEnumerable<string> Outputs => _graph.Messages(OutputField).Select(output => output.String(1)!);

    /// <summary>Takes away what the model puts out.</summary>
    public Model ClearOutputs()
    {
        _graph.Clear(OutputField);
        return this;
    }

    public byte[] ToByteArray()
    {
        _graph.Clear(NodeField).Clear(InitializerField);
        foreach (var node in Nodes)
        {
            _graph.Add(NodeField, node);
        }

        foreach (var weight in Weights)
        {
            _graph.Add(InitializerField, weight.ToMessage());
        }

        return _model.Clear(GraphField).Add(GraphField, _graph).ToByteArray();
    }

    private Model AddValue(int field, string name, int type, string[] axes)
    {
        // ValueInfoProto { name, TypeProto { Tensor { element type, TensorShapeProto { Dimension { size or name } } } } }
        var shape = new ProtoMessage();
        foreach (var axis in axes)
        {
            shape.Add(1, long.TryParse(axis, out var size) ? new ProtoMessage().Add(1, size) : new ProtoMessage().Add(2, axis));
        }

        var tensor = new ProtoMessage().Add(1, type).Add(2, shape);
        _graph.Add(field, new ProtoMessage().Add(1, name).Add(2, new ProtoMessage().Add(1, tensor)));
        return this;
    }
}
