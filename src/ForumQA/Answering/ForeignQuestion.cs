using ForumQA.Answering.Generation;
using ForumQA.Text;

namespace ForumQA.Answering;

/// <summary>A question in another language than the documents, of which only names and numbers can be found without a language model.</summary>
/// <param name="Asked">The English name of its language.</param>
/// <param name="Written">That of the documents' language.</param>
internal sealed record ForeignQuestion(string Asked, string Written)
{
    /// <summary>The question as a foreign one; null when the languages are the same or cannot be told.</summary>
    /// <param name="question">As asked.</param>
    /// <param name="documents">The language of the documents.</param>
    /// <param name="sharesWords">Whether most words of the question stand in the documents: then it is misspelt rather than foreign.</param>
    public static ForeignQuestion? Read(string question, CorpusLanguage documents, bool sharesWords)
    {
        ArgumentNullException.ThrowIfNull(question);
        ArgumentNullException.ThrowIfNull(documents);
        return !sharesWords && LanguageGuess.Of(question) is { } asked && documents.Find() is { } written && asked != written ? new ForeignQuestion(asked, written) : null;
    }

    /// <summary>The answer with the reason that a reader needs.</summary>
    /// <param name="answer">The answer in the documents' own sentences.</param>
    /// <param name="hasModel">Whether a language model is configured, which was not asked or could not be.</param>
    public Answer Explain(Answer answer, bool hasModel)
    {
        ArgumentNullException.ThrowIfNull(answer);
        var found = answer.Status == AnswerStatus.NotFound ? "" : " These sentences share names or numbers with it.";
        var way = hasModel ? $"Ask in {Written}, or let the language model answer." : $"Ask in {Written}, or name a language model with Chat:Endpoint.";
        var reason = $"The question is in {Asked}, the documents are in {Written}, and no language model {(hasModel ? "translated" : "translates")}.{found} {way}";
        return answer with
        {
            Status = answer.Status == AnswerStatus.Answered ? AnswerStatus.Partial : answer.Status,
            Lead = null,
            Abstention = (answer.Abstention ?? new Abstention { Reason = reason, Score = answer.Score, Threshold = 1 }) with { Reason = reason, UnmatchedTerms = [] },
        };
    }
}
