using ForumQA.Tools;

namespace ForumQA.Cli.Json;

/// <summary>A part of a document's text.</summary>
internal sealed record DocumentTextJson(string DocumentId, string DocumentTitle, string DocumentUri, int Start, int End, int Length, string Text)
{
    public static DocumentTextJson From(DocumentText read) => new(
        read.Document.Id, read.Document.Title, read.Document.Uri, read.Start, read.End, read.Document.Text.Length, read.Text);
}
