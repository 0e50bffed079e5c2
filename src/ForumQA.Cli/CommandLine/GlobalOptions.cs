using System.CommandLine;
using ForumQA.Cli.Configuration;

namespace ForumQA.Cli.CommandLine;

/// <summary>The options that every command takes.</summary>
internal sealed class GlobalOptions
{
    private readonly Option<string> _corpus = new("--corpus")
    {
        Description = "Folder or file with the documents. Default: seeds",
        HelpName = "path",
        Recursive = true,
    };

    private readonly Option<string> _index = new("--index")
    {
        Description = "Index file, or postgres://user@host/database?schema=name. Default: a file for each corpus, in your data folder",
        HelpName = "file|address",
        Recursive = true,
    };

    private readonly Option<string> _config = new("--config")
    {
        Description = "Configuration file, in place of forumqa.json",
        HelpName = "file",
        Recursive = true,
    };

    private readonly Option<bool> _json = new("--json") { Description = "Print JSON", Recursive = true };

    private readonly Option<bool> _noSync = new("--no-sync")
    {
        Description = "Use the index as it is, without looking for changed documents",
        Recursive = true,
    };

    private readonly Option<bool> _noColor = new("--no-color") { Description = "Print plain text, as with NO_COLOR", Recursive = true };

    private readonly Option<bool> _verbose = new("--verbose") { Description = "Show where a bug happened", Recursive = true };

    public void AddTo(Command command)
    {
        foreach (var option in new Option[] { _corpus, _index, _config, _json, _noSync, _noColor, _verbose })
        {
            command.Add(option);
        }
    }

    public ShellSettings Read(ParseResult result) => new()
    {
        Corpus = result.GetValue(_corpus),
        Index = result.GetValue(_index),
        ConfigurationFile = result.GetValue(_config),
        Json = result.GetValue(_json),
        NoSync = result.GetValue(_noSync),
        NoColor = result.GetValue(_noColor),
        Verbose = result.GetValue(_verbose),
    };
}
