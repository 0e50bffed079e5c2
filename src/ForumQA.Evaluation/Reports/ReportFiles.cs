using System.Text.Json;
using ForumQA.Storage;

namespace ForumQA.Evaluation.Reports;

/// <summary>A report on disk.</summary>
public sealed class ReportFiles
{
    /// <summary>Names the files of a folder; nothing is read or written.</summary>
    /// <param name="folder">Made when missing.</param>
    public ReportFiles(string folder)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(folder);
        Folder = Path.GetFullPath(folder);
    }

    /// <summary>The folder, in full.</summary>
    public string Folder { get; }

    /// <summary>Everything that came of the run; read by <see cref="ReadAsync"/>.</summary>
    public string Json => Path.Combine(Folder, "report.json");

    /// <summary>For people: one file that needs nothing else.</summary>
    public string Html => Path.Combine(Folder, "report.html");

    /// <summary>For CI systems.</summary>
    public string JUnit => Path.Combine(Folder, "junit.xml");

    /// <summary>The results of a run that is not complete yet.</summary>
    public string Unfinished => Path.Combine(Folder, "unfinished.jsonl");

    /// <summary>Writes a report in every form, and forgets the unfinished run it came from.</summary>
    /// <param name="report">The report.</param>
    /// <param name="comparison">With an earlier run; null when there was none to compare with.</param>
    /// <param name="gateFailures">From <see cref="Thresholds.Check"/>; null when nothing was asked for.</param>
    /// <param name="store">The index, for the words around quotations.</param>
    /// <param name="cancellationToken">Stops writing.</param>
    public async Task WriteAsync(
        EvalReport report, EvalComparison? comparison, IReadOnlyList<string>? gateFailures, IndexStore store, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(store);
        Directory.CreateDirectory(Folder);
        await WriteAsync(Json, JsonSerializer.Serialize(report, ReportJson.Readable.EvalReport) + "\n", cancellationToken).ConfigureAwait(false);
        await WriteAsync(JUnit, JUnitReport.Write(report, gateFailures ?? []), cancellationToken).ConfigureAwait(false);
        var page = new HtmlReport(id => store.Documents.Find(id)?.Text).Write(report, comparison, gateFailures);
        await WriteAsync(Html, page, cancellationToken).ConfigureAwait(false);
        File.Delete(Unfinished);
    }

    /// <summary>Reads a report.</summary>
    /// <param name="path">A <c>report.json</c>.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    /// <exception cref="ForumQAException">It cannot be read, is no report, or is of another format.</exception>
    public static async Task<EvalReport> ReadAsync(string path, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        try
        {
            var content = File.OpenRead(path);
            await using var closing = content.ConfigureAwait(false);
            var report = await JsonSerializer.DeserializeAsync(content, ReportJson.Readable.EvalReport, cancellationToken).ConfigureAwait(false);
            return report?.Format == EvalReport.CurrentFormat
                ? report
                : throw new ForumQAException("report-format", $"'{path}' is not a report of this version of ForumQA. Run the eval again with --out to make one.");
        }
        catch (JsonException e)
        {
            throw new ForumQAException("report-invalid", $"'{path}' is not an eval report: {e.Message} Name the report.json of an earlier run.", e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new ForumQAException("report-unreadable", $"The report '{path}' cannot be read: {e.Message} Name the report.json of an earlier run.", e);
        }
    }

    // By way of a second file, so that a crash never leaves half a report under the name of a whole one.
    private static async Task WriteAsync(string path, string text, CancellationToken cancellationToken)
    {
        await File.WriteAllTextAsync(path + ".new", text, cancellationToken).ConfigureAwait(false);
        File.Move(path + ".new", path, overwrite: true);
    }
}
