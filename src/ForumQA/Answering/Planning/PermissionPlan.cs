namespace ForumQA.Answering.Planning;

/// <summary>Whether something is allowed or needed: of the sentences that speak of it the one that says what may or must be, not the one that only has more of the words.</summary>
internal sealed class PermissionPlan : IAnswerPlan
{
    private const int LookedAt = 15;

    /// <summary>A sentence must have this share of what the one with most of the question has.</summary>
    private const double NearMost = 0.7;

    private const double Relevant = 0.4;

    public PlannedAnswer? Answer(PlanContext context)
    {
        var words = context.Ranking.Question.Words;
        var asks = words.Take(FormPhrases.OpeningWords).Any(word => FormPhrases.Default.Has("permitting", word.Word.Folded)) && FormPhrases.Default.Has("inquiring", words[0].Word.Folded);
        if (!asks || context.Decision.Status == AnswerStatus.NotFound || context.Ranked(1).FirstOrDefault() is not { } best || Rules(best))
        {
            return null;
        }

        var ranked = context.Ranked(LookedAt).Select(sentence => (Sentence: sentence, Share: context.ShareOf(sentence))).ToList();
        var most = ranked.Max(item => item.Share);
        var rule = ranked.Where(item => Rules(item.Sentence) && item.Share >= Relevant && item.Share >= NearMost * most).OrderByDescending(item => item.Share).Select(item => item.Sentence).FirstOrDefault();
        return rule is null ? null : new PlannedAnswer
        {
            Kind = QuestionKind.YesNo,
            Lead = "The documents say:",
            Sentences = context.LineSource.Of(rule) is { Kind: not LineKind.Text, Sentences.Count: <= 3 } line ? context.LineSource.Quote([line]) : [new PlannedSentence(rule)],
            Doubt = context.Decision.Abstention?.Reason,
        };
    }

    private static bool Rules(CorpusSentence sentence) => sentence.Sentence.Words.Exists(word => FormPhrases.Default.Has("ruling", word.Word.Folded));
}
