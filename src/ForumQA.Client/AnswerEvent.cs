using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace ForumQA.Client;

/// <summary>A step of an answer while it is made.</summary>
public abstract record AnswerEvent
{
    private AnswerEvent()
    {
    }

    /// <summary>Retrieval is done; comes first and once.</summary>
    /// <param name="StandaloneQuestion">The question that was searched for.</param>
    /// <param name="Passages">The passages found, best first.</param>
    public sealed record Found(string StandaloneQuestion, IReadOnlyList<Passage> Passages) : AnswerEvent;

    /// <summary>What ForumQA says itself before the sentences, or in their place.</summary>
    /// <param name="Text">It may have several lines.</param>
    public sealed record Lead(string Text) : AnswerEvent;

    /// <summary>A piece of text that is not verified yet. The next <see cref="Sentence"/> or <see cref="Dropped"/> takes the place of all since the last one.</summary>
    /// <param name="Text">To be appended.</param>
    public sealed record Delta(string Text) : AnswerEvent;

    /// <summary>A verified sentence.</summary>
    /// <param name="Index">Its place in the answer, from 0.</param>
    /// <param name="Verified">The sentence.</param>
    /// <param name="Citations">What it rests on, in full.</param>
    public sealed record Sentence(int Index, AnswerSentence Verified, IReadOnlyList<Citation> Citations) : AnswerEvent;

    /// <summary>A sentence that no passage supports was left out.</summary>
    /// <param name="Text">What the model wrote.</param>
    public sealed record Dropped(string Text) : AnswerEvent;

    /// <summary>Nothing of what came since <see cref="Found"/> counts; the answer begins anew.</summary>
    /// <param name="Note">Why.</param>
    public sealed record Restarted(AnswerNote Note) : AnswerEvent;

    /// <summary>The whole answer; comes last and once.</summary>
    /// <param name="Answer">The same as without streaming.</param>
    public sealed record Completed(Answer Answer) : AnswerEvent;

    /// <summary>Reads an event of the stream; null for one that a later version may send.</summary>
    /// <exception cref="ForumQAProblemException">The event says that the answer failed.</exception>
    internal static AnswerEvent? Read(string type, ReadOnlySpan<byte> data) => type switch
    {
        "evidence" => Parse(data, ClientJson.Default.EvidenceData) is var found ? new Found(found.StandaloneQuestion, found.Evidence) : null,
        "lead" => new Lead(Parse(data, ClientJson.Default.TextData).Text),
        "delta" => new Delta(Parse(data, ClientJson.Default.TextData).Text),
        "sentence" => Parse(data, ClientJson.Default.SentenceData) is var sentence ? new Sentence(sentence.Index, sentence.Sentence, sentence.Citations) : null,
        "dropped" => new Dropped(Parse(data, ClientJson.Default.TextData).Text),
        "restarted" => new Restarted(Parse(data, ClientJson.Default.RestartedData).Note),
        "completed" => new Completed(Parse(data, ClientJson.Default.Answer)),
        "error" => throw ForumQAProblemException.Of(Parse(data, ClientJson.Default.Problem)),
        _ => null,
    };

    private static T Parse<T>(ReadOnlySpan<byte> data, JsonTypeInfo<T> type) =>
        JsonSerializer.Deserialize(data, type) ?? throw new JsonException("An event of the stream holds nothing.");
}

/// <summary>The data of <c>evidence</c>.</summary>
internal sealed record EvidenceData(string StandaloneQuestion, IReadOnlyList<Passage> Evidence);

/// <summary>The data of <c>lead</c>, <c>delta</c> and <c>dropped</c>.</summary>
internal sealed record TextData(string Text);

/// <summary>The data of <c>sentence</c>.</summary>
internal sealed record SentenceData(int Index, AnswerSentence Sentence, IReadOnlyList<Citation> Citations);

/// <summary>The data of <c>restarted</c>.</summary>
internal sealed record RestartedData(AnswerNote Note);
