namespace ForumQA.Reader.Examples;

/// <summary>A question, a passage, and what the passage tells.</summary>
/// <param name="Question">As it was asked.</param>
/// <param name="Sentences">The passage's, in order.</param>
/// <param name="Answering">Places of the sentences that answer; none where the passage does not.</param>
/// <param name="Span">The answer within the first of them; null where it is not known.</param>
/// <param name="Near">The sentence to read where the passage is too long: one that answers, or one that seems to.</param>
internal sealed record ReadingExample(string Question, IReadOnlyList<string> Sentences, IReadOnlyList<int> Answering, (int Start, int End)? Span, int Near)
{
    public bool IsAnswered => Answering.Count > 0;
}
