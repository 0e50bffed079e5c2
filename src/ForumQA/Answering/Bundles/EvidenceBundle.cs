using System.Text.Json.Serialization;

namespace ForumQA.Answering.Bundles;

/// <summary>An answer with all that is needed to check it again later, without a network: <c>forumqa ask --bundle</c> writes it, <c>forumqa verify</c> reads it.</summary>
internal sealed record EvidenceBundle
{
    /// <summary>The value of <see cref="Format"/> that this version writes and reads.</summary>
    public const string CurrentFormat = "forumqa-bundle/1";

    /// <summary>What this file is.</summary>
    public required string Format { get; init; }

    /// <summary>When it was made.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>The question as asked.</summary>
    public required string Question { get; init; }

    /// <summary>The question that was searched for.</summary>
    public required string StandaloneQuestion { get; init; }

    /// <summary>Whether the documents answered it.</summary>
    public required AnswerStatus Status { get; init; }

    /// <summary>What was asked for, as it was understood.</summary>
    public QuestionKind Kind { get; init; }

    /// <summary>What ForumQA said itself before the sentences, or in their place; null when it said nothing.</summary>
    public string? Lead { get; init; }

    /// <summary>The answer's sentences.</summary>
    public required IReadOnlyList<BundledSentence> Sentences { get; init; }

    /// <summary>What they quote, by number.</summary>
    public required IReadOnlyList<Citation> Citations { get; init; }

    /// <summary>Why nothing was found, or why the answer is in doubt; null otherwise.</summary>
    public string? Reason { get; init; }

    /// <summary>The documents quoted, as they were.</summary>
    public required IReadOnlyList<BundledDocument> Documents { get; init; }

    /// <summary>The index the answer came from.</summary>
    public required BundledIndex Index { get; init; }

    /// <summary>The language model; null when the documents' own sentences answered.</summary>
    public string? Model { get; init; }

    /// <summary>The <see cref="Prompts.Prompt.Hash"/> of its prompt; null without a model.</summary>
    public string? PromptHash { get; init; }

    /// <summary>The options in force, by configuration key; no secrets.</summary>
    public required IReadOnlyDictionary<string, string> Options { get; init; }

    /// <summary>What happened on the way.</summary>
    public IReadOnlyList<AnswerNote> Notes { get; init; } = [];
}

/// <summary>A sentence of a bundled answer.</summary>
/// <param name="Text">Its words.</param>
/// <param name="Support">What the verifier found.</param>
/// <param name="Citations">The numbers of its citations.</param>
/// <param name="Original">What was verified, when <paramref name="Text"/> is a translation; null otherwise.</param>
/// <param name="Group">What it is listed under; null when the answer has no parts.</param>
internal sealed record BundledSentence(string Text, Support Support, IReadOnlyList<int> Citations, string? Original = null, string? Group = null);

/// <summary>A document as it was when the answer was given.</summary>
/// <param name="Id">The <see cref="Document.Id"/>.</param>
/// <param name="Title">Its title.</param>
/// <param name="Uri">Its URI.</param>
/// <param name="ContentHash">The <see cref="Document.ContentHash"/>.</param>
internal sealed record BundledDocument(string Id, string Title, string Uri, string ContentHash);

/// <summary>What an index said of itself, but for where it is.</summary>
/// <param name="SchemaVersion">The number of its schema.</param>
/// <param name="Generation">How often it was written to.</param>
/// <param name="EmbeddingModel">Which model made its vectors.</param>
/// <param name="Chunking">How its passages were cut.</param>
/// <param name="Documents">How many documents it held.</param>
/// <param name="Passages">How many passages.</param>
internal sealed record BundledIndex(int SchemaVersion, long Generation, string? EmbeddingModel, string? Chunking, int Documents, int Passages);

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UseStringEnumConverter = true,
    WriteIndented = true,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(EvidenceBundle))]
internal sealed partial class BundleJson : JsonSerializerContext;
