using System.Numerics.Tensors;
using ForumQA.Models.Embedding;
using ForumQA.Retrieval;
using Microsoft.Extensions.AI;

namespace ForumQA.Answering.Meaning;

/// <summary>Embeds the sentences when they are asked for.</summary>
internal sealed class EmbeddedSentences(IEmbeddingGenerator<string, Embedding<float>> embedder) : ISentenceMeaning
{
    /// <summary>Scores that order anything are rounded, so that processors that differ in the last bit give the same answers.</summary>
    private const int Digits = 4;

    /// <inheritdoc/>
    public async Task<double[]> CompareAsync(ReadOnlyMemory<float> question, IReadOnlyList<SentenceCandidate> sentences, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(sentences);
        if (sentences.Count == 0)
        {
            return [];
        }

        var embedded = await embedder.GenerateAsync(
            sentences.Select(sentence => sentence.Sentence.Text), EmbeddingPurpose.Document.ToOptions(), cancellationToken).ConfigureAwait(false);
        return [.. embedded.Select(sentence => Math.Round(TensorPrimitives.CosineSimilarity(question.Span, sentence.Vector.Span), Digits))];
    }
}
