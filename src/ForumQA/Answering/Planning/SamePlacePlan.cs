using ForumQA.Retrieval;

namespace ForumQA.Answering.Planning;

/// <summary>Answers a follow-up from where the last answer stands: "Who voted against it?" from the section of the minutes that the decision is in.</summary>
internal sealed class SamePlacePlan : IAnswerPlan
{
    /// <summary>From this share of the weight of what is newly asked on, a sentence speaks of it.</summary>
    private const double Relevant = 0.5;

    /// <summary>From this share on it is enough where the sentence has what is asked for, such as a name for "who".</summary>
    private const double Touching = 0.2;

    /// <summary>A longer section is a document, in which the last answer says little of where to look.</summary>
    private const int MostSentences = 24;

    public PlannedAnswer? Answer(PlanContext context)
    {
        if (context.Asked.Carried.Count == 0 || context.Asked.SkipSaid.Count > 0 || context.Asked.History is not [.., { Answer: { Length: > 0 } said }])
        {
            return null;
        }

        var terms = context.Ranking.Question.Terms;
        var own = Enumerable.Range(0, terms.Count).Where(i => !terms[i].IsCarried).ToList();
        var place = context.NearDocuments.SelectMany(context.Sentences.Of).GroupBy(sentence => (sentence.Document.Id, sentence.Heading))
            .Where(section => section.Any(sentence => said.Contains(sentence.Sentence.Text, StringComparison.Ordinal)))
            .Select(section => section.ToList()).FirstOrDefault();
        if (own.Count == 0 || place is null || place.Count > MostSentences)
        {
            return null;
        }

        var found = place.Select(sentence => (Sentence: sentence, Share: context.RelevanceOf(sentence, own), Offers: Offers(context.Ranking.Question, sentence)))
            .Where(item => item.Share >= Relevant || (item.Share >= Touching && item.Offers))
            .OrderByDescending(item => item.Offers).ThenByDescending(item => item.Share).FirstOrDefault();
        var isBetter = context.Ranked(1).FirstOrDefault() is not { } best || !place.Contains(best) || context.Decision.Status == AnswerStatus.NotFound || found.Share > context.RelevanceOf(best, own);
        return found.Sentence is null || !isBetter ? null : new PlannedAnswer
        {
            Kind = context.Form.Kind == QuestionKind.YesNo ? QuestionKind.YesNo : QuestionKind.Fact,
            Lead = context.Form.Kind == QuestionKind.YesNo ? "The documents say:" : null,
            Sentences = [new PlannedSentence(found.Sentence)],
            Doubt = found.Share >= Relevant && found.Offers ? null : "This stands where the last answer does; whether it answers the question is not certain.",
        };
    }

    private static bool Offers(Question question, CorpusSentence sentence)
    {
        var offer = AnswerOffer.Of(question, sentence.Sentence);
        return question.Kind == AnswerKind.Person ? offer.Names > 0 : offer.Offers(question.Kind);
    }
}
