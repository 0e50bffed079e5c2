namespace ForumQA.Evaluation.Import;

/// <summary>A format of question-answering data.</summary>
public enum ImportFormat
{
    /// <summary>JSON files as SQuAD, XQuAD, JSQuAD, CMRC 2018 and COVID-QA have them.</summary>
    Squad,

    /// <summary>A folder with corpus.jsonl, queries.jsonl and qrels, as BEIR has it.</summary>
    Beir,

    /// <summary>A table of questions over a corpus of the user's own.</summary>
    Csv,

    /// <summary>What readers said of the answers of a service, as its <c>/v1/feedback</c> gives it.</summary>
    Feedback,
}

/// <summary>What to import, and where to.</summary>
public sealed record ImportRequest
{
    /// <summary>The format.</summary>
    public required ImportFormat Format { get; init; }

    /// <summary>Files, or the folder of a BEIR set.</summary>
    public required IReadOnlyList<string> Sources { get; init; }

    /// <summary>Gets <c>corpus/</c> and <c>cases.jsonl</c>.</summary>
    public required string Folder { get; init; }

    /// <summary>Given to every case beside its own tags; empty by default.</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];
}

/// <summary>What an import did.</summary>
/// <param name="CaseFile">The case file.</param>
/// <param name="Corpus">The corpus folder; null when the corpus is the user's own.</param>
/// <param name="Documents">How many documents it has.</param>
/// <param name="Cases">How many cases there are.</param>
/// <param name="Skipped">Questions that could not become a case.</param>
public sealed record ImportReport(string CaseFile, string? Corpus, int Documents, int Cases, IReadOnlyList<SkippedQuestion> Skipped);
