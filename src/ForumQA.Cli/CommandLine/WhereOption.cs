using System.CommandLine;
using System.CommandLine.Parsing;

namespace ForumQA.Cli.CommandLine;

/// <summary>The option <c>--where name=value</c>, which may be given several times.</summary>
internal sealed class WhereOption
{
    private readonly Option<string[]> _option;

    /// <param name="description">What the option does for its command.</param>
    public WhereOption(string description)
    {
        _option = new Option<string[]>("--where") { Description = description, HelpName = "name=value" };
        _option.Validators.Add(RequirePairs);
    }

    public void AddTo(Command command) => command.Add(_option);

    /// <summary>The values by their names; empty when the option is not given.</summary>
    public IReadOnlyDictionary<string, string> Read(ParseResult result) =>
        (result.GetValue(_option) ?? []).Select(Split).ToDictionary(pair => pair.Name, pair => pair.Value, StringComparer.OrdinalIgnoreCase);

    private static void RequirePairs(OptionResult result)
    {
        var pairs = result.Tokens.Select(token => Split(token.Value)).ToList();
        if (pairs.Any(pair => pair.Name.Length == 0))
        {
            result.AddError("--where takes a name and a value, as in --where event=17th.");
        }
        else if (pairs.DistinctBy(pair => pair.Name, StringComparer.OrdinalIgnoreCase).Count() < pairs.Count)
        {
            result.AddError("--where takes each name once; a document has one value under a name.");
        }
    }

    private static (string Name, string Value) Split(string pair) =>
        pair.IndexOf('=', StringComparison.Ordinal) is var at and > 0 ? (pair[..at].Trim(), pair[(at + 1)..].Trim()) : ("", "");
}
