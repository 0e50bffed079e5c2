using ForumQA.Retrieval;
using ForumQA.Tools;
using Microsoft.Extensions.AI;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace ForumQA.Cli.Mcp;

/// <summary>Serves the tools over standard input and output until the input is closed or Ctrl-C is pressed.</summary>
internal static class ToolServer
{
    private const string Instructions =
        "ForumQA answers questions from the user's own documents and proves every sentence with a quotation. " +
        "Ask 'answer' first; 'list', 'compare', 'summarize' and 'find_documents' are for questions that one sentence does not answer. Use 'search' to see what there is, and 'read_document' for what stands around a passage. 'check' tells which sentences of a text the documents support, and which they contradict. " +
        "Show the user the quotations, with document and place, behind what you take from them. " +
        "When an answer says that something is not in the documents, tell the user so; if you go on from what you know yourself, say that it does not come from the documents.";

    private static readonly Dictionary<string, string> Titles = new(StringComparer.Ordinal)
    {
        [ForumQATools.Search] = "Search the documents",
        [ForumQATools.Answer] = "Answer from the documents",
        [ForumQATools.ReadDocument] = "Read a document",
        [ForumQATools.List] = "List what the documents have",
        [ForumQATools.Compare] = "Compare two things",
        [ForumQATools.Summarize] = "Summarize from the documents",
        [ForumQATools.FindDocuments] = "Find the documents that speak of something",
        [ForumQATools.Check] = "Check a text against the documents",
    };

    /// <param name="shell">What the tools work with.</param>
    /// <param name="filter">Which documents are served; null for all.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public static async Task<int> RunAsync(Shell shell, CorpusFilter? filter, CancellationToken cancellationToken)
    {
        using var corpus = new ServedCorpus(shell, filter);
        using var index = new CurrentIndex(shell);
        var options = new McpServerOptions
        {
            ServerInfo = new Implementation { Name = "forumqa", Title = "ForumQA", Version = typeof(ToolServer).Assembly.GetName().Version!.ToString(fieldCount: 3) },
            ServerInstructions = Instructions,
            ToolCollection = [.. ForumQATools.Create(corpus, ToolCallResult.From).Select(function => Offer(new ServedFunction(function, index, corpus, shell)))],
        };
        var transport = new StdioServerTransport(options);
        await using (transport.ConfigureAwait(false))
        {
            var server = McpServer.Create(transport, options);
            await using (server.ConfigureAwait(false))
            {
                // Not waited for: a client gives up on a server that does not answer while it reads a large corpus.
                var preparing = index.PrepareAsync(cancellationToken);
                await ServeAsync(server, cancellationToken).ConfigureAwait(false);
                await index.StopAsync(preparing).ConfigureAwait(false);
            }
        }

        return ExitCode.Done;
    }

    private static async Task ServeAsync(McpServer server, CancellationToken cancellationToken)
    {
        try
        {
            await server.RunAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // How a server that someone started by hand ends; nothing was broken off.
        }
    }

    private static McpServerTool Offer(AIFunction function) => McpServerTool.Create(function, new McpServerToolCreateOptions
    {
        Title = Titles[function.Name],
        ReadOnly = true,
        Destructive = false,
        Idempotent = true,
        OpenWorld = false,
    });
}
