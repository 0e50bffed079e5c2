using ForumQA.Reader.Examples;
using TorchSharp;
using static TorchSharp.torch;

namespace ForumQA.Reader.Training;

/// <summary>Examples of nearly the same length, as tensors.</summary>
internal sealed class Batch
{
    private const float Never = -1e4f;

    /// <param name="examples">Padded to the longest.</param>
    public Batch(IReadOnlyList<EncodedExample> examples)
    {
        var (count, length, most) = (examples.Count, examples.Max(example => example.Tokens.Length), examples.Max(example => example.Sentences.Length));
        var (tokens, types, mask) = (new long[count * length], new long[count * length], new float[count * length]);
        var (place, passage) = (new float[count * (most + 1) * length], new float[count * length]);
        var (exists, right) = (new float[count * (most + 1)], new float[count * (most + 1)]);
        for (var i = 0; i < count; i++)
        {
            var example = examples[i];
            example.Tokens.CopyTo(tokens, i * length);
            mask.AsSpan((i * length) + example.Tokens.Length, length - example.Tokens.Length).Fill(Never);
            types.AsSpan((i * length) + example.Passage, example.Tokens.Length - example.Passage).Fill(1);

            // Where an answer may be: in the passage, or at the first token for none.
            passage.AsSpan(i * length, length).Fill(Never);
            passage[i * length] = 0;
            passage.AsSpan((i * length) + example.Passage, example.Tokens.Length - example.Passage - 1).Clear();
            var row = i * (most + 1);
            exists.AsSpan(row, most + 1).Fill(Never);
            right.AsSpan(row, most + 1).Fill(Never);
            place[row * length] = 1;
            exists[row] = 0;
            right[row] = example.IsAnswered ? Never : 0;
            for (var s = 0; s < example.Sentences.Length; s++)
            {
                var (start, end) = example.Sentences[s];
                place.AsSpan(((row + s + 1) * length) + start, end - start).Fill(1f / (end - start));
                exists[row + s + 1] = 0;
                right[row + s + 1] = example.IsAnswering[s] ? 0 : Never;
            }
        }

        Tokens = tensor(tokens, [count, length]);
        Types = tensor(types, [count, length]);
        Mask = examples.All(example => example.Tokens.Length == length) ? null : tensor(mask, [count, 1, 1, length]);
        Passage = tensor(passage, [count, length]);
        Sentences = tensor(place, [count, most + 1, length]);
        Exists = tensor(exists, [count, most + 1]);
        Right = tensor(right, [count, most + 1]);
        Starts = tensor([.. examples.Select(example => (long)example.Start)], [count]);
        Ends = tensor([.. examples.Select(example => (long)example.End)], [count]);
        Answered = tensor([.. examples.Select(example => example.IsAnswered ? 1f : 0f)], [count]);
    }

    public Tensor Tokens { get; }

    public Tensor Types { get; }

    public Tensor? Mask { get; }

    public Tensor Passage { get; }

    /// <summary>The mean over each sentence's tokens; before them the first token, which stands for none.</summary>
    public Tensor Sentences { get; }

    public Tensor Exists { get; }

    public Tensor Right { get; }

    public Tensor Starts { get; }

    public Tensor Ends { get; }

    public Tensor Answered { get; }

    /// <summary>What the network's outputs for this batch lose: of spans, sentences and of whether there is an answer.</summary>
    public Tensor Loss(Tensor outputs)
    {
        var starts = nn.functional.cross_entropy(outputs.select(2, 0) + Passage, Starts, ignore_index: -1);
        var ends = nn.functional.cross_entropy(outputs.select(2, 1) + Passage, Ends, ignore_index: -1);
        var sentences = Sentences.matmul(outputs.select(2, 2).unsqueeze(2)).squeeze(2) + Exists;
        var missed = (logsumexp(sentences, 1) - logsumexp(sentences + Right, 1)).mean();
        var answered = nn.functional.binary_cross_entropy_with_logits(outputs.select(2, 3).select(1, 0), Answered);
        return (0.5 * (starts + ends)) + missed + answered;
    }
}
