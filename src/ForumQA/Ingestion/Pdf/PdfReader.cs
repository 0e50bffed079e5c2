using UglyToad.PdfPig.Exceptions;

namespace ForumQA.Ingestion.Pdf;

/// <summary>Reads PDF files with PdfPig.</summary>
internal sealed class PdfReader : IDocumentReader
{
    /// <summary>PdfPig descends into what a file nests; a file can nest more than a thread of usual size bears.</summary>
    private const int StackBytes = 16 * 1024 * 1024;

    /// <summary>Tells of damaged pages, which are missing from the text.</summary>
    private const string UnreadPages = "unread-pages";

    public IReadOnlyList<string> Extensions { get; } = [".pdf"];

    public async Task<SourceContent> ReadAsync(SourceFile file, IngestionOptions options, CancellationToken cancellationToken)
    {
        // Viewers accept a few bytes before the mark, so we do.
        if (file.Bytes.AsSpan(0, Math.Min(file.Bytes.Length, 1024)).IndexOf("%PDF-"u8) < 0)
        {
            throw new ForumQAException("pdf-invalid", $"'{file.Name}' is not a PDF file. Give it the extension of its format, or export it as PDF again.");
        }

        var pages = await PagesAsync(file, options.PdfTimeLimit, cancellationToken);
        var blocks = PdfBlocks.Of(pages);
        if (blocks.Count == 0)
        {
            throw new ForumQAException(
                "pdf-without-text", $"'{file.Name}' holds no text, only images of pages. Recognise its text first, for example: ocrmypdf input.pdf output.pdf");
        }

        return new SourceContent
        {
            Blocks = blocks,
            Title = DeclaredTitle.OrNull(pages.Title),
            Metadata = pages.Unread.Count == 0 ? new Dictionary<string, string>() : new Dictionary<string, string> { [UnreadPages] = string.Join(", ", pages.Unread) },
        };
    }

    private static async Task<PdfPages> PagesAsync(SourceFile file, TimeSpan timeLimit, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        if (timeLimit < TimeSpan.FromMilliseconds(1))
        {
            // A timer knows no less, and would let a small file through.
            await limit.CancelAsync();
        }
        else
        {
            limit.CancelAfter(timeLimit);
        }

        try
        {
            // Waits no longer than the limit, whatever PdfPig is caught in; the thread ends the next time it comes by the budget.
            return await RunAsync(file.Bytes, limit.Token).WaitAsync(limit.Token);
        }
        catch (OperationCanceledException e) when (!cancellationToken.IsCancellationRequested)
        {
            throw new ForumQAException(
                "pdf-too-slow",
                $"'{file.Name}' took longer than {timeLimit.TotalSeconds:0} seconds to read. Split it, or raise {IngestionOptions.SectionName}:{nameof(IngestionOptions.PdfTimeLimit)}.",
                e);
        }
        catch (PdfDocumentEncryptedException e)
        {
            throw new ForumQAException(
                "pdf-protected", $"'{file.Name}' is protected by a password. Save it without one, for example: qpdf --decrypt --password=... input.pdf output.pdf", e);
        }
        catch (PdfBudgetException e)
        {
            throw new ForumQAException("pdf-too-large", $"'{file.Name}' unpacks to more than can be read safely. Split it, or print it as a new PDF.", e);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            // PdfPig names no exception for damage: it is whatever the damaged bytes lead to.
            throw new ForumQAException("pdf-invalid", $"'{file.Name}' is damaged. Open it in a PDF viewer and save or print it as a new PDF.", e);
        }
    }

    private static Task<PdfPages> RunAsync(byte[] file, CancellationToken cancellationToken)
    {
        var result = new TaskCompletionSource<PdfPages>(TaskCreationOptions.RunContinuationsAsynchronously);
        var budget = new PdfBudget(cancellationToken);
        var thread = new Thread(Read, StackBytes) { IsBackground = true, Name = "PDF" };
        thread.Start();
        return result.Task;

        void Read()
        {
            try
            {
                result.SetResult(PdfPages.Read(file, budget));
            }
            catch (Exception) when (budget.IsExceeded)
            {
                result.SetException(new PdfBudgetException());
            }
            catch (Exception e)
            {
                result.SetException(e);
            }
        }
    }
}
