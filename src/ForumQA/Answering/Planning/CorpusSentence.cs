using ForumQA.Retrieval;

namespace ForumQA.Answering.Planning;

/// <summary>A sentence of the corpus, compared with the question, whether or not retrieval proposed it.</summary>
/// <param name="Document">Its document.</param>
/// <param name="Passage">The passage it stands in.</param>
/// <param name="Place">Its place among the passage's sentences, from 0.</param>
internal sealed record CorpusSentence(Document Document, PassageProfile Passage, int Place)
{
    /// <summary>The sentence.</summary>
    public SentenceProfile Sentence => Passage.Sentences[Place];

    private string? _heading;

    /// <summary>The headings it stands under; empty when there are none.</summary>
    public string Heading => _heading ??= Document.FindHeadings(Sentence.Start) ?? "";

    /// <summary>By its place: to compare documents would be to read them.</summary>
    public bool Equals(CorpusSentence? other) => other is not null && Sentence.Start == other.Sentence.Start && Document.Id == other.Document.Id;

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Document.Id, Sentence.Start);
}
