namespace ForumQA.Answering.Planning;

/// <summary>Whether something is so: "Yes" or "No" with the sentence that decides it, where one does.</summary>
internal sealed class YesNoPlan : IAnswerPlan
{
    /// <summary>Among so many of the best sentences one that decides is looked for.</summary>
    private const int SentencesRead = 30;

    private const int MostQuoted = 2;

    public PlannedAnswer? Answer(PlanContext context)
    {
        if (context.Asked.Carried.Count > 0 || Assertion.Of(context.Asked.Rewritten ?? context.Asked.Own, word => context.Scope.Words.Contains(word.Folded)) is not { } assertion)
        {
            return null;
        }

        var names = context.Scope.People.Concat(context.Scope.Organizations);
        var read = context.Ranked(SentencesRead).Concat(names.SelectMany(context.Sentences.Mentioning)).Distinct()
            .Select(sentence => (Sentence: sentence, Verdict: assertion.Judge(sentence.Sentence.Text))).ToList();
        var confirmed = Of(Verdict.Confirmed);
        var denied = Of(Verdict.Denied);
        return (confirmed.Count, denied.Count) switch
        {
            (0, 0) when Of(Verdict.Otherwise) is { Count: > 0 } others => Decide("The documents do not say that; what they say:", others),
            (0, 0) => null,
            (_, 0) => Decide("Yes, the documents say so:", confirmed),
            (0, _) => Decide("No, the documents say otherwise:", denied),
            _ => DifferingStatements.Plan(QuestionKind.YesNo, [confirmed[0], denied[0]]),
        };

        List<CorpusSentence> Of(Verdict verdict) => [.. read.Where(item => item.Verdict == verdict).Select(item => item.Sentence).Take(MostQuoted)];
    }

    private static PlannedAnswer Decide(string lead, IEnumerable<CorpusSentence> sentences)
    {
        var quoted = new List<CorpusSentence>();
        foreach (var sentence in sentences)
        {
            if (!quoted.Exists(other => SentenceResemblance.AreDuplicates(other.Sentence, sentence.Sentence)))
            {
                quoted.Add(sentence);
            }
        }

        return new PlannedAnswer { Kind = QuestionKind.YesNo, Lead = lead, Sentences = [.. quoted.Select(sentence => new PlannedSentence(sentence))] };
    }
}
