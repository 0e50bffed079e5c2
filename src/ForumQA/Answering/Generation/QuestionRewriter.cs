using System.Buffers;
using ForumQA.Answering.Conversation;
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

    private static readonly SearchValues<char> NotInQuestions = SearchValues.Create("\n\r[]【】");

    /// <summary>Whether a question may lean on the conversation, or is in another language than the documents.</summary>
    public bool IsNeeded(AskedQuestion question)
    {
        ArgumentNullException.ThrowIfNull(question);

        // What a move repeats was completed when it was asked first.
        return (question.History.Count > 0 && question.Move == ConversationMove.None)
            || (corpus.Find() is { } language && LanguageGuess.Of(question.Own) is { } asked && asked != language);
    }

    /// <summary>The question to search for; without the model when it stands alone already, or when the model's reply is not a question.</summary>
    /// <exception cref="Models.Chat.ChatException">The model failed.</exception>
    public async Task<AskedQuestion> CompleteAsync(AskedQuestion question, ModelUse use, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(question);
        if (!IsNeeded(question))
        {
            return question;
        }

        var language = corpus.Find();
        var history = SuppliedTurns.Choose(question.History, options.HistoryTurns, HistoryTokens);
        var variables = PromptVariables.ForRewriting(question.Asked, history, language);
        var reply = await PromptReply.ReadAsync(runner, prompts.RewriteQuestion, variables, use, cancellationToken).ConfigureAwait(false);
        return ReadQuestion(reply, question.Asked) is { } rewritten ? question with { Rewritten = rewritten } : question;
    }

    /// <summary>The question in a reply; null when it has several lines, cites passages or answers where a question was asked.</summary>
    private static string? ReadQuestion(string reply, string asked)
    {
        var text = reply.Trim().Trim('"', '“', '”', '`').Trim();
        var isQuestion = EndsAsQuestion(text) || !EndsAsQuestion(asked.Trim());
        return text.Length is 0 or > LongestQuestion || text.AsSpan().ContainsAny(NotInQuestions) || !isQuestion ? null : text;
    }

    private static bool EndsAsQuestion(string text) => text.Length > 0 && text[^1] is '?' or '？' or '؟';
}
