namespace ForumQA.Evaluation.Import;

/// <summary>What stood in a data set: documents and questions about them.</summary>
/// <param name="Documents">In order; empty when the corpus is the user's own.</param>
/// <param name="Cases">In order.</param>
/// <param name="Skipped">Questions left out, with the reason.</param>
internal sealed record ImportedSet(
    IReadOnlyList<ImportedDocument> Documents, IReadOnlyList<ImportedCase> Cases, IReadOnlyList<SkippedQuestion> Skipped);

/// <param name="Key">As the data set knows it; unique.</param>
/// <param name="Title">Null when there is none.</param>
/// <param name="Text">Plain text.</param>
internal sealed record ImportedDocument(string Key, string? Title, string Text);

/// <summary>A question of a data set.</summary>
internal sealed record ImportedCase
{
    public required string Id { get; init; }

    public required string Question { get; init; }

    public IReadOnlyList<string> Answers { get; init; } = [];

    public IReadOnlyList<ImportedGold> Gold { get; init; } = [];

    public required bool Answerable { get; init; }

    public IReadOnlyList<string> Tags { get; init; } = [];
}

/// <summary>Where a question is answered.</summary>
/// <param name="Document">The <see cref="ImportedDocument.Key"/>, or a document of the user's own corpus.</param>
/// <param name="Text">Words that stand in it; null when all of it is meant.</param>
internal sealed record ImportedGold(string Document, string? Text = null)
{
    /// <summary>Where the words start in <see cref="ImportedDocument.Text"/>, in UTF-16 code units; null when they are a whole quotation already.</summary>
    public int? Start { get; init; }

    public int Relevance { get; init; } = 1;
}

/// <summary>A question of a data set that could not become a case.</summary>
/// <param name="Id">As the data set knows it.</param>
/// <param name="Reason">Why.</param>
public sealed record SkippedQuestion(string Id, string Reason);
