namespace ForumQA.Retrieval;

/// <summary>The words that put a question and say nothing of its subject, such as "please list".</summary>
/// <param name="Words">Folded.</param>
/// <param name="EvenIfKnown">Whether they are not searched for even where documents have them; otherwise only those that no document has are left out.</param>
internal sealed record Framing(IReadOnlySet<string> Words, bool EvenIfKnown);
