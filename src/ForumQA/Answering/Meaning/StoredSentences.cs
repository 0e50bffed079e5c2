using ForumQA.Retrieval;
using ForumQA.Storage;

namespace ForumQA.Answering.Meaning;

/// <summary>Compares by the vectors that the index has of its sentences; those it does not have yet are embedded.</summary>
/// <param name="snapshot">The index.</param>
/// <param name="others">Embeds.</param>
internal sealed class StoredSentences(IndexSnapshot snapshot, ISentenceMeaning others) : ISentenceMeaning
{
    /// <inheritdoc/>
    public async Task<double[]> CompareAsync(ReadOnlyMemory<float> question, IReadOnlyList<SentenceCandidate> sentences, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(sentences);
        var rows = snapshot.Passages.FindRows(sentences.Select(sentence => sentence.Passage.Evidence.Passage.Id).Distinct());
        var stored = snapshot.Sentences.Score(question.Span, [.. rows.Values]);
        var cosines = sentences.Select(Find).ToArray();
        var missing = Enumerable.Range(0, sentences.Count).Where(i => cosines[i] is null).ToList();
        var made = await others.CompareAsync(question, missing.ConvertAll(i => sentences[i]), cancellationToken).ConfigureAwait(false);
        for (var i = 0; i < missing.Count; i++)
        {
            cosines[missing[i]] = made[i];
        }

        return [.. cosines.Select(cosine => cosine!.Value)];

        double? Find(SentenceCandidate sentence)
        {
            var passage = sentence.Passage.Evidence.Passage;
            if (!rows.TryGetValue(passage.Id, out var row) || !stored.TryGetValue(row, out var scores))
            {
                return null;
            }

            foreach (var score in scores)
            {
                if (score.Start == sentence.Sentence.Start - passage.Start && score.End == sentence.Sentence.End - passage.Start)
                {
                    return score.Score;
                }
            }

            return null;
        }
    }
}
