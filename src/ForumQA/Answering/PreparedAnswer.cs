using ForumQA.Answering.Conversation;
using ForumQA.Answering.Generation;
using ForumQA.Models.Chat;
using ForumQA.Retrieval;

namespace ForumQA.Answering;

/// <summary>All that the index gives for a question, read from one state of it, so that composing needs it no more.</summary>
internal sealed record PreparedAnswer
{
    public required AskedQuestion Question { get; init; }

    public required SentenceRanking Ranking { get; init; }

    public required Answerability Answerability { get; init; }

    /// <summary>The answer in the documents' own sentences: what a model's answer falls back to.</summary>
    public required Answer Extractive { get; init; }

    /// <summary>What a model is given; null when none is to be asked.</summary>
    public AnswerContext? Context { get; init; }

    /// <summary>Why a model cannot be given what it needs; null when it can, or none is to be asked.</summary>
    public ChatException? Failure { get; init; }
}
