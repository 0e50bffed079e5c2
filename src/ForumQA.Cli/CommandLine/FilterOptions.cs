using System.CommandLine;
using System.CommandLine.Parsing;
using ForumQA.Retrieval;

namespace ForumQA.Cli.CommandLine;

/// <summary>The options that narrow a question to some of the documents.</summary>
internal sealed class FilterOptions
{
    private readonly Option<string[]> _documents = new("--document")
    {
        Description = "Ask only this document, by its path in the corpus; may be given several times",
        HelpName = "path",
    };

    private readonly Option<string[]> _metadata = new("--where")
    {
        Description = "Ask only documents with this metadata, such as event=\"17th Forum\"; may be given several times",
        HelpName = "name=value",
    };

    public FilterOptions() => _metadata.Validators.Add(RequirePairs);

    public void AddTo(Command command)
    {
        command.Add(_documents);
        command.Add(_metadata);
    }

    /// <summary>Null when no option narrows anything.</summary>
    public CorpusFilter? Read(ParseResult result)
    {
        var documents = result.GetValue(_documents) ?? [];
        var metadata = (result.GetValue(_metadata) ?? []).Select(Split).ToDictionary(pair => pair.Name, pair => pair.Value, StringComparer.OrdinalIgnoreCase);
        return documents.Length + metadata.Count == 0 ? null : new CorpusFilter { Documents = documents, Metadata = metadata };
    }

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
