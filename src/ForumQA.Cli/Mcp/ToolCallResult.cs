using System.Text.Json;
using ForumQA.Answering;
using ForumQA.Answering.Checking;
using ForumQA.Cli.Json;
using ForumQA.Hosting.Json;
using ForumQA.Tools;
using ModelContextProtocol.Protocol;

namespace ForumQA.Cli.Mcp;

/// <summary>A tool's result as the protocol carries it: text for a model, and the JSON of the command line for a program.</summary>
internal static class ToolCallResult
{
    public static CallToolResult From(ToolResult result) => new()
    {
        Content = [new TextContentBlock { Text = result.Text }],
        StructuredContent = Data(result),
        IsError = result.Failed,
    };

    private static JsonElement? Data(ToolResult result) => result.Value switch
    {
        // The passages that were considered are many, and those that count are cited.
        Answer answer => JsonOutput.ToElement(AnswerJson.From(answer) with { Evidence = [] }),
        FoundPassages found => JsonOutput.ToElement(SearchJson.From(found.Question, found.Passages)),
        CheckedText text => JsonOutput.ToElement(CheckJson.From(text)),
        DocumentText read => JsonOutput.ToElement(DocumentTextJson.From(read)),
        _ => null,
    };
}
