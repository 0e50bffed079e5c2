using ForumQA.Answering.Reading;
using ForumQA.Onnx.Tokens;
using ForumQA.Retrieval;
using Microsoft.ML.OnnxRuntime;

namespace ForumQA.Onnx.Reading;

/// <summary>A folder with a reader: <c>model.onnx</c> and <c>vocab.txt</c>, as <c>tests/ForumQA.Reader</c> writes them.</summary>
internal static class ReaderFolder
{
    /// <summary>A reader of a folder; nothing is loaded before the first question.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="threads">Passages that are read side by side at most.</param>
    /// <exception cref="ModelException">A file is missing.</exception>
    public static PassageReader Open(string folder, int threads)
    {
        var (graph, vocabulary) = (Path.Combine(folder, "model.onnx"), Path.Combine(folder, "vocab.txt"));
        if (!File.Exists(graph) || !File.Exists(vocabulary))
        {
            throw ModelException.Missing(folder, "model.onnx and vocab.txt, as tests/ForumQA.Reader writes them");
        }

        return new PassageReader(options => OpenSession(graph, options), () => OpenTokenizer(vocabulary), threads);
    }

    /// <summary>What the reader's numbers are worth, as <c>ForumQA.Benchmarks reading</c> learned it.</summary>
    /// <param name="folder">The folder.</param>
    /// <exception cref="ModelException">A file is missing or was made for other features.</exception>
    public static ReadingModels ReadModels(string folder) => new(
        ReadTable<ReadSentenceFeature>(folder, "read-sentence.tsv"),
        ReadTable<ReadAnswerFeature>(folder, "read-subject.tsv"),
        ReadTable<ReadAnswerFeature>(folder, "read-stated.tsv"));

    private static LinearModel<TFeature> ReadTable<TFeature>(string folder, string name)
        where TFeature : struct, Enum
    {
        var file = Path.Combine(folder, name);
        try
        {
            return File.Exists(file) ? new LinearModel<TFeature>(File.ReadLines(file)) : throw ModelException.Missing(folder, name);
        }
        catch (InvalidDataException e)
        {
            throw ModelException.Unreadable(file, e);
        }
    }

    private static InferenceSession OpenSession(string graph, SessionOptions options)
    {
        try
        {
            return new InferenceSession(graph, options);
        }
        catch (OnnxRuntimeException e)
        {
            throw ModelException.Unreadable(graph, e);
        }
    }

    private static WordPieceTokenizer OpenTokenizer(string vocabulary)
    {
        using var reader = new StreamReader(vocabulary);
        return WordPieceTokenizer.Load(reader, lowerCase: true);
    }
}
