using ForumQA.Ingestion;
using ForumQA.Storage;
using Microsoft.Extensions.Configuration;

namespace ForumQA.Cli.Configuration;

/// <summary>Puts the configuration together, weakest first: the user's file, the current folder's file, environment, options.</summary>
internal static class ShellConfiguration
{
    public const string FileName = "forumqa.json";

    public const string EnvironmentPrefix = "FORUMQA_";

    /// <exception cref="ForumQAException">A configuration file is missing or cannot be read.</exception>
    public static IConfiguration Build(ShellSettings settings)
    {
        var builder = new ConfigurationBuilder();
        if (settings.ConfigurationFile is { } file)
        {
            RequireFile(file);
            AddFile(builder, file);
        }
        else
        {
            AddFile(builder, UserFile);
            AddFile(builder, FileName);
        }

        builder.AddEnvironmentVariables(EnvironmentPrefix);
        builder.AddInMemoryCollection(Options(settings));
        try
        {
            return builder.Build();
        }
        catch (Exception e) when (e is InvalidDataException or FormatException or IOException or UnauthorizedAccessException)
        {
            throw new ForumQAException(
                "configuration-unreadable", $"{e.Message} {e.GetBaseException().Message} Correct the file, or name another one with --config.", e);
        }
    }

    // Empty where there is no home folder, as in some containers; the file is then looked for in the current folder only.
    private static string UserFile => Path.Combine(
        Environment.GetFolderPath(Environment.SpecialFolder.ApplicationData, Environment.SpecialFolderOption.DoNotVerify), "forumqa", FileName);

    private static void RequireFile(string file)
    {
        if (!File.Exists(file))
        {
            throw new ForumQAException(
                "configuration-missing", $"There is no configuration file '{file}'. Correct --config, or leave it out to use {FileName} of the current folder.");
        }
    }

    private static void AddFile(ConfigurationBuilder builder, string file) =>
        builder.AddJsonFile(Path.GetFullPath(file), optional: true, reloadOnChange: false);

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
        }

        return options;
    }
}
