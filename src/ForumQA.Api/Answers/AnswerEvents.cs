using System.Net.ServerSentEvents;
using ForumQA.Answering;
using ForumQA.Hosting.Json;

namespace ForumQA.Api.Answers;

/// <summary>The steps of an answer as events of a stream.</summary>
internal static class AnswerEvents
{
    /// <summary>The events' names, in the order in which they may first come.</summary>
    public static IReadOnlyList<string> Names { get; } = ["evidence", "lead", "delta", "sentence", "dropped", "restarted", "completed"];

    public static SseItem<object> Of(AnswerStep step) => step.Update switch
    {
        EvidenceFound found => new(new EvidenceEvent(found.StandaloneQuestion, [.. found.Evidence.Select(PassageJson.From)]), "evidence"),
        LeadWritten lead => new(new LeadEvent(lead.Text), "lead"),
        TextDelta delta => new(new DeltaEvent(delta.Text), "delta"),
        SentenceVerified verified => new(
            new SentenceEvent(verified.Index, SentenceJson.From(verified.Sentence), verified.Sentence.Citations), "sentence"),
        SentenceDropped dropped => new(new DroppedEvent(dropped.Text), "dropped"),
        AnswerRestarted restarted => new(new RestartedEvent(restarted.Note), "restarted"),
        AnswerCompleted => new(step.Given!, "completed"),
        _ => throw new InvalidOperationException($"There is no event for {step.Update.GetType().Name}."),
    };
}

/// <summary>Retrieval is done.</summary>
/// <param name="StandaloneQuestion">The question that was searched for.</param>
/// <param name="Evidence">The passages found, best first.</param>
internal sealed record EvidenceEvent(string StandaloneQuestion, IReadOnlyList<PassageJson> Evidence);

/// <summary>What ForumQA says itself before the sentences, or in their place.</summary>
/// <param name="Text">It may have several lines.</param>
internal sealed record LeadEvent(string Text);

/// <summary>A piece of the answer's text before it is verified; provisional until the next sentence.</summary>
/// <param name="Text">To be appended to what came before.</param>
internal sealed record DeltaEvent(string Text);

/// <summary>A whole sentence with its checked citations; takes the place of the text since the last one.</summary>
/// <param name="Index">Its place in the answer, from 0.</param>
/// <param name="Sentence">The sentence.</param>
/// <param name="Citations">What it rests on.</param>
internal sealed record SentenceEvent(int Index, SentenceJson Sentence, IReadOnlyList<Citation> Citations);

/// <summary>A sentence that no passage supports was left out.</summary>
/// <param name="Text">What the model wrote.</param>
internal sealed record DroppedEvent(string Text);

/// <summary>Nothing of what came since the evidence counts; the answer begins anew.</summary>
/// <param name="Note">Why.</param>
internal sealed record RestartedEvent(AnswerNote Note);
