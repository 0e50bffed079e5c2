using ForumQA.Answering;

namespace ForumQA.Tools;

/// <summary>Writes an answer for a language model: status first, then the sentences, then what each rests on.</summary>
internal static class AnswerText
{
    private const int NearestShown = 3;

    public static string Of(Answer answer) => string.Join("\n\n", Parts(answer).Where(part => part.Length > 0));

    private static IEnumerable<string> Parts(Answer answer)
    {
        yield return string.Join('\n', [Status(answer), .. Kind(answer), .. answer.Notes.Select(note => $"Note: {note.Message}")]);
        yield return answer.Lead ?? "";
        foreach (var group in answer.Sentences.GroupBy(sentence => sentence.Group))
        {
            yield return string.Join('\n', [.. group.Key is { } heading ? [heading + ":"] : Array.Empty<string>(), .. group.Select(Sentence)]);
        }

        yield return string.Join('\n', answer.Citations.Select(Source));
        if (answer is { Status: AnswerStatus.NotFound, Abstention: { } abstention })
        {
            yield return Unmatched(abstention);
            yield return Nearest(abstention);
        }
    }

    private static string Status(Answer answer) => answer.Status switch
    {
        AnswerStatus.Conversation => "Status: conversation. Nothing was looked up; this is what ForumQA says itself.",
        AnswerStatus.Answered => "Status: answered.",
        AnswerStatus.Partial when answer is { Model: not null, Abstention: { } left } => $"Status: partly answered. {left.Reason}",
        AnswerStatus.Partial => $"Status: partly answered, or perhaps not. {answer.Abstention?.Reason}".TrimEnd(),
        _ => $"Status: not in the documents. {answer.Abstention?.Reason}".TrimEnd(),
    };

    // That an answer is an answer needs no telling.
    private static string[] Kind(Answer answer) => answer.Kind is QuestionKind.Fact or QuestionKind.YesNo or QuestionKind.Conversation || answer.Sentences.Count == 0
        ? []
        : [$"Kind: {(answer.Kind == QuestionKind.Documents ? "documents that speak of it, each with a sentence" : answer.Kind.ToString().ToLowerInvariant())}."];

    private static string Sentence(AnswerSentence sentence)
    {
        var markers = string.Concat(sentence.Citations.Select(citation => $"[{citation.Number}]"));
        var support = sentence.Support switch
        {
            Support.Supported => "",
            Support.Partial => "(supported in part)",
            _ => "(not supported)",
        };
        var original = sentence.Original is { } text ? $"(checked in the original: {text})" : "";
        return string.Join(' ', new[] { sentence.Text, markers, support, original }.Where(part => part.Length > 0));
    }

    public static string Source(Citation citation) =>
        $"""
        {PlaceText.Head(citation.Number, citation.DocumentTitle, citation.Heading, citation.Page)}
        {PlaceText.Of(citation.DocumentId, citation.DocumentUri, citation.Start, citation.End)}
        “{citation.Quotation}”
        """;

    // The reason often names them already.
    private static string Unmatched(Abstention abstention) => abstention.UnmatchedTerms.Any(term => !abstention.Reason.Contains(term, StringComparison.OrdinalIgnoreCase))
        ? $"In no document: {string.Join(", ", abstention.UnmatchedTerms)}"
        : "";

    private static string Nearest(Abstention abstention) => abstention.Nearest.Count == 0
        ? ""
        : "Nearest passages, which do not answer it:\n" + string.Join('\n', abstention.Nearest.Take(NearestShown).Select((evidence, i) =>
            $"""
            {PlaceText.Head(i + 1, evidence)}
            {PlaceText.Of(evidence)}
            """));
}
