using ForumQA.Models.Onnx;

namespace ForumQA.Reader.Network;

/// <summary>Writes a trained network as ONNX: the graph training started from, with the weights learned and the layer above it.</summary>
internal static class Export
{
    /// <summary>The output: a batch of tokens, four numbers each.</summary>
    public const string Output = "reading";

    private const string Hidden = "last_hidden_state";

    public static Model Write(byte[] start, ReaderNetwork network)
    {
        var model = Model.Parse(start);
        for (var i = 0; i < model.Weights.Count; i++)
        {
            if (network.Parameters.TryGetValue(model.Weights[i].Name, out var learned) && learned.requires_grad)
            {
                model.Weights[i] = Tensor.Of(model.Weights[i].Name, learned.data<float>().ToArray(), model.Weights[i].Shape);
            }
        }

        foreach (var name in new[] { ReaderNetwork.HeadWeight, ReaderNetwork.HeadBias })
        {
            var head = network.Parameters[name];
            model.Weights.Add(Tensor.Of(name, head.data<float>().ToArray(), head.shape));
        }

        model.Nodes.Add(Node.Create("MatMul", [Hidden, ReaderNetwork.HeadWeight], [Output + "/product"]));
        model.Nodes.Add(Node.Create("Add", [Output + "/product", ReaderNetwork.HeadBias], [Output]));
        return model.ClearOutputs().AddOutput(Output, Tensor.Float, "batch", "tokens", "4");
    }
}
