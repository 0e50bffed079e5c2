using Row = (float[] Row, bool IsPositive, double Weight);

namespace ForumQA.Benchmarks.Answers;

/// <summary>
/// Puts rows of encyclopedias and of folders together for the three probabilities of answerability. Weights were chosen by leaving folders out in turn: an encyclopedia's near misses,
/// which people wrote with its words in sight, teach to distrust words that are missing, which in folders are mostly other words for the same.
/// </summary>
/// <param name="subject">Of encyclopedias: whether it is on their subject at all.</param>
/// <param name="stated">Of encyclopedias: whether it is answered.</param>
/// <param name="folders">Of folders; empty where there are none.</param>
internal sealed class WeighedRows(IReadOnlyList<Row> subject, IReadOnlyList<Row> stated, IReadOnlyList<FolderRow> folders)
{
    /// <summary>Encyclopedias weigh so much of what folders weigh, where it is told whether a question is answered.</summary>
    private const double EncyclopediaShare = 0.25;

    /// <summary>Questions whose evidence is taken away weigh so much of those that are answered.</summary>
    private const double TakenAwayShare = 0.3;

    /// <summary>Questions on other subjects weigh so much of those that are answered.</summary>
    private const double OthersShare = 0.3;

    /// <summary>
    /// A wrong answer harms more than a refusal, and one without a doubt more than one with it. These do what higher thresholds would, and words and meaning have the same thresholds.
    /// </summary>
    private const double RefusedWeight = 1.75;

    /// <inheritdoc cref="RefusedWeight"/>
    private const double DoubtedWeight = 2.25;

    /// <summary>For whether the documents speak of what is asked. Folders weigh as much as encyclopedias, and in them what is on their subject as much as what is not.</summary>
    public IReadOnlyList<Row> OfSubject()
    {
        if (folders.Count == 0)
        {
            return subject;
        }

        var own = folders.Where(row => row.Kind is FolderRowKind.Answered or FolderRowKind.Missing).ToList();
        var others = folders.Where(row => row.Kind is FolderRowKind.OtherSubject or FolderRowKind.Foreign).ToList();
        var half = subject.Sum(row => row.Weight) / 2;
        return [.. subject, .. own.Select(row => (row.Row, true, half / own.Count)), .. others.Select(row => (row.Row, false, half / others.Count))];
    }

    /// <summary>For whether the documents answer the question, wherever they do.</summary>
    public IReadOnlyList<Row> OfAnswered()
    {
        var answered = stated.Where(row => row.IsPositive).Sum(row => row.Weight);
        IReadOnlyList<Row> encyclopedias = [.. stated, .. Share(subject.Where(row => !row.IsPositive).Select(row => row.Row), OthersShare * answered)];
        var own = Rows(row => row.Kind == FolderRowKind.Answered);
        return Join(encyclopedias,
        [
            .. own.Select(row => (row, true, 1.0)),
            .. Share(Rows(row => row.Kind is FolderRowKind.Missing or FolderRowKind.OtherSubject), own.Count),
            .. Share(Rows(row => row.Kind == FolderRowKind.Foreign), OthersShare * own.Count),
            .. Share(Rows(row => row.Kind == FolderRowKind.TakenAway), TakenAwayShare * own.Count),
        ], RefusedWeight);
    }

    /// <summary>For whether the sentences that would be quoted answer it.</summary>
    public IReadOnlyList<Row> OfStated()
    {
        var found = Rows(row => row.IsFound);
        return Join(stated,
        [
            .. found.Select(row => (row, true, 1.0)),
            .. Rows(row => !row.IsFound && row.IsLocated && row.Kind is FolderRowKind.Answered or FolderRowKind.Missing or FolderRowKind.OtherSubject).Select(row => (row, false, 1.0)),
            .. Share(Rows(row => row.Kind == FolderRowKind.TakenAway), TakenAwayShare * found.Count),
        ], DoubtedWeight);
    }

    private List<float[]> Rows(Func<FolderRow, bool> where) => [.. folders.Where(where).Select(row => row.Row)];

    /// <summary>Rows of what is not answered, which weigh so much together.</summary>
    private static IEnumerable<Row> Share(IEnumerable<float[]> rows, double weight)
    {
        var all = rows.ToList();
        return all.Select(row => (row, false, weight / all.Count));
    }

    private static IReadOnlyList<Row> Join(IReadOnlyList<Row> encyclopedias, IReadOnlyList<Row> folders, double negative)
    {
        if (folders.Count == 0)
        {
            return encyclopedias;
        }

        var scale = EncyclopediaShare * folders.Sum(row => row.Weight) / encyclopedias.Sum(row => row.Weight);
        return [.. encyclopedias.Select(row => row with { Weight = scale * row.Weight }).Concat(folders).Select(row => row.IsPositive ? row : row with { Weight = negative * row.Weight })];
    }
}
