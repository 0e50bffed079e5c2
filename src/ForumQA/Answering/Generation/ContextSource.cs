using ForumQA.Answering.Conversation;
using ForumQA.Answering.Prompts;
using ForumQA.Models.Chat;
using ForumQA.Retrieval;
using Microsoft.Extensions.Options;

namespace ForumQA.Answering.Generation;

/// <summary>Chooses what a language model is given for an answer, by the size of its context.</summary>
internal sealed class ContextSource(PromptLibrary prompts, IOptions<GenerationOptions> generation, IOptions<ChatModelOptions> model)
{
    /// <summary>The context, or why there can be none.</summary>
    public (AnswerContext? Context, ChatException? Failure) Choose(
        AskedQuestion question, IReadOnlyList<Evidence> evidence, Func<string, Document?> findDocument)
    {
        try
        {
            var tokens = model.Value.ContextTokens - model.Value.MaxOutputTokens;
            return (AnswerContext.Fit(prompts.Answer, question.Text, question.History, evidence, findDocument, generation.Value, tokens), null);
        }
        catch (ChatException e)
        {
            return (null, e);
        }
    }
}
