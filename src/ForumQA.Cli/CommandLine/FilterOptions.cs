using System.CommandLine;
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

    private readonly WhereOption _where = new("Ask only documents with this metadata, such as event=\"17th Forum\"; may be given several times");

    public void AddTo(Command command)
    {
        command.Add(_documents);
        _where.AddTo(command);
    }

    /// <summary>Null when no option narrows anything.</summary>
    public CorpusFilter? Read(ParseResult result)
    {
        var documents = result.GetValue(_documents) ?? [];
        var metadata = _where.Read(result);
        return documents.Length + metadata.Count == 0 ? null : new CorpusFilter { Documents = documents, Metadata = metadata };
    }
}
