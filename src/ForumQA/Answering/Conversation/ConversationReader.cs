using ForumQA.Storage;

namespace ForumQA.Answering.Conversation;

/// <summary>Reads a message in its conversation: what it asks the documents, or what ForumQA says to it without asking them. Safe for use by many threads.</summary>
/// <param name="store">The index.</param>
/// <param name="hasModel">Whether a language model writes the answers, which some replies tell.</param>
internal sealed class ConversationReader(IndexStore store, bool hasModel)
{
    /// <summary>As much of an earlier message is read, in UTF-16 code units: what it is taken to be about stands at its beginning, and reading takes time with the square of its length.</summary>
    private const int LongestMessage = 2000;

    /// <summary>Reads the message of a request.</summary>
    public AskedQuestion Read(AnswerRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        using var snapshot = store.OpenSnapshot();
        var reading = new ConversationReading(new IndexedNames(snapshot));
        foreach (var turn in request.History)
        {
            reading.Add(turn.Question.Length > LongestMessage ? turn with { Question = turn.Question[..LongestMessage] } : turn);
        }

        if (request.Question.Length > LongestMessage)
        {
            // A page that was pasted in is no follow-up and no courtesy.
            return new AskedQuestion(request.Question) { Own = request.Question.Trim() };
        }

        if (request.Kind is not null && reading.ReadQuestion(request.Question) is { } question)
        {
            return question;
        }

        var (asked, spoken) = reading.Read(request.Question);
        return spoken is null
            ? asked
            : asked with { Reply = new ConversationReplies(snapshot, request.Filter, hasModel).Write(spoken, reading.Turns, reading.Questions) };
    }

    /// <summary>The reply to a message that speaks to ForumQA of something the documents know nothing of.</summary>
    public string WriteAside(AnswerRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        using var snapshot = store.OpenSnapshot();
        return new ConversationReplies(snapshot, request.Filter, hasModel).Write(new SpokenMove(ConversationMove.Aside, ReplyTexts.LanguageOf(request.Question)), request.History, []);
    }
}
