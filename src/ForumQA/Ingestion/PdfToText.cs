using System.ComponentModel;
using System.Diagnostics;
using System.Text;
using System.Xml;

namespace ForumQA.Ingestion;

/// <summary>Runs poppler's <c>pdftotext</c>.</summary>
internal static class PdfToText
{
    private const string Program = "pdftotext";

    /// <summary>The lines of all pages in reading order.</summary>
    /// <exception cref="ForumQAException">The program is missing, takes too long, or cannot read the file.</exception>
    public static async Task<PdfLayout> RunAsync(SourceFile file, TimeSpan timeLimit, CancellationToken cancellationToken)
    {
        var path = Path.Combine(Path.GetTempPath(), $"forumqa-{Guid.NewGuid():N}.pdf");
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(timeLimit);
        try
        {
            await File.WriteAllBytesAsync(path, file.Bytes, limit.Token);
            return PdfLayout.Parse(await RunAsync(file.Name, path, limit.Token));
        }
        catch (XmlException e)
        {
            throw new ForumQAException("pdf-invalid", $"'{file.Name}' holds text that pdftotext cannot write down. Print it as a new PDF.", e);
        }
        catch (OperationCanceledException e) when (!cancellationToken.IsCancellationRequested)
        {
            throw new ForumQAException(
                "pdf-too-slow",
                $"'{file.Name}' took pdftotext longer than {timeLimit.TotalSeconds:0} seconds. Split it, or raise {IngestionOptions.SectionName}:{nameof(IngestionOptions.PdfTimeLimit)}.",
                e);
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static async Task<string> RunAsync(string fileName, string path, CancellationToken cancellationToken)
    {
        using var process = Start(path);
        try
        {
            var errors = process.StandardError.ReadToEndAsync(cancellationToken);
            var text = await process.StandardOutput.ReadToEndAsync(cancellationToken);
            await errors;
            await process.WaitForExitAsync(cancellationToken);
            return process.ExitCode switch
            {
                0 => text,
                3 => throw new ForumQAException("pdf-protected", $"'{fileName}' does not permit its text to be copied. Save it without protection."),
                _ => throw new ForumQAException(
                    "pdf-invalid", $"'{fileName}' is damaged or protected by a password. Open it in a PDF viewer and save or print it as a new PDF."),
            };
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill(entireProcessTree: true);
            }
        }
    }

    private static Process Start(string path)
    {
        var start = new ProcessStartInfo(Program, ["-bbox-layout", "-enc", "UTF-8", "-q", path, "-"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            UseShellExecute = false,
            CreateNoWindow = true,
        };
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception e)
        {
            throw new ForumQAException(
                "pdftotext-missing",
                "Reading PDF files needs pdftotext, which is not on the PATH. Install poppler-utils "
                + "(Debian, Ubuntu: apt-get install poppler-utils; macOS: brew install poppler; Windows: winget install oschwartz10612.Poppler).",
                e);
        }
    }
}
