namespace ForumQA.Retrieval;

/// <summary>What a question asks for.</summary>
/// <param name="Kind">The kind of thing, in any language that ForumQA knows question words of.</param>
/// <param name="Focus">The place of the word that names it ("year" in "what year"); -1 when none does.</param>
/// <param name="Sign">
/// What an English question word and the word right after it tell by themselves: a person, a place, a time, or a number of any sort, which
/// counts as <see cref="AnswerKind.Count"/>. Fewer questions have one than have a kind; passages are ranked by it.
/// </param>
internal readonly record struct AskedThing(AnswerKind Kind, int Focus, AnswerKind Sign);
