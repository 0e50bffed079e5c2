using ForumQA.Retrieval;

namespace ForumQA.Benchmarks.Answers;

/// <summary>What both probabilities of answerability are learned from in folders.</summary>
/// <param name="folders">The folders with their questions.</param>
/// <param name="ranker">Ranks sentences.</param>
internal sealed class FolderRows(IReadOnlyList<FolderSet> folders, SentenceRanker ranker)
{
    /// <summary>Every so many-th question of the other folders is asked of a folder, too, as one on another subject.</summary>
    private const int ForeignOneIn = 9;

    private const string OtherSubject = "other-subject";

    /// <summary>Rows for whether the documents speak of what is asked.</summary>
    public IEnumerable<(float[]? Row, bool IsOwn)> OfSubject()
    {
        foreach (var folder in folders)
        {
            foreach (var one in folder.Cases)
            {
                yield return (folder.Read(one.Question, ranker), one.Kind != OtherSubject);
            }

            foreach (var one in folders.Where(other => other.Corpus != folder.Corpus).SelectMany(other => other.Cases).Where((one, i) => i % ForeignOneIn == 0 && one.Kind != OtherSubject))
            {
                yield return (folder.Read(one.Question, ranker), false);
            }
        }
    }

    /// <summary>Rows for whether what is found states the answer: questions whose evidence is among the best sentences, those where it is not, those that people wrote to miss, and those whose evidence is taken away.</summary>
    public IEnumerable<(float[]? Row, bool IsStated)> OfStated()
    {
        foreach (var folder in folders)
        {
            foreach (var one in folder.Cases.Where(one => one.Kind != OtherSubject && (!one.Answerable || folder.HasGold(one))))
            {
                yield return (folder.Read(one.Question, ranker), one.Answerable && folder.IsFound(one, ranker));
                if (one.Answerable)
                {
                    yield return (folder.Read(one.Question, ranker, one), false);
                }
            }
        }
    }
}
