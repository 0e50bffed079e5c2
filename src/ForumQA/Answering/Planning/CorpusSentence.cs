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

    /// <summary>The headings it stands under; empty when there are none.</summary>
    public string Heading => Document.FindHeadings(Sentence.Start) ?? "";
}
