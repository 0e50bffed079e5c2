namespace ForumQA.Models.Embedding;

/// <summary>What a generator gives as a service when the library's tables were learned with its cosines: those of another model lie elsewhere and say something else.</summary>
/// <param name="Language">The only language it understands, as <see cref="Text.LanguageGuess"/> names it.</param>
/// <param name="IsWord">Whether a folded word is one of that language, so that it is no misspelling though no document has it.</param>
internal sealed record KnownModel(string Language, Func<string, bool> IsWord);
