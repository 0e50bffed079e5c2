using ForumQA.Text.Mentions;

namespace ForumQA.Answering.Planning;

/// <summary>Answers what is asked of an event from what is said of that event, where the best sentence by words is of another of its series.</summary>
internal sealed class EventFact : IAnswerPlan
{
    /// <summary>Sentences of other events that are passed over.</summary>
    private const int LookedAt = 40;

    public PlannedAnswer? Answer(PlanContext context)
    {
        if (context.Scope.Events is not [var asked] || context.Ranked(1).FirstOrDefault() is not { } best || !IsOfAnother(context, best, asked))
        {
            return null;
        }

        var documents = EventReader.DocumentsOf(context.Snapshot, asked).ToHashSet(StringComparer.Ordinal);
        var named = context.Sentences.Mentioning(asked).ToHashSet();
        var theirs = context.Ranked(LookedAt).FirstOrDefault(sentence => !IsOfAnother(context, sentence, asked) && (named.Contains(sentence) || documents.Contains(sentence.Document.Id)));
        return theirs is null ? null : new PlannedAnswer
        {
            Kind = context.Form.Kind,
            Sentences = [new PlannedSentence(theirs)],
            Doubt = context.Decision.Abstention?.Reason ?? "The documents speak of this, but may not state the answer.",
        };
    }

    /// <summary>Whether a sentence names another event and not the one that is asked about.</summary>
    private static bool IsOfAnother(PlanContext context, CorpusSentence sentence, MentionedName asked)
    {
        var events = context.Snapshot.Mentions.InDocument(sentence.Document.Id)
            .Where(mention => mention.Kind == MentionKind.Event && mention.SentenceStart == sentence.Sentence.Start).ToList();
        return events.Count > 0 && !events.Exists(mention => mention.Key == asked.Key);
    }
}
