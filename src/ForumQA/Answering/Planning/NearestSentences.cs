using ForumQA.Storage;

namespace ForumQA.Answering.Planning;

/// <summary>Orders sentences by how near they are to the question by meaning, where the index has their vectors.</summary>
/// <param name="snapshot">The index.</param>
/// <param name="question">The question's vector; empty when there is none.</param>
internal sealed class NearestSentences(IndexSnapshot snapshot, ReadOnlyMemory<float> question)
{
    /// <summary>The nearest first; those without a vector, or under the least cosine, are left out.</summary>
    /// <param name="sentences">The sentences.</param>
    /// <param name="least">The least cosine.</param>
    public IReadOnlyList<CorpusSentence> Of(IReadOnlyCollection<CorpusSentence> sentences, double least)
    {
        if (question.IsEmpty || sentences.Count == 0)
        {
            return [];
        }

        var rows = snapshot.Passages.FindRows(sentences.Select(sentence => sentence.Passage.Evidence.Passage.Id).Distinct());
        var scores = snapshot.Sentences.Score(question.Span, [.. rows.Values]);
        return
        [
            .. sentences.Select(sentence => (Sentence: sentence, Score: ScoreOf(sentence)))
                .Where(item => item.Score >= least)
                .OrderByDescending(item => item.Score)
                .ThenBy(item => item.Sentence.Document.Id, StringComparer.Ordinal)
                .ThenBy(item => item.Sentence.Sentence.Start)
                .Select(item => item.Sentence),
        ];

        double ScoreOf(CorpusSentence sentence)
        {
            var passage = sentence.Passage.Evidence.Passage;
            return rows.TryGetValue(passage.Id, out var row) && scores.TryGetValue(row, out var found)
                ? found.FirstOrDefault(score => score.Start == sentence.Sentence.Start - passage.Start).Score
                : 0;
        }
    }
}
