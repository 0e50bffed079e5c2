using ForumQA.Answering;
using Microsoft.Extensions.AI;

namespace ForumQA.Agents;

/// <summary>A verified sentence as the content of a message.</summary>
internal static class SentenceContent
{
    /// <param name="sentence">With its citations.</param>
    /// <param name="isFirst">Whether no sentence stands before it, from which a blank would part it.</param>
    public static TextContent Of(AnswerSentence sentence, bool isFirst)
    {
        var start = isFirst ? 0 : 1;
        var end = start + sentence.Text.Length;
        var markers = string.Concat(sentence.Citations.Select(citation => $"[{citation.Number}]"));
        return new TextContent($"{(isFirst ? "" : " ")}{sentence.Text}{(markers.Length > 0 ? " " : "")}{markers}")
        {
            Annotations = sentence.Citations.Count == 0 ? null : [.. sentence.Citations.Select(citation => Annotate(citation, start, end))],
            AdditionalProperties = new AdditionalPropertiesDictionary { [ForumQAChatClient.ResultProperty] = $"{sentence.Support}" },
        };
    }

    private static CitationAnnotation Annotate(Citation citation, int start, int end) => new()
    {
        Title = citation.DocumentTitle,
        Url = Uri.TryCreate(citation.DocumentUri, UriKind.Absolute, out var url) ? url : null,
        FileId = citation.DocumentId,
        Snippet = citation.Quotation,
        AnnotatedRegions = [new TextSpanAnnotatedRegion { StartIndex = start, EndIndex = end }],
        AdditionalProperties = new AdditionalPropertiesDictionary
        {
            ["number"] = citation.Number,
            ["start"] = citation.Start,
            ["end"] = citation.End,
            ["passage"] = citation.PassageId,
        },
    };
}
