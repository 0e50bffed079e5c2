namespace ForumQA.Answering.Planning;

/// <summary>Gives the lines of documents with their layout. For one question and one thread; what was read is kept.</summary>
/// <param name="sentences">The sentences.</param>
internal sealed class LineSource(SentenceSource sentences)
{
    private readonly Dictionary<string, IReadOnlyList<DocumentLine>> _read = new(StringComparer.Ordinal);

    /// <summary>The lines of a document, in order; none when it may not be asked.</summary>
    public IReadOnlyList<DocumentLine> Of(string documentId)
    {
        if (!_read.TryGetValue(documentId, out var lines))
        {
            _read[documentId] = lines = DocumentLine.Of(sentences.Of(documentId));
        }

        return lines;
    }

    /// <summary>The line that a sentence stands on; null when there is none.</summary>
    public DocumentLine? Of(CorpusSentence sentence) => Of(sentence.Document.Id).FirstOrDefault(line => line.Sentences.Contains(sentence));

    /// <summary>The first row of the table that a row stands in, which names the columns; null when it is the first itself, or no row.</summary>
    public DocumentLine? HeaderOf(DocumentLine row)
    {
        if (row.Kind != LineKind.Row)
        {
            return null;
        }

        var first = Of(row.Sentences[0].Document.Id).First(line => line.IsBeside(row));
        return ReferenceEquals(first, row) || first.Cells.Count != row.Cells.Count ? null : first;
    }

    /// <summary>The rows of a table without the one that names the columns.</summary>
    public IReadOnlyList<DocumentLine> RowsUnder(DocumentLine header) =>
        [.. Of(header.Sentences[0].Document.Id).Where(line => line.IsBeside(header) && !ReferenceEquals(line, header) && line.Cells.Count == header.Cells.Count)];

    /// <summary>The tables of documents, in order.</summary>
    public IEnumerable<DocumentTable> Tables(IEnumerable<string> documents) =>
        documents.SelectMany(Of).Where(line => line.Kind == LineKind.Row && HeaderOf(line) is null).Select(header => new DocumentTable(header, RowsUnder(header)));

    /// <summary>Lines as sentences to quote, a table's row under the one that names its columns, and lines of several entries under their names.</summary>
    public IReadOnlyList<PlannedSentence> Quote(IEnumerable<DocumentLine> lines)
    {
        var quoted = lines.ToList();
        if (quoted.Count > 1 && quoted.TrueForAll(line => line.IsOfEntry) && quoted.Select(line => line.Heading).Distinct(StringComparer.Ordinal).Count() == quoted.Count)
        {
            return [.. quoted.SelectMany(line => line.Sentences.Select(sentence => new PlannedSentence(sentence, line.InnermostHeading)))];
        }

        return Rows(quoted);
    }

    private IReadOnlyList<PlannedSentence> Rows(IEnumerable<DocumentLine> lines) =>
    [
        .. lines.SelectMany(line => HeaderOf(line) is { } header ? header.Sentences.Concat(line.Sentences) : line.Sentences)
            .Distinct().Select(sentence => new PlannedSentence(sentence)),
    ];
}
