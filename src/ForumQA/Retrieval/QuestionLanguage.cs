using ForumQA.Models.Embedding;
using ForumQA.Text;

namespace ForumQA.Retrieval;

/// <summary>Whether a model understands a question, and what is found for it.</summary>
internal static class QuestionLanguage
{
    /// <summary>Whether nothing speaks against a question being in the model's language.</summary>
    public static bool IsUnderstood(Question question, KnownModel model) => !question.IsIdeographic
        && question.Words.All(word => WritingSystem.Of(word.Word.Folded) is null)
        && IsUnderstood(question.Text, model);

    /// <summary>The same of a text.</summary>
    public static bool IsUnderstood(string text, KnownModel model) => (LanguageGuess.Of(text) ?? model.Language) == model.Language;
}
