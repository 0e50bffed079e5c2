using ForumQA.Cli.Terminals;
using ForumQA.Ingestion;
using ForumQA.Storage;

namespace ForumQA.Cli;

/// <summary>Says in words what a run over the corpus did.</summary>
internal static class IndexingSummary
{
    private const int MostNamed = 3;

    /// <summary>Such as <c>2 added, 1 deleted</c>; what did not happen is left out.</summary>
    public static string Describe(IndexingReport report)
    {
        var parts = new[]
        {
            (report.Added.Count, "added"), (report.Updated.Count, "updated"), (report.Unchanged.Count, "unchanged"),
            (report.Deleted.Count, "deleted"), (report.Failures.Count, "failed"),
            (report.Added.Count + report.Updated.Count == 0 ? report.Embedded : 0, "given new vectors"),
        };
        return string.Join(", ", parts.Where(part => part.Item1 > 0).Select(part => $"{part.Item1} {part.Item2}"));
    }

    /// <summary>What is left to do when a run has not made all vectors; null when it has.</summary>
    public static string? DescribeBacklog(IndexManifest manifest) => manifest.VectorCount >= manifest.PassageCount
        ? null
        : $"{Quantity.Of(manifest.PassageCount - manifest.VectorCount, "passage")} can be found by their words only so far. To have them found by meaning too, run: forumqa index";

    /// <summary>Names files in formats that are not read; null when there are none.</summary>
    public static string? DescribeNotRead(IReadOnlyList<string> notRead) => notRead.Count == 0
        ? null
        : $"{Quantity.Of(notRead.Count, "file")} of a format that is not read: {string.Join(", ", notRead.Take(MostNamed))}{(notRead.Count > MostNamed ? ", …" : "")}";

    public static void PrintFailures(Screen notices, IReadOnlyList<IndexingFailure> failures)
    {
        foreach (var failure in failures)
        {
            notices.WriteLine($"{failure.DocumentId}: {failure.Reason}", Ink.Warning);
        }
    }
}
