namespace ForumQA.Answering.Conversation;

/// <summary>A question to the documents that a conversation has already had.</summary>
/// <param name="Question">As it was understood.</param>
/// <param name="Answer">What was answered; null when nothing was found.</param>
/// <param name="Said">All sentences said on its subject so far, this answer's included.</param>
internal sealed record EarlierQuestion(AskedQuestion Question, string? Answer, IReadOnlyList<string> Said);
