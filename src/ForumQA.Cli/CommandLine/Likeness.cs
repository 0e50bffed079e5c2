using System.CommandLine;
using ForumQA.Text;

namespace ForumQA.Cli.CommandLine;

/// <summary>Finds what a mistyped word was meant to be.</summary>
internal static class Likeness
{
    private const int MostErrors = 2;

    /// <summary>Such as <c> Did you mean 'search'?</c>, with the blank before it; empty when nothing is like it.</summary>
    public static string Ask(string word, IEnumerable<string> known)
    {
        var nearest = known
            .Select(name => (Name: name, Distance: EditDistance.Between(word, name, MostErrors)))
            .Where(candidate => candidate.Distance <= Math.Min(MostErrors, candidate.Name.Length / 2))
            .OrderBy(candidate => candidate.Distance)
            .ThenBy(candidate => candidate.Name, StringComparer.Ordinal)
            .FirstOrDefault();
        return nearest.Name is { } name ? $" Did you mean '{name}'?" : "";
    }

    /// <summary>The names of the options that a command takes, those of the commands above it included.</summary>
    public static IEnumerable<string> OptionsInReach(this Command command) => command.Options.Select(option => option.Name)
        .Concat(command.Parents.OfType<Command>().SelectMany(parent => parent.Options.Where(option => option.Recursive).Select(option => option.Name)));
}
