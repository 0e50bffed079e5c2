using ForumQA.Retrieval;
using ForumQA.Text;

namespace ForumQA.Answering;

/// <summary>A sentence that is to be quoted, before its quotations are checked and numbered.</summary>
/// <param name="Text">Its words.</param>
/// <param name="Quotations">Where it is said to stand.</param>
/// <param name="Group">The <see cref="AnswerSentence.Group"/>.</param>
internal sealed record QuotedSentence(string Text, IReadOnlyList<QuotedSpan> Quotations, string? Group = null)
{
    /// <summary>A sentence as it stands in its passage.</summary>
    public static QuotedSentence Of(PassageProfile passage, SentenceProfile sentence, string? group = null)
    {
        var span = QuotedSpan.Of(passage, sentence);
        return new QuotedSentence(span.Text, [span], group);
    }
}

/// <summary>Words that are said to stand in a place of a document.</summary>
/// <param name="DocumentId">The <see cref="Document.Id"/>.</param>
/// <param name="PassageId">The <see cref="Passage.Id"/> of the passage that has them.</param>
/// <param name="Start">Where they start in the document's text, in UTF-16 code units.</param>
/// <param name="End">Where they end, exclusive.</param>
/// <param name="Text">The words.</param>
internal sealed record QuotedSpan(string DocumentId, string PassageId, int Start, int End, string Text)
{
    /// <summary>A sentence as it stands in its passage, without what marks it as an item of a list.</summary>
    public static QuotedSpan Of(PassageProfile passage, SentenceProfile sentence)
    {
        ArgumentNullException.ThrowIfNull(passage);
        ArgumentNullException.ThrowIfNull(sentence);
        var marker = ListMarker.LengthIn(sentence.Text);
        return new QuotedSpan(passage.Evidence.Passage.DocumentId, passage.Evidence.Passage.Id, sentence.Start + marker, sentence.End, sentence.Text[marker..]);
    }
}
