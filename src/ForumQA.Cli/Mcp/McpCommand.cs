using System.CommandLine;
using ForumQA.Cli.CommandLine;

namespace ForumQA.Cli.Mcp;

/// <summary><c>forumqa mcp</c>: offers the corpus to other programs by the Model Context Protocol.</summary>
internal static class McpCommand
{
    public static Command Create(CommandRunner runner)
    {
        var command = new Command("mcp", "Serve the documents to other programs as tools that answer, list, compare, summarize, check, search and read (Model Context Protocol)");

        var filter = new FilterOptions();
        filter.AddTo(command);

        // The protocol's assembly is loaded when this runs and not before: other commands start as fast as without it.
        command.SetAction((result, cancellationToken) => runner.RunAsync(result, (shell, token) => ToolServer.RunAsync(shell, filter.Read(result), token), cancellationToken));
        return command;
    }
}
