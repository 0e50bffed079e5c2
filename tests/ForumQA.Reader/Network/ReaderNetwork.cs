using TorchSharp;
using static TorchSharp.torch;

namespace ForumQA.Reader.Network;

/// <summary>
/// BERT over question and passage with one linear layer above each token: where the answer starts, where it ends, whether its sentence
/// answers, and, over the first token, whether the passage answers at all.
/// </summary>
internal sealed class ReaderNetwork
{
    public const int Outputs = 4;

    /// <summary>The output that tells, above the first token, whether the passage answers.</summary>
    public const int Answered = 3;

    /// <summary>The output that tells whether a token's sentence answers.</summary>
    public const int Sentence = 2;

    public const string HeadWeight = "reader.weight";
    public const string HeadBias = "reader.bias";

    private const int Heads = 12;
    private const double Epsilon = 1e-12;

    private readonly Dictionary<string, TorchSharp.Modules.Parameter> _parameters = new(StringComparer.Ordinal);
    private readonly BertWeights _start;
    private readonly int _layers;

    /// <param name="start">Where training starts.</param>
    public ReaderNetwork(BertWeights start)
    {
        _start = start;
        foreach (var weight in start.Graph.Weights.Where(weight => weight.Type == Models.Onnx.Tensor.Float && weight.Shape.Length > 0))
        {
            // Of words there is too little to learn anew: each has been seen a few times only.
            var isFixed = weight.Name is "embeddings.word_embeddings.weight" or "embeddings.position_embeddings.weight";
            _parameters[weight.Name] = new TorchSharp.Modules.Parameter(tensor(weight.AsFloats().ToArray(), weight.Shape), requires_grad: !isFixed);
        }

        var width = (int)_parameters["embeddings.LayerNorm.weight"].shape[0];
        _parameters[HeadWeight] = new TorchSharp.Modules.Parameter(randn([width, Outputs]) * 0.02, requires_grad: true);
        _parameters[HeadBias] = new TorchSharp.Modules.Parameter(zeros([Outputs]), requires_grad: true);
        while (_parameters.ContainsKey($"encoder.layer.{_layers}.output.LayerNorm.weight"))
        {
            _layers++;
        }
    }

    public IEnumerable<TorchSharp.Modules.Parameter> Learned => _parameters.Values.Where(parameter => parameter.requires_grad);

    public IReadOnlyDictionary<string, TorchSharp.Modules.Parameter> Parameters => _parameters;

    /// <summary>Batch by token by <see cref="Outputs"/>.</summary>
    /// <param name="tokens">Batch by token, padded.</param>
    /// <param name="types">0 for the question, 1 for the passage.</param>
    /// <param name="mask">Added to attention: 0 where a token is, a large negative number where padding is; null without padding.</param>
    public Tensor Forward(Tensor tokens, Tensor types, Tensor? mask)
    {
        var length = tokens.shape[1];
        var hidden = Rows("embeddings.word_embeddings.weight", tokens)
            + _parameters["embeddings.position_embeddings.weight"].narrow(0, 0, length).unsqueeze(0)
            + Rows("embeddings.token_type_embeddings.weight", types);
        hidden = Norm(hidden, "embeddings.LayerNorm");
        for (var layer = 0; layer < _layers; layer++)
        {
            var name = $"encoder.layer.{layer}";
            var attended = nn.functional.scaled_dot_product_attention(
                Split(hidden, $"{name}.attention.self.query"), Split(hidden, $"{name}.attention.self.key"), Split(hidden, $"{name}.attention.self.value"), mask);
            attended = attended.transpose(1, 2).reshape(hidden.shape);
            hidden = Norm(Apply(attended, $"{name}.attention.output.dense") + hidden, $"{name}.attention.output.LayerNorm");
            var wide = nn.functional.gelu(Apply(hidden, $"{name}.intermediate.dense"));
            hidden = Norm(Apply(wide, $"{name}.output.dense") + hidden, $"{name}.output.LayerNorm");
        }

        return hidden.matmul(_parameters[HeadWeight]) + _parameters[HeadBias];
    }

    private Tensor Rows(string table, Tensor numbers) =>
        _parameters[table].index_select(0, numbers.flatten()).reshape(numbers.shape[0], numbers.shape[1], -1);

    private Tensor Apply(Tensor hidden, string layer) =>
        addmm(_parameters[layer + ".bias"], hidden.reshape(-1, hidden.shape[2]), _parameters[_start.MatrixOf(layer)], 1, 1).reshape(hidden.shape[0], hidden.shape[1], -1);

    private Tensor Split(Tensor hidden, string layer) =>
        Apply(hidden, layer).reshape(hidden.shape[0], hidden.shape[1], Heads, -1).transpose(1, 2);

    private Tensor Norm(Tensor hidden, string name) =>
        nn.functional.layer_norm(hidden, [hidden.shape[2]], _parameters[name + ".weight"], _parameters[name + ".bias"], Epsilon);
}
