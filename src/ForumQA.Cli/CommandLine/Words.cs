using System.CommandLine;
using System.CommandLine.Parsing;

namespace ForumQA.Cli.CommandLine;

/// <summary>An argument of several words, so that a question need not be quoted.</summary>
internal static class Words
{
    public static string Join(ParseResult result, Argument<string[]> argument) => string.Join(' ', result.GetValue(argument) ?? []).Trim();

    public static void Require(CommandResult result, Argument<string[]> argument)
    {
        if (result.GetResult(argument) is not { Tokens.Count: > 0 } given)
        {
            return;
        }

        if (given.Tokens.All(token => string.IsNullOrWhiteSpace(token.Value)))
        {
            result.AddError($"The {argument.Name} is empty.");
        }

        foreach (var token in given.Tokens.Where(IsMistypedOption))
        {
            result.AddError(
                $"There is no option '{token.Value}'.{Likeness.Ask(token.Value, result.Command.OptionsInReach())} If it is a part of the {argument.Name}, quote the whole {argument.Name}.");
        }
    }

    /// <summary>A word of its own that looks like an option and was not one. In quotes, with words around it, it is meant as it is.</summary>
    private static bool IsMistypedOption(Token token) =>
        token.Value.StartsWith("--", StringComparison.Ordinal) && token.Value.Length > 2 && !token.Value.Any(char.IsWhiteSpace);
}
