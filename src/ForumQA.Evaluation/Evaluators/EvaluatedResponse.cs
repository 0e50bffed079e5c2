using ForumQA.Answering.Checking;
using ForumQA.Answering.Verification;
using Microsoft.Extensions.AI;

namespace ForumQA.Evaluation.Evaluators;

/// <summary>A response read as evaluators see it: its sentences that claim something, each with what it cites.</summary>
internal sealed class EvaluatedResponse
{
    private EvaluatedResponse(IReadOnlyList<CitedSentence> claims, IReadOnlyList<CitationAnnotation> annotations, bool saysNotInDocuments)
    {
        Claims = claims;
        Annotations = annotations;
        SaysNotInDocuments = saysNotInDocuments;
    }

    public IReadOnlyList<CitedSentence> Claims { get; }

    public IReadOnlyList<CitationAnnotation> Annotations { get; }

    /// <summary>Whether it has the word by which ForumQA's prompts let a model say so.</summary>
    public bool SaysNotInDocuments { get; }

    public static EvaluatedResponse Read(ChatResponse response)
    {
        ArgumentNullException.ThrowIfNull(response);
        var contents = response.Messages.SelectMany(message => message.Contents).OfType<TextContent>().ToList();
        var annotations = contents.SelectMany(Annotated).ToList();

        // A text that streamed may be cut anywhere; one with annotations is cut where they belong.
        List<(string Text, IReadOnlyList<CitationAnnotation> Annotations)> texts = annotations.Count == 0
            ? [(response.Text, [])]
            : [.. contents.Select(content => (content.Text, (IReadOnlyList<CitationAnnotation>)[.. Annotated(content)]))];
        var claims = new List<CitedSentence>();
        var says = false;
        foreach (var (text, own) in texts)
        {
            var reader = new MarkedSentenceReader();
            List<AnswerPiece> pieces = [.. reader.Append(text), .. reader.Complete()];
            claims.AddRange(pieces.OfType<MarkedSentence>()
                .Where(sentence => SpeechAct.Of(sentence.Text) == ClaimKind.Statement)
                .Select(sentence => new CitedSentence(sentence, [.. own.Where(annotation => IsOn(annotation, sentence, text))])));
            says |= reader.SaysNotInDocuments;
        }

        return new EvaluatedResponse(claims, annotations, says);
    }

    private static IEnumerable<CitationAnnotation> Annotated(TextContent content) => (content.Annotations ?? []).OfType<CitationAnnotation>();

    /// <summary>Whether an annotation marks a sentence or a part of it; one without a region marks all of its content.</summary>
    private static bool IsOn(CitationAnnotation annotation, MarkedSentence sentence, string text) =>
        annotation.AnnotatedRegions?.OfType<TextSpanAnnotatedRegion>().ToList() is not { Count: > 0 } regions
        || regions.Exists(region => Marked(region, text) is { Length: > 0 } marked
            && (marked.Contains(sentence.Text, StringComparison.Ordinal) || sentence.Text.Contains(marked, StringComparison.Ordinal)));

    private static string Marked(TextSpanAnnotatedRegion region, string text) =>
        region is { StartIndex: >= 0 and int start, EndIndex: int end } && end <= text.Length && start < end ? text[start..end].Trim() : "";
}

/// <summary>A sentence that claims something, with what it cites.</summary>
/// <param name="Sentence">The sentence and the numbers in its markers.</param>
/// <param name="Annotations">The citations that mark it.</param>
internal sealed record CitedSentence(MarkedSentence Sentence, IReadOnlyList<CitationAnnotation> Annotations);
