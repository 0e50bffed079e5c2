using ForumQA.Answering.Prompts;
using ForumQA.Text;

namespace ForumQA.Answering.Generation;

/// <summary>Has a language model complete a follow-up from the conversation, and put a question into the language of the documents.</summary>
internal sealed class QuestionRewriter(IPromptRunner runner, PromptLibrary prompts, CorpusLanguage corpus, GenerationOptions options)
{
    /// <summary>A longer reply, in characters, is no question.</summary>
    private const int LongestQuestion = 600;

    /// <summary>What the turns before it may take, in tokens: they say what "he" and "there" mean, nothing more.</summary>
    private const int HistoryTokens = 1500;

    /// <summary>The question to search for; without the model when it stands alone already, or when the model's reply is not a question.</summary>
    /// <exception cref="Chat.ChatException">The model failed.</exception>
    public async Task<StandaloneQuestion> CompleteAsync(AnswerRequest request, ModelUse use, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        var question = StandaloneQuestion.From(request);
        var language = corpus.Find();
        var isForeign = language is not null && LanguageGuess.Of(request.Question) is { } asked && asked != language;
        if (request.History.Count == 0 && !isForeign)
        {
            return question;
        }

        var history = SuppliedTurns.Choose(request.History, options.HistoryTurns, HistoryTokens);
        var variables = PromptVariables.ForRewriting(request.Question, history, language);
        var reply = await PromptReply.ReadAsync(runner, prompts.RewriteQuestion, variables, use, cancellationToken).ConfigureAwait(false);
        return ReadQuestion(reply) is { } rewritten ? question with { Rewritten = rewritten } : question;
    }

    /// <summary>The one line of a reply; null when it has none or several.</summary>
    private static string? ReadQuestion(string reply)
    {
        var text = reply.Trim().Trim('"', '“', '”', '`').Trim();
        return text.Length is 0 or > LongestQuestion || text.AsSpan().ContainsAny('\n', '\r') ? null : text;
    }
}
