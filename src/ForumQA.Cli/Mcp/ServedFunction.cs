using ForumQA.Cli.CommandLine;
using ForumQA.Tools;
using Microsoft.Extensions.AI;

namespace ForumQA.Cli.Mcp;

/// <summary>A tool that looks for changed documents before each call, as every command does before it answers.</summary>
internal sealed class ServedFunction(AIFunction function, CurrentIndex index, ServedCorpus corpus, Shell shell) : DelegatingAIFunction(function)
{
    protected override async ValueTask<object?> InvokeCoreAsync(AIFunctionArguments arguments, CancellationToken cancellationToken)
    {
        try
        {
            await index.BringUpToDateAsync(cancellationToken).ConfigureAwait(false);
            await corpus.RefreshAsync(cancellationToken).ConfigureAwait(false);
            return await base.InvokeCoreAsync(arguments, cancellationToken).ConfigureAwait(false);
        }
        catch (ForumQAException e)
        {
            return ToolCallResult.From(ToolResult.Of(e));
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            // The protocol tells the client only that something went wrong.
            await shell.Terminal.Error.WriteLineAsync(CommandRunner.Describe(e, shell.Settings.Verbose)).ConfigureAwait(false);
            throw;
        }
    }
}
