using ForumQA.Api.Indexing;
using ForumQA.Api.Problems;
using ForumQA.Ingestion;

namespace ForumQA.Api.Documents;

/// <summary>Takes documents into the corpus and the index, all of an upload or none, and takes them out.</summary>
internal sealed class UploadDesk(CorpusEditor editor, CorpusSynchronizer synchronizer, IndexKeeper keeper)
{
    /// <exception cref="ForumQAException">A file cannot be taken, or the index cannot be brought up to date; nothing was changed.</exception>
    public async Task<UploadResult> AddAsync(IFormFileCollection files, bool replace, CancellationToken cancellationToken)
    {
        if (files.Count == 0)
        {
            throw new RequestException(ProblemKind.FileMissing, "There is no file in the upload. Send one or more as multipart/form-data, each with its file name.");
        }

        var staged = new List<StagedDocument>();
        try
        {
            foreach (var file in files)
            {
                await using var content = file.OpenReadStream();
                var document = await editor.StageAsync(file.FileName, content, replace, cancellationToken).ConfigureAwait(false);
                staged.Add(document);
                if (staged.DistinctBy(other => other.DocumentId, StringComparer.OrdinalIgnoreCase).Count() < staged.Count)
                {
                    throw new RequestException(ProblemKind.FileNameInvalid, $"Two files of the upload would both become '{document.DocumentId}'. Give them different names.");
                }
            }

            return await keeper.InTurnAsync(token => PlaceAsync(staged, token), cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            staged.ForEach(document => document.Dispose());
        }
    }

    /// <exception cref="ForumQAException">There is no such document, or it cannot be deleted.</exception>
    public Task DeleteAsync(string documentId, CancellationToken cancellationToken) => keeper.InTurnAsync(
        _ =>
        {
            using var store = synchronizer.Index.OpenExisting();
            editor.Delete(store, documentId);
            return Task.FromResult(true);
        },
        cancellationToken);

    private async Task<UploadResult> PlaceAsync(List<StagedDocument> staged, CancellationToken cancellationToken)
    {
        try
        {
            staged.ForEach(document => document.Place());
            var result = await synchronizer.RunWordsAsync(SynchronizationMode.Quick, progress: null, cancellationToken).ConfigureAwait(false);
            if (result.Report.Failures.FirstOrDefault(failure => staged.Any(document => document.DocumentId == failure.DocumentId)) is { } failure)
            {
                throw new ForumQAException("file-unreadable", failure.Reason);
            }

            keeper.Succeeded();
        }
        catch
        {
            await UndoAsync(staged).ConfigureAwait(false);
            throw;
        }

        staged.ForEach(document => document.Complete());
        return new UploadResult { Documents = [.. staged.Select(document => new UploadedDocument(document.DocumentId, document.Replaced))] };
    }

    private async Task UndoAsync(List<StagedDocument> staged)
    {
        staged.ForEach(document => document.Dispose());
        try
        {
            // What was indexed before the failure is forgotten; should that fail too, the next run does it.
            await synchronizer.RunWordsAsync(SynchronizationMode.Quick, progress: null, CancellationToken.None).ConfigureAwait(false);
        }
        catch (ForumQAException)
        {
            // What failed first is what the client needs to hear of.
        }
    }
}
