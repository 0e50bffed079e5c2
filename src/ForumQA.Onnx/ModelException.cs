namespace ForumQA.Onnx;

/// <summary>A model cannot be used as it is. The message names the file and the remedy.</summary>
public sealed class ModelException : ForumQAException
{
    private ModelException(string code, string message, Exception? innerException = null)
        : base(code, message, innerException)
    {
    }

    internal static ModelException NoFolder(string folder) => new(
        "model-folder-missing", $"There is no folder '{folder}'. Embedding:Path names a folder with a model as Hugging Face lays it out; leave it out for the built-in model.");

    internal static ModelException NoGraph(string folder, IEnumerable<string> names) => new(
        "model-file-missing",
        $"There is none of {string.Join(", ", names)} in '{folder}'. Download the model's onnx folder too, or make it with: optimum-cli export onnx --task feature-extraction");

    internal static ModelException Missing(string folder, string what) => new(
        "model-file-missing", $"There is no {what} in '{folder}'. Download it from where the model came from; the whole folder is needed, not the .onnx file alone.");

    internal static ModelException Unreadable(string file, Exception cause) => new(
        "model-unreadable", $"'{file}' cannot be read ({cause.Message}). Download it again; a file of some hundred bytes is a Git LFS pointer and not the file itself.", cause);

    internal static ModelException Unsupported(string file, string what, string remedy) => new(
        "model-unsupported", $"'{file}' asks for {what}, which is not supported. {remedy}");

    internal static ModelException UnknownInput(string name) => new(
        "model-inputs-unknown",
        $"The model asks for an input '{name}'. ForumQA gives input_ids, attention_mask, token_type_ids and position_ids; export the model with these (optimum-cli export onnx --task feature-extraction).");

    internal static ModelException NoTokenVectors(IEnumerable<string> outputs) => new(
        "model-outputs-unknown",
        $"The model returns {string.Join(", ", outputs)}, and none of them is a vector of 32-bit floats for each token. Export it with optimum-cli export onnx --task feature-extraction.");

    internal static ModelException NoReader(int width) => new(
        "model-outputs-unknown",
        $"The model of Reader:Path returns {width} numbers for each token and not four, so it is no reader. Name a folder that tests/ForumQA.Reader made, or leave Reader:Path out.");
}
