using System.Text.Json;
using FastBertTokenizer;
using ForumQA.Models.Embedding;
using ForumQA.Onnx.Tokens;
using Microsoft.ML.OnnxRuntime;

namespace ForumQA.Onnx.Embedding;

/// <summary>A model of the user's, in a folder as Hugging Face and Sentence Transformers lay it out (https://sbert.net/docs/sentence_transformer/usage/custom_models.html).</summary>
internal static class ModelFolder
{
    private const int UsualTokenLimit = 512;

    private static readonly string[] Graphs = ["onnx/model.onnx", "model.onnx", "onnx/model_quantized.onnx", "model_quantized.onnx"];

    /// <summary>Reads what the folder says of its model; the model itself is opened when first needed.</summary>
    /// <exception cref="ModelException">Something is missing, or is of a kind that is not supported.</exception>
    public static EmbeddingModel Describe(EmbeddingOptions options)
    {
        var folder = Path.GetFullPath(options.Path!);
        if (!Directory.Exists(folder))
        {
            throw ModelException.NoFolder(folder);
        }

        var graph = Graphs.Select(name => Path.Combine(folder, name)).FirstOrDefault(File.Exists) ?? throw ModelException.NoGraph(folder, Graphs);
        var configuration = ModelJson.Read(Path.Combine(folder, "config.json")) ?? throw ModelException.Missing(folder, "config.json");
        RefuseLayers(folder);
        var prompts = ModelJson.Read(Path.Combine(folder, "config_sentence_transformers.json"))?.Child("prompts");
        var model = new EmbeddingModel
        {
            Name = Path.GetFileName(folder),
            Identity = "",
            Dimensions = configuration.Integer("hidden_size") ?? throw ModelException.Missing(folder, "config.json with a hidden_size"),
            TokenLimit = ReadTokenLimit(folder, configuration),
            Pooling = ReadPooling(folder),
            QueryPrefix = options.QueryPrefix.Length > 0 ? options.QueryPrefix : prompts?.Text("query") ?? "",
            DocumentPrefix = options.DocumentPrefix.Length > 0 ? options.DocumentPrefix : prompts?.Text("document") ?? prompts?.Text("passage") ?? "",
            OpenTokenizer = FindTokenizer(folder),
            OpenSession = session => Open(graph, session),
        };
        return model with { Identity = $"{model.Name}-{ModelFingerprint.Of(folder, graph, model)}" };
    }

    private static int ReadTokenLimit(string folder, ModelJson configuration)
    {
        var positions = configuration.Integer("max_position_embeddings") ?? UsualTokenLimit;
        var chosen = ModelJson.Read(Path.Combine(folder, "sentence_bert_config.json"))?.Integer("max_seq_length") ?? positions;
        return Math.Min(chosen, positions);
    }

    private static Pooling ReadPooling(string folder)
    {
        var file = Path.Combine(folder, "1_Pooling", "config.json");
        return ModelJson.Read(file) is not { } pooling || pooling.Flag("pooling_mode_mean_tokens") ? Pooling.Mean
            : pooling.Flag("pooling_mode_cls_token") ? Pooling.First
            : pooling.Flag("pooling_mode_lasttoken") ? Pooling.Last
            : throw ModelException.Unsupported(file, "its way of pooling", "Use a model with pooling_mode_cls_token, pooling_mode_mean_tokens or pooling_mode_lasttoken.");
    }

    private static void RefuseLayers(string folder)
    {
        var file = Path.Combine(folder, "modules.json");
        if (ModelJson.Read(file)?.Items().Select(module => module.Text("type") ?? "").FirstOrDefault(
            type => !type.EndsWith(".Transformer", StringComparison.Ordinal) && !type.EndsWith(".Pooling", StringComparison.Ordinal)
                && !type.EndsWith(".Normalize", StringComparison.Ordinal)) is { } other)
        {
            throw ModelException.Unsupported(file, $"a layer '{other}'", "Use a model of Transformer, Pooling and Normalize alone, or serve this one and name it with Embedding:Endpoint.");
        }
    }

    private static Func<ITextTokenizer> FindTokenizer(string folder)
    {
        var (file, vocabulary) = (Path.Combine(folder, "tokenizer.json"), Path.Combine(folder, "vocab.txt"));
        if (File.Exists(vocabulary))
        {
            var lowerCase = ModelJson.Read(Path.Combine(folder, "tokenizer_config.json"))?.Flag("do_lower_case", otherwise: true) ?? true;
            return () => Load(vocabulary, reader => WordPieceTokenizer.Load(reader, lowerCase));
        }

        return ModelJson.Read(file) is not { } tokenizer ? throw ModelException.Missing(folder, "vocab.txt or tokenizer.json")
            : tokenizer.Child("model")?.Text("type") is not "WordPiece" and var kind
                ? throw ModelException.Unsupported(file, $"tokens of the kind '{kind}'", "Use a model with WordPiece tokens, as BERT has, or serve this one and name it with Embedding:Endpoint.")
            : () => Load(file, reader => LoadJson(reader));
    }

    private static WordPieceTokenizer LoadJson(StreamReader reader)
    {
        var tokenizer = new BertTokenizer();
        tokenizer.LoadTokenizerJson(reader.BaseStream);
        return new WordPieceTokenizer(tokenizer);
    }

    private static WordPieceTokenizer Load(string file, Func<StreamReader, WordPieceTokenizer> load)
    {
        try
        {
            using var reader = new StreamReader(file);
            return load(reader);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or JsonException or ArgumentException or InvalidOperationException or KeyNotFoundException)
        {
            throw ModelException.Unreadable(file, e);
        }
    }

    private static InferenceSession Open(string graph, SessionOptions options)
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
}
