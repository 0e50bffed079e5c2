using ForumQA.Answering.Generation;
using ForumQA.Text;

namespace ForumQA.Answering;

/// <summary>Tells a question in another language than the documents, of which only names and numbers can be found without a language model.</summary>
internal static class ForeignQuestion
{
    /// <summary>The answer with the reason that a reader needs; as it is when the languages are the same or cannot be told.</summary>
    /// <param name="answer">The answer in the documents' own sentences.</param>
    /// <param name="documents">The language of the documents.</param>
    /// <param name="sharesWords">Whether most words of the question stand in the documents: then it is misspelt rather than foreign.</param>
    public static Answer Explain(Answer answer, CorpusLanguage documents, bool sharesWords)
    {
        ArgumentNullException.ThrowIfNull(answer);
        ArgumentNullException.ThrowIfNull(documents);
        if (answer.Status == AnswerStatus.Conversation || LanguageGuess.Of(answer.Question) is not { } asked || documents.Find() is not { } written || asked == written || sharesWords)
        {
            return answer;
        }

        var found = answer.Status == AnswerStatus.NotFound ? "" : " These sentences share names or numbers with it.";
        var reason = $"The question is in {asked}, the documents are in {written}, and no language model translates.{found} "
            + $"Ask in {written}, or name a language model with Chat:Endpoint.";
        return answer with
        {
            Status = answer.Status == AnswerStatus.Answered ? AnswerStatus.Partial : answer.Status,
            Abstention = (answer.Abstention ?? new Abstention { Reason = reason, Score = answer.Score, Threshold = 1 }) with { Reason = reason, UnmatchedTerms = [] },
        };
    }
}
