using System.Numerics.Tensors;
using Microsoft.ML.OnnxRuntime;
using Microsoft.ML.OnnxRuntime.Tensors;

namespace ForumQA.Onnx;

/// <summary>A model in ONNX Runtime that turns tokens into vectors. Opened when first needed; safe for use by many threads.</summary>
/// <remarks>
/// Each text runs alone and on one thread; many texts run side by side. That is as fast as batches, needs no padding, and what comes out
/// depends on nothing but the text: neither on its neighbours nor on how many processors there are.
/// </remarks>
internal sealed class ModelSession(Func<SessionOptions, InferenceSession> open) : IDisposable
{
    private readonly Lazy<InferenceSession> _session = new(() => Open(open));

    /// <summary>The vectors of the tokens of a text, one after the other.</summary>
    /// <param name="tokens">The text's tokens with what stands before and after it.</param>
    /// <param name="cancellationToken">Stops even in the middle of a run.</param>
    /// <returns>The numbers of all vectors.</returns>
    public float[] Run(long[] tokens, CancellationToken cancellationToken) => Run(tokens, tokens.Length, cancellationToken);

    /// <summary>The vectors of the tokens of two texts, one after the other.</summary>
    /// <param name="tokens">Both texts' tokens with what stands before, between and after them.</param>
    /// <param name="second">Where the second text begins, which the model is told.</param>
    /// <param name="cancellationToken">Stops even in the middle of a run.</param>
    /// <returns>The numbers of all vectors.</returns>
    public float[] Run(long[] tokens, int second, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var session = _session.Value;
        var inputs = session.InputMetadata.ToDictionary(input => input.Key, input => CreateInput(input.Key, input.Value, tokens, second));
        using var run = new RunOptions();
        using var registration = cancellationToken.Register(() => run.Terminate = true);
        try
        {
            using var outputs = session.Run(run, inputs, [OutputOf(session)]);
            return outputs[0].GetTensorDataAsSpan<float>().ToArray();
        }
        catch (OnnxRuntimeException) when (cancellationToken.IsCancellationRequested)
        {
            throw new OperationCanceledException(cancellationToken);
        }
        finally
        {
            foreach (var input in inputs.Values)
            {
                input.Dispose();
            }
        }
    }

    public void Dispose()
    {
        if (_session.IsValueCreated)
        {
            _session.Value.Dispose();
        }
    }

    private static InferenceSession Open(Func<SessionOptions, InferenceSession> open)
    {
        using var options = new SessionOptions
        {
            IntraOpNumThreads = 1,
            InterOpNumThreads = 1,
            EnableMemoryPattern = false, // Each length would be planned for anew.
            LogSeverityLevel = OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR,
        };
        return open(options);
    }

    private static OrtValue CreateInput(string name, NodeMetadata input, long[] tokens, int second)
    {
        var values = new long[tokens.Length];
        switch (name)
        {
            case "input_ids":
                values = tokens;
                break;
            case "attention_mask":
                Array.Fill(values, 1);
                break;
            case "token_type_ids":
                values.AsSpan(second).Fill(1);
                break;
            case "position_ids":
                for (var i = 0; i < values.Length; i++)
                {
                    values[i] = i;
                }

                break;
            default:
                throw ModelException.UnknownInput(name);
        }

        long[] shape = [1, tokens.Length];
        if (input.ElementDataType != TensorElementType.Int32)
        {
            return OrtValue.CreateTensorValueFromMemory(values, shape);
        }

        var narrow = new int[values.Length];
        TensorPrimitives.ConvertChecked<long, int>(values, narrow);
        return OrtValue.CreateTensorValueFromMemory(narrow, shape);
    }

    private static string OutputOf(InferenceSession session) =>
        session.OutputMetadata.FirstOrDefault(output => output.Value is { ElementDataType: TensorElementType.Float, Dimensions.Length: 3 }).Key
        ?? throw ModelException.NoTokenVectors(session.OutputMetadata.Keys);
}
