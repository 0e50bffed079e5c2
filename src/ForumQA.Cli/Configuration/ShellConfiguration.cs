using ForumQA.Hosting.Configuration;
using ForumQA.Ingestion;
using ForumQA.Storage;
using Microsoft.Extensions.Configuration;

namespace ForumQA.Cli.Configuration;

/// <summary>Puts the configuration together, weakest first: the user's file, the current folder's file, environment, options.</summary>
internal static class ShellConfiguration
{
    /// <exception cref="ForumQAException">A configuration file is missing or cannot be read.</exception>
    public static IConfiguration Build(ShellSettings settings)
    {
        var builder = new ConfigurationBuilder();
        if (settings.ConfigurationFile is { } file)
        {
            RequireFile(file);
            builder.AddForumQAFile(file);
        }
        else
        {
            builder.AddForumQAFiles();
        }

        builder.AddForumQAEnvironment();
        builder.AddInMemoryCollection(Options(settings));
        try
        {
            return builder.Build();
        }
        catch (Exception e) when (ConfigurationFiles.Explain(e) is { } expected)
        {
            throw expected;
        }
    }

    private static void RequireFile(string file)
    {
        if (!File.Exists(file))
        {
            throw new ForumQAException(
                "configuration-missing", $"There is no configuration file '{file}'. Correct --config, or leave it out to use {ConfigurationFiles.FileName} of the current folder.");
        }
    }

    private static Dictionary<string, string?> Options(ShellSettings settings)
    {
        var options = new Dictionary<string, string?>();
        if (settings.Corpus is not null)
        {
            options[$"{CorpusOptions.SectionName}:{nameof(CorpusOptions.Path)}"] = settings.Corpus;
        }

        if (settings.Index is not null)
        {
            options[$"{IndexOptions.SectionName}:{nameof(IndexOptions.Path)}"] = settings.Index;

            // A database that a file configures gives way to the option.
            options[$"{IndexOptions.SectionName}:{nameof(IndexOptions.Connection)}"] = "";
        }

        return options;
    }
}
