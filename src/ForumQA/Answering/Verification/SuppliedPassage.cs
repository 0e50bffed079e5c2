namespace ForumQA.Answering.Verification;

/// <summary>A stretch of a document that a model was given under a number, and may cite.</summary>
/// <param name="Number">From 1, as the model sees it.</param>
/// <param name="Document">The document as stored.</param>
/// <param name="Passages">The retrieved passages it is made of, in the order of the text, each touching or overlapping the next; at least one.</param>
internal sealed record SuppliedPassage(int Number, Document Document, IReadOnlyList<Passage> Passages)
{
    /// <summary>Where it starts in the document's text, in UTF-16 code units.</summary>
    public int Start => Passages[0].Start;

    /// <summary>Where it ends, exclusive.</summary>
    public int End => Passages.Max(passage => passage.End);

    /// <summary>Its words, verbatim.</summary>
    public string Text => Document.Text[Start..End];
}
