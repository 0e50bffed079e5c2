using ForumQA.Evaluation.Cases;
using ForumQA.Ingestion;

namespace ForumQA.Evaluation.Import;

/// <summary>Turns data sets that people have into a corpus folder and a case file.</summary>
public sealed class CaseImporter
{
    private readonly DocumentReaders _readers;

    internal CaseImporter(DocumentReaders readers) => _readers = readers;

    /// <summary>Imports a data set.</summary>
    /// <param name="request">What, and where to.</param>
    /// <param name="cancellationToken">Stops importing; what was written stays.</param>
    /// <exception cref="ForumQAException">The data set is not in the format named, or the folder holds documents already.</exception>
    public async Task<ImportReport> ImportAsync(ImportRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        var corpus = Path.Combine(request.Folder, "corpus");
        if (Directory.Exists(corpus) && Directory.EnumerateFileSystemEntries(corpus).Any())
        {
            throw new ForumQAException("import-folder", $"'{corpus}' holds documents already, and mixing two corpora would spoil both. Name another folder with --out, or delete it.");
        }

        var set = request.Format switch
        {
            ImportFormat.Squad => await SquadFormat.ReadAsync(request.Sources, cancellationToken).ConfigureAwait(false),
            ImportFormat.Beir => await BeirFormat.ReadAsync(Single(request), cancellationToken).ConfigureAwait(false),
            ImportFormat.Csv => await CsvFormat.ReadAsync(Single(request), cancellationToken).ConfigureAwait(false),
            ImportFormat.Feedback => await FeedbackFormat.ReadAsync(request.Sources, cancellationToken).ConfigureAwait(false),
            _ => throw new ArgumentOutOfRangeException(nameof(request), request.Format, "There is no such format."),
        };
        var writer = new CorpusWriter(_readers, corpus);
        if (set.Documents.Count > 0)
        {
            await writer.WriteAsync(set.Documents, cancellationToken).ConfigureAwait(false);
        }

        var skipped = set.Skipped.ToList();
        var cases = set.Cases.Select(imported => Convert(imported, writer, request.Tags, skipped)).OfType<EvalCase>().ToList();
        var file = Path.Combine(request.Folder, "cases.jsonl");
        Directory.CreateDirectory(request.Folder);
        await CaseFile.WriteAsync(file, cases, cancellationToken).ConfigureAwait(false);

        // Read back, so that what is wrong with the data set is said now.
        await CaseFile.ReadAsync(file, cancellationToken).ConfigureAwait(false);
        return new ImportReport(file, set.Documents.Count > 0 ? corpus : null, set.Documents.Count, cases.Count, skipped);
    }

    private static EvalCase? Convert(ImportedCase imported, CorpusWriter writer, IReadOnlyList<string> tags, List<SkippedQuestion> skipped)
    {
        var citations = imported.Gold.Select(writer.Cite).ToList();
        if (citations.Contains(null))
        {
            skipped.Add(new SkippedQuestion(imported.Id, "its evidence does not stand in the document as ForumQA reads it"));
            return null;
        }

        return new EvalCase
        {
            Id = imported.Id,
            Question = imported.Question,
            Answers = imported.Answers,
            Citations = [.. citations.OfType<GoldCitation>().Distinct()],
            Answerable = imported.Answerable,
            Tags = [.. imported.Tags.Concat(tags).Distinct()],
        };
    }

    private static string Single(ImportRequest request) => request.Sources is [var source]
        ? source
        : throw new ForumQAException("import-sources", $"{request.Format} takes one file or folder, not {request.Sources.Count}. Import them one by one.");
}
