using System.CommandLine;
using System.CommandLine.Parsing;

namespace ForumQA.Cli.CommandLine;

/// <summary>An argument of several words, so that a question need not be quoted.</summary>
internal static class Words
{
    public static string Join(ParseResult result, Argument<string[]> argument) => string.Join(' ', result.GetRequiredValue(argument)).Trim();

    public static void Require(CommandResult result, Argument<string[]> argument)
    {
        if (result.GetResult(argument) is { Tokens.Count: > 0 } given && given.Tokens.All(token => string.IsNullOrWhiteSpace(token.Value)))
        {
            result.AddError($"The {argument.Name} is empty.");
        }
    }
}
