using ForumQA.Models.Chat;

namespace ForumQA.Answering.Generation;

/// <summary>What a model's verified sentences amount to.</summary>
internal sealed class DraftVerdict
{
    public DraftVerdict(PreparedAnswer prepared, ModelDraft draft, ChatException? failure)
    {
        Notes = [.. FindNotes(draft, failure)];
        if (draft.HasSupport)
        {
            Sentences = draft.Sentences;
            var doubt = FindDoubt(prepared, draft, failure);
            Status = doubt is null ? AnswerStatus.Answered : AnswerStatus.Partial;
            Abstention = doubt is null ? null : Explain(prepared, doubt);
        }
        else
        {
            // None under UnsupportedPolicy.Drop; under Flag they are shown for what they are.
            Sentences = draft.Sentences;
            Status = AnswerStatus.NotFound;
            Abstention = Explain(prepared, draft.SaysNotInDocuments
                ? "The language model found no answer in the passages that come nearest."
                : "No passage supports what the language model wrote.");
        }
    }

    public AnswerStatus Status { get; }

    public Abstention? Abstention { get; }

    public IReadOnlyList<AnswerSentence> Sentences { get; } = [];

    public IReadOnlyList<AnswerNote> Notes { get; }

    private static string? FindDoubt(PreparedAnswer prepared, ModelDraft draft, ChatException? failure) => draft switch
    {
        _ when failure is not null => "The language model's answer broke off; its whole sentences are shown.",
        { SaysNotInDocuments: true } => "The language model says that the passages do not answer all of it.",
        { Dropped: > 0 } => "A part of the language model's answer was left out, because no passage supports it.",
        _ when draft.Sentences.Any(sentence => sentence.Support != Support.Supported) => "The documents do not support all of it.",
        _ when prepared.Extractive.Status == AnswerStatus.NotFound => "The documents speak of this, but may not state the answer.",
        _ => null,
    };

    private static IEnumerable<AnswerNote> FindNotes(ModelDraft draft, ChatException? failure)
    {
        if (failure is not null)
        {
            yield return new AnswerNote("model-interrupted", failure.Message);
        }

        if (draft.UnknownMarkers.Count > 0)
        {
            yield return new AnswerNote(
                "unknown-citation", $"The language model cited what it was not given: {string.Concat(draft.UnknownMarkers.Select(marker => $"[{marker}]"))}. Those markers were dropped.");
        }
    }

    private static Abstention Explain(PreparedAnswer prepared, string reason) =>
        AbstentionPolicy.Explain(prepared.Ranking, prepared.Answerability.Score, prepared.Extractive.Abstention?.Threshold ?? 0, reason);
}
