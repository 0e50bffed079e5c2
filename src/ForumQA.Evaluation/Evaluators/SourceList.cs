using ForumQA.Answering;
using ForumQA.Answering.Verification;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.AI.Evaluation;

namespace ForumQA.Evaluation.Evaluators;

/// <summary>The sources of a context, ready to prove sentences with.</summary>
internal sealed class SourceList(IReadOnlyList<Source> sources)
{
    private readonly List<SuppliedPassage> _passages = [.. sources.Select((source, i) => Supply(i + 1, source))];

    /// <summary>Those of a context; null when there is none among the contexts.</summary>
    public static SourceList? Of(IEnumerable<EvaluationContext>? contexts) => contexts?.OfType<SourcesContext>().FirstOrDefault() is { } context ? new SourceList(context.Sources) : null;

    /// <summary>How far a sentence is supported by any of the sources.</summary>
    public Support Judge(MarkedSentence sentence) => new AnswerVerifier(_passages).Verify(sentence).Support;

    /// <summary>Whether those of the sources that a sentence cites support it.</summary>
    public bool Carries(CitedSentence cited)
    {
        ArgumentNullException.ThrowIfNull(cited);
        var numbers = cited.Sentence.Markers.Concat(cited.Annotations.SelectMany(Find).Select(i => i + 1)).ToHashSet();
        var own = _passages.FindAll(passage => numbers.Contains(passage.Number));
        return own.Count > 0 && new AnswerVerifier(own).Verify(cited.Sentence).Support == Support.Supported;
    }

    /// <summary>Whether the words that a citation quotes stand in the source it names, at the place it gives if it gives one.</summary>
    public bool Quotes(CitationAnnotation annotation)
    {
        ArgumentNullException.ThrowIfNull(annotation);
        return annotation.Snippet is { Length: > 0 } snippet && Find(annotation).Any(i => PlaceOf(annotation) is { } start
            ? StandsAt(sources[i], snippet, start - sources[i].Start)
            : sources[i].Text.Contains(snippet, StringComparison.Ordinal));
    }

    /// <summary>The sources that a citation may mean, from 0: all when it names none.</summary>
    private IEnumerable<int> Find(CitationAnnotation annotation)
    {
        var named = Enumerable.Range(0, sources.Count).Where(i =>
            (annotation.FileId is { } id && sources[i].Id == id) || (annotation.FileId is null && annotation.Title is { Length: > 0 } title && sources[i].Title == title)).ToList();
        return named.Count > 0 ? named : annotation.FileId is null && string.IsNullOrEmpty(annotation.Title) ? Enumerable.Range(0, sources.Count) : [];
    }

    private static int? PlaceOf(CitationAnnotation annotation) =>
        annotation.AdditionalProperties?.TryGetValue("start", out var value) == true && int.TryParse($"{value}", out var start) ? start : null;

    private static bool StandsAt(Source source, string words, int start) =>
        start >= 0 && start <= source.Text.Length - words.Length && source.Text.AsSpan(start, words.Length).SequenceEqual(words);

    private static SuppliedPassage Supply(int number, Source source)
    {
        var id = source.Id ?? $"{number}";
        var document = new Document { Id = id, Title = source.Title.Length > 0 ? source.Title : id, Uri = id, Text = source.Text };
        return new SuppliedPassage(number, document, [new Passage { Id = $"{number}", DocumentId = id, Ordinal = 0, Start = 0, End = source.Text.Length, Text = source.Text }]);
    }
}
