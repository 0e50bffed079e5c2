namespace ForumQA.Onnx;

/// <summary>A model cannot be used as it is. The message names the file and the remedy.</summary>
public sealed class ModelException : ForumQAException
{
    private ModelException(string code, string message, Exception? innerException = null)
        : base(code, message, innerException)
    {
    }

    internal static ModelException UnknownInput(string name) => new(
        "model-inputs-unknown",
        $"The model asks for an input '{name}'. ForumQA gives input_ids, attention_mask, token_type_ids and position_ids; export the model with these (optimum-cli export onnx --task feature-extraction).");

    internal static ModelException NoTokenVectors(IEnumerable<string> outputs) => new(
        "model-outputs-unknown",
        $"The model returns {string.Join(", ", outputs)}, and none of them is a vector of 32-bit floats for each token. Export it with optimum-cli export onnx --task feature-extraction.");
}
