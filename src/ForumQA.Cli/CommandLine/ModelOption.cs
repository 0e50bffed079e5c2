using System.CommandLine;

namespace ForumQA.Cli.CommandLine;

/// <summary>The option that chooses among the language models that are configured.</summary>
internal static class ModelOption
{
    public static Option<string> Create() => new("--model")
    {
        Description = "The language model that writes, one of Chat:Model and Chat:Models; by default the first",
        HelpName = "name",
    };
}
