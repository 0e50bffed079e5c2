using System.Numerics.Tensors;
using ForumQA.Models.Embedding;
using ForumQA.Onnx.Tokens;
using Microsoft.Extensions.AI;

namespace ForumQA.Onnx.Embedding;

/// <summary>Embeds in this process. Vectors have length 1; equal texts have equal vectors, whatever stands beside them.</summary>
internal sealed class OnnxEmbeddingGenerator : IEmbeddingGenerator<string, Embedding<float>>
{
    /// <summary>A perfect match of meaning counts as much as one of words.</summary>
    private static readonly VectorWeight Weight = new(1);

    private readonly EmbeddingModel _model;
    private readonly int _threads;
    private readonly ModelSession _session;
    private readonly Lazy<TokenWindows> _windows;
    private readonly EmbeddingGeneratorMetadata _metadata;
    private readonly EmbeddingIdentity _identity;
    private readonly CloseReader? _reader;

    /// <param name="model">The model. Nothing of it is loaded before the first text.</param>
    /// <param name="threads">Texts that are embedded side by side at most.</param>
    /// <param name="reader">Reads closely what the model has found; disposed of with this. Null for nobody.</param>
    public OnnxEmbeddingGenerator(EmbeddingModel model, int threads, CloseReader? reader = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(threads, 1);
        _model = model;
        _threads = threads;
        _session = new ModelSession(model.OpenSession);
        _windows = new Lazy<TokenWindows>(() => new TokenWindows(model.OpenTokenizer(), model.TokenLimit));
        _metadata = new EmbeddingGeneratorMetadata("onnxruntime", null, model.Name, model.Dimensions);
        _identity = new EmbeddingIdentity(model.Identity);
        _reader = reader;
    }

    /// <inheritdoc/>
    public Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(
        IEnumerable<string> values, EmbeddingGenerationOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(values);
        var purpose = options.GetPurpose();
        var texts = values.ToList();
        return Task.Run(() => Generate(texts, purpose, cancellationToken), cancellationToken);
    }

    /// <inheritdoc/>
    public object? GetService(Type serviceType, object? serviceKey = null) =>
        serviceKey is not null ? null
        : serviceType == typeof(EmbeddingGeneratorMetadata) ? _metadata
        : serviceType == typeof(EmbeddingIdentity) ? _identity
        : serviceType == typeof(VectorWeight) ? Weight
        : serviceType == typeof(KnownModel) ? _model.Known
        : serviceType == typeof(ICloseReader) ? _reader
        : serviceType == typeof(InProcess) ? InProcess.Mark
        : serviceType.IsInstanceOfType(this) ? this
        : null;

    /// <inheritdoc/>
    public void Dispose()
    {
        _session.Dispose();
        _reader?.Dispose();
    }

    private GeneratedEmbeddings<Embedding<float>> Generate(List<string> texts, EmbeddingPurpose purpose, CancellationToken cancellationToken)
    {
        var vectors = RunAll(texts, purpose, cancellationToken);
        return [.. vectors.Select(windows => new Embedding<float>(Mean(windows)) { ModelId = _model.Name })];
    }

    /// <summary>Runs every window of every text.</summary>
    private float[][][] RunAll(IReadOnlyList<string> texts, EmbeddingPurpose purpose, CancellationToken cancellationToken)
    {
        var prefix = purpose == EmbeddingPurpose.Query ? _model.QueryPrefix : _model.DocumentPrefix;
        var windows = texts.Select(text => _windows.Value.Cut(prefix + text)).ToList();
        var results = windows.Select(cut => new float[cut.Count][]).ToArray();

        // The longest first, so that no thread begins a long one when the others are done.
        var runs = windows.SelectMany((cut, text) => cut.Select((tokens, window) => (Text: text, Window: window, Tokens: tokens)))
            .OrderByDescending(run => run.Tokens.Length).ToList();
        if (runs is [var single])
        {
            Run(single);
            return results;
        }

        Parallel.ForEach(runs, new ParallelOptions { MaxDegreeOfParallelism = _threads, CancellationToken = cancellationToken }, Run);
        return results;

        void Run((int Text, int Window, long[] Tokens) run) =>
            results[run.Text][run.Window] = Pool(_session.Run(run.Tokens, cancellationToken), run.Tokens.Length);
    }

    private float[] Pool(float[] values, int tokens)
    {
        var width = values.Length / tokens;
        var vector = new float[width];
        switch (_model.Pooling)
        {
            case Pooling.First:
                values.AsSpan(0, width).CopyTo(vector);
                break;
            case Pooling.Last:
                values.AsSpan((tokens - 1) * width, width).CopyTo(vector);
                break;
            default:
                for (var token = 0; token < tokens; token++)
                {
                    TensorPrimitives.Add(vector, values.AsSpan(token * width, width), vector);
                }

                break;
        }

        return NormalizeEach(vector, width);
    }

    /// <summary>The vector of a text of several windows: their mean.</summary>
    private static float[] Mean(float[][] windows)
    {
        if (windows is [var only])
        {
            return only;
        }

        var sum = new float[windows[0].Length];
        foreach (var window in windows)
        {
            TensorPrimitives.Add(sum, window, sum);
        }

        return NormalizeEach(sum, sum.Length);
    }

    private static float[] NormalizeEach(float[] values, int width)
    {
        for (var at = 0; at < values.Length; at += width)
        {
            var vector = values.AsSpan(at, width);
            var norm = TensorPrimitives.Norm<float>(vector);
            if (norm > 0)
            {
                TensorPrimitives.Divide(vector, norm, vector);
            }
        }

        return values;
    }
}
