using System.Reflection;
using Microsoft.Extensions.AI;

namespace ForumQA.Tools;

/// <summary>What ForumQA offers to language models that call tools: the same functions for an MCP client, a Semantic Kernel and any <see cref="IChatClient"/>.</summary>
public static class ForumQATools
{
    /// <summary>The name of the function that finds passages.</summary>
    public const string Search = "search";

    /// <summary>The name of the function that answers a question.</summary>
    public const string Answer = "answer";

    /// <summary>The name of the function that reads a document.</summary>
    public const string ReadDocument = "read_document";

    /// <summary>The name of the function that lists all there are of something.</summary>
    public const string List = "list";

    /// <summary>The name of the function that sets two things side by side.</summary>
    public const string Compare = "compare";

    /// <summary>The name of the function that gives the main points of something.</summary>
    public const string Summarize = "summarize";

    /// <summary>The name of the function that tells which documents speak of something.</summary>
    public const string FindDocuments = "find_documents";

    /// <summary>The name of the function that checks a text against the documents.</summary>
    public const string Check = "check";

    /// <summary>Makes the functions <see cref="Search"/>, <see cref="Answer"/>, <see cref="ReadDocument"/>, <see cref="Check"/>, and one for each kind of answer: <see cref="List"/>, <see cref="Compare"/>, <see cref="Summarize"/> and <see cref="FindDocuments"/>. They may be called by many threads at once.</summary>
    /// <param name="services">With everything that <see cref="ForumQAServices.AddForumQA"/> registers. It is asked at each call, so that the functions can be listed before there is an index.</param>
    /// <param name="marshal">Makes of a result what the function returns. By default its <see cref="ToolResult.Text"/>, a string.</param>
    /// <remarks>An expected failure (<see cref="ForumQAException"/>) is a result that tells the model what to do about it; anything else is thrown.</remarks>
    public static IReadOnlyList<AIFunction> Create(IServiceProvider services, Func<ToolResult, object?>? marshal = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        return
        [
            Create(Search, new SearchTool(services).SearchAsync),
            Create(Answer, new AnswerTool(services).AnswerAsync),
            Create(ReadDocument, new ReadDocumentTool(services).Read),
            Create(List, new ListTool(services).ListAsync),
            Create(Compare, new CompareTool(services).CompareAsync),
            Create(Summarize, new SummarizeTool(services).SummarizeAsync),
            Create(FindDocuments, new FindDocumentsTool(services).FindDocumentsAsync),
            Create(Check, new CheckTool(services).CheckAsync),
        ];

        AIFunction Create(string name, Delegate method) => new ToolFunction(
            AIFunctionFactory.Create(method, new AIFunctionFactoryOptions
            {
                Name = name,
                ConfigureParameterBinding = Bind,
                JsonSchemaCreateOptions = ToolSchema.Options,
                ExcludeResultSchema = true,
                MarshalResult = static (result, _, _) => ValueTask.FromResult(result),
            }),
            marshal ?? (static result => result.Text));
    }

    private static AIFunctionFactoryOptions.ParameterBindingOptions Bind(ParameterInfo parameter) => new() { BindParameter = ToolArgument.Read };
}
