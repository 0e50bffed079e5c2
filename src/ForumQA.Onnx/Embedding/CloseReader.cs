using System.Numerics.Tensors;
using BitFaster.Caching.Lru;
using ForumQA.Models.Embedding;
using ForumQA.Onnx.Tokens;
using ForumQA.Storage;
using Microsoft.ML.OnnxRuntime;

namespace ForumQA.Onnx.Embedding;

/// <summary>Reads closely by the vectors that a model gives each token. Sentences that were read are kept in memory for the questions after; equal input gives equal output, read or kept.</summary>
internal sealed class CloseReader : ICloseReader, IDisposable
{
    /// <summary>Of what stands before a sentence, the last so many tokens are read with it: more costs time and tells nothing (docs/decisions/0028).</summary>
    private const int MostContext = 48;

    /// <summary>Sentences kept by default: some 25 MB, as sentences are long.</summary>
    public const int Kept = 2000;

    /// <summary>Sentences of more tokens than this are read anew each time: few are, and they would take the memory of many.</summary>
    private const int MostTokensKept = 128;

    /// <summary>Cosines are rounded, so that processors that differ in the last bit order alike.</summary>
    private const int Digits = 4;

    private readonly int _limit;
    private readonly int _threads;
    private readonly ModelSession _session;
    private readonly Lazy<ITextTokenizer> _tokenizer;
    private readonly ConcurrentLru<SentenceInContext, byte[][]> _kept;

    /// <param name="open">Opens the model when it is first needed.</param>
    /// <param name="openTokenizer">Its tokens.</param>
    /// <param name="limit">Tokens it reads at once, those before and after a text included.</param>
    /// <param name="threads">Sentences that are read side by side at most.</param>
    /// <param name="kept">Sentences that are kept.</param>
    public CloseReader(Func<SessionOptions, InferenceSession> open, Func<ITextTokenizer> openTokenizer, int limit, int threads, int kept = Kept)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(threads, 1);
        _limit = limit;
        _threads = threads;
        _session = new ModelSession(open);
        _kept = new ConcurrentLru<SentenceInContext, byte[][]>(kept);
        _tokenizer = new Lazy<ITextTokenizer>(openTokenizer);
    }

    /// <inheritdoc/>
    public Task<CloseReading> ReadAsync(string question, IReadOnlyList<SentenceInContext> sentences, CancellationToken cancellationToken) =>
        Task.Run(() => Read(question, sentences, cancellationToken), cancellationToken);

    /// <inheritdoc/>
    public void Dispose() => _session.Dispose();

    private CloseReading Read(string question, IReadOnlyList<SentenceInContext> sentences, CancellationToken cancellationToken)
    {
        // The question is one of the texts, so that no thread waits for it.
        SentenceInContext[] texts = [new SentenceInContext("", question), .. sentences];
        var tokens = new byte[texts.Length][][];
        Parallel.For(0, texts.Length, new ParallelOptions { MaxDegreeOfParallelism = _threads, CancellationToken = cancellationToken }, i => tokens[i] = Find(texts[i], cancellationToken));
        return new CloseReading([.. tokens[0].Select(token => QuantizedVector.Read(token))], [.. tokens.Skip(1).Select(sentence => Array.ConvertAll(tokens[0], word => NearestTo(word, sentence)))]);
    }

    private static double NearestTo(byte[] word, byte[][] sentence) =>
        Math.Round(sentence.Length == 0 ? 0 : sentence.Max(other => QuantizedVector.Dot(word, other)), Digits);

    private byte[][] Find(SentenceInContext sentence, CancellationToken cancellationToken)
    {
        if (_kept.TryGet(sentence, out var known))
        {
            return known;
        }

        var vectors = Embed(sentence, cancellationToken);
        if (vectors.Length <= MostTokensKept)
        {
            _kept.AddOrUpdate(sentence, vectors);
        }

        return vectors;
    }

    /// <summary>The vectors of the sentence's own tokens.</summary>
    private byte[][] Embed(SentenceInContext sentence, CancellationToken cancellationToken)
    {
        var tokenizer = _tokenizer.Value;
        var own = tokenizer.Encode(sentence.Text);
        var before = tokenizer.Encode(sentence.Before);
        var room = _limit - tokenizer.Before.Count - tokenizer.After.Count;
        var context = before[^Math.Clamp(room - own.Length, 0, Math.Min(before.Length, MostContext))..];

        // What is too long to be read at once is read in parts, the first of them alone after what stands before.
        return [.. own.Chunk(room).SelectMany((part, i) => Run(i == 0 ? context : [], part))];

        IEnumerable<byte[]> Run(long[] context, long[] part)
        {
            var values = _session.Run([.. tokenizer.Before, .. context, .. part, .. tokenizer.After], cancellationToken);
            var width = values.Length / (tokenizer.Before.Count + context.Length + part.Length + tokenizer.After.Count);
            return Enumerable.Range(tokenizer.Before.Count + context.Length, part.Length).Select(i => Shorten(values.AsSpan(i * width, width)));
        }
    }

    /// <summary>The vector at length 1, in bytes.</summary>
    private static byte[] Shorten(Span<float> vector)
    {
        var norm = TensorPrimitives.Norm<float>(vector);
        if (norm > 0)
        {
            TensorPrimitives.Divide(vector, norm, vector);
        }

        return QuantizedVector.Of(vector);
    }
}
