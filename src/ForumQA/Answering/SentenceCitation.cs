using ForumQA.Retrieval;

namespace ForumQA.Answering;

/// <summary>Makes a citation of a sentence as it stands.</summary>
internal static class SentenceCitation
{
    /// <summary>The citation, not yet verified.</summary>
    /// <param name="evidence">The passage the sentence stands in.</param>
    /// <param name="sentence">The sentence.</param>
    /// <param name="number">Its number.</param>
    public static Citation Of(Evidence evidence, SentenceProfile sentence, int number) => new()
    {
        Number = number,
        DocumentId = evidence.Passage.DocumentId,
        DocumentTitle = evidence.DocumentTitle,
        DocumentUri = evidence.DocumentUri,
        PassageId = evidence.Passage.Id,
        Quotation = sentence.Text,
        Start = sentence.Start,
        End = sentence.End,
        Heading = evidence.Passage.Heading,
        Page = evidence.Passage.Page,
    };
}
