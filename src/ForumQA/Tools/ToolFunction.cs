using System.Reflection;
using Microsoft.Extensions.AI;

namespace ForumQA.Tools;

/// <summary>A function whose expected failures are results, and whose results are what the caller's protocol wants.</summary>
internal sealed class ToolFunction(AIFunction inner, Func<ToolResult, object?> marshal) : DelegatingAIFunction(inner)
{
    /// <summary>None: a Kernel would describe the method's own parameter and return types, which are not those of a call.</summary>
    public override MethodInfo? UnderlyingMethod => null;

    protected override async ValueTask<object?> InvokeCoreAsync(AIFunctionArguments arguments, CancellationToken cancellationToken)
    {
        ToolResult result;
        try
        {
            result = (ToolResult)(await base.InvokeCoreAsync(arguments, cancellationToken).ConfigureAwait(false))!;
        }
        catch (ForumQAException e)
        {
            result = ToolResult.Of(e);
        }

        return marshal(result);
    }
}
