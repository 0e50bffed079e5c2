using ForumQA.Retrieval;

namespace ForumQA.Benchmarks.Answers;

/// <summary>What answerability is learned from in folders: their questions, those of other folders, and their questions without what answers them.</summary>
/// <param name="folders">The folders with their questions.</param>
/// <param name="ranker">Ranks sentences.</param>
internal sealed class FolderRows(IReadOnlyList<FolderSet> folders, SentenceRanker ranker)
{
    /// <summary>Every so many-th question of the other folders is asked of a folder, too, as one on another subject.</summary>
    private const int ForeignOneIn = 12;

    private const string OtherSubject = "other-subject";

    /// <summary>A row for each question that was compared by meaning.</summary>
    public IReadOnlyList<FolderRow> Read() => [.. folders.SelectMany(ReadOwn), .. folders.SelectMany(ReadForeign)];

    private IEnumerable<FolderRow> ReadOwn(FolderSet folder)
    {
        foreach (var one in folder.Cases)
        {
            var isLocated = !one.Answerable || folder.HasGold(one);
            var kind = one.Answerable ? FolderRowKind.Answered : one.Kind == OtherSubject ? FolderRowKind.OtherSubject : FolderRowKind.Missing;
            if (folder.Read(one.Question, ranker) is { } row)
            {
                yield return new FolderRow(row, kind, isLocated, one.Answerable && isLocated && folder.IsFound(one, ranker));
            }

            if (one.Answerable && isLocated && folder.Read(one.Question, ranker, one) is { } without)
            {
                yield return new FolderRow(without, FolderRowKind.TakenAway, IsLocated: true, IsFound: false);
            }
        }
    }

    private IEnumerable<FolderRow> ReadForeign(FolderSet folder) => folders.Where(other => other.Corpus != folder.Corpus).SelectMany(other => other.Cases)
        .Where((one, i) => i % ForeignOneIn == 0 && one.Kind != OtherSubject)
        .Select(one => folder.Read(one.Question, ranker)).OfType<float[]>()
        .Select(row => new FolderRow(row, FolderRowKind.Foreign, IsLocated: true, IsFound: false));
}

/// <summary>A question asked of a folder.</summary>
/// <param name="Row">By <see cref="ForumQA.Answering.AnswerabilityFeature"/>.</param>
/// <param name="Kind">What the folder has to say to it.</param>
/// <param name="IsLocated">Whether it is known which sentences answer it, where any do.</param>
/// <param name="IsFound">Whether one of them is among those that would be quoted.</param>
internal sealed record FolderRow(float[] Row, FolderRowKind Kind, bool IsLocated, bool IsFound);

/// <summary>What a folder has to say to a question.</summary>
internal enum FolderRowKind
{
    /// <summary>It is answered.</summary>
    Answered,

    /// <summary>The folder is about what is asked, and does not say it.</summary>
    Missing,

    /// <summary>It is about something else.</summary>
    OtherSubject,

    /// <summary>It is asked of another folder.</summary>
    Foreign,

    /// <summary>It is answered where its evidence is not passed over, as here.</summary>
    TakenAway,
}
