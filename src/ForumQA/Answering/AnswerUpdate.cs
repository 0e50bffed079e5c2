using ForumQA.Answering.Generation;
using ForumQA.Retrieval;

namespace ForumQA.Answering;

/// <summary>One event of the stream that every view of an answer is made from.</summary>
/// <remarks>
/// Order: one <see cref="EvidenceFound"/>, at most one <see cref="LeadWritten"/>, then the answer as it comes, then one <see cref="AnswerCompleted"/>.
/// The text of <see cref="TextDelta"/> since the last sentence is provisional: the next <see cref="SentenceVerified"/> or
/// <see cref="SentenceDropped"/> takes its place, and after <see cref="AnswerRestarted"/> nothing of what came before counts.
/// </remarks>
public abstract record AnswerUpdate
{
    private protected AnswerUpdate()
    {
    }
}

/// <summary>Retrieval is done.</summary>
/// <param name="StandaloneQuestion">The question that was searched for: the one asked, completed from the conversation.</param>
/// <param name="Evidence">The passages found, best first.</param>
public sealed record EvidenceFound(string StandaloneQuestion, IReadOnlyList<Evidence> Evidence) : AnswerUpdate;

/// <summary>What ForumQA says itself before the quotations, or in their place.</summary>
/// <param name="Text">The <see cref="Answer.Lead"/>.</param>
public sealed record LeadWritten(string Text) : AnswerUpdate;

/// <summary>A piece of the answer's text, as it is written and before it is verified.</summary>
/// <param name="Text">To be appended to what came before.</param>
public sealed record TextDelta(string Text) : AnswerUpdate;

/// <summary>A whole sentence with its checked citations.</summary>
/// <param name="Index">Its place in the answer, from 0.</param>
/// <param name="Sentence">The sentence.</param>
public sealed record SentenceVerified(int Index, AnswerSentence Sentence) : AnswerUpdate;

/// <summary>A sentence that no passage supports was left out, as <see cref="GenerationOptions.Unsupported"/> asks.</summary>
/// <param name="Text">What the model wrote.</param>
public sealed record SentenceDropped(string Text) : AnswerUpdate;

/// <summary>What came since <see cref="EvidenceFound"/> does not count; the answer begins anew.</summary>
/// <param name="Note">Why, such as a model that failed half-way.</param>
public sealed record AnswerRestarted(AnswerNote Note) : AnswerUpdate;

/// <summary>The answer is complete.</summary>
/// <param name="Answer">All of it.</param>
public sealed record AnswerCompleted(Answer Answer) : AnswerUpdate;
