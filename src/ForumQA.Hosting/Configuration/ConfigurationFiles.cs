using Microsoft.Extensions.Configuration;

namespace ForumQA.Hosting.Configuration;

/// <summary>Where every shell finds its configuration, weakest first: the user's file, the current folder's file, the environment.</summary>
public static class ConfigurationFiles
{
    /// <summary>The name of a configuration file: <c>forumqa.json</c>.</summary>
    public const string FileName = "forumqa.json";

    /// <summary>What the names of environment variables begin with: <c>FORUMQA_</c>.</summary>
    public const string EnvironmentPrefix = "FORUMQA_";

    /// <summary>Adds the user's file and the current folder's file; either may be missing.</summary>
    /// <param name="builder">The configuration.</param>
    public static IConfigurationBuilder AddForumQAFiles(this IConfigurationBuilder builder) =>
        builder.AddForumQAFile(UserFile).AddForumQAFile(FileName);

    /// <summary>Adds a file, which may be missing.</summary>
    /// <param name="builder">The configuration.</param>
    /// <param name="file">The file, relative to the current folder.</param>
    public static IConfigurationBuilder AddForumQAFile(this IConfigurationBuilder builder, string file) =>
        builder.AddJsonFile(Path.GetFullPath(file), optional: true, reloadOnChange: false);

    /// <summary>Adds the environment variables that begin with <see cref="EnvironmentPrefix"/>.</summary>
    /// <param name="builder">The configuration.</param>
    public static IConfigurationBuilder AddForumQAEnvironment(this IConfigurationBuilder builder) =>
        builder.AddEnvironmentVariables(EnvironmentPrefix);

    /// <summary>What an exception thrown while the files were read means to a user; null when it is another failure.</summary>
    /// <param name="e">The exception.</param>
    public static ForumQAException? Explain(Exception e)
    {
        ArgumentNullException.ThrowIfNull(e);
        return e is InvalidDataException or FormatException or IOException or UnauthorizedAccessException
            ? new ForumQAException("configuration-unreadable", $"{e.Message} {e.GetBaseException().Message} Correct the file, or name another one with --config.", e)
            : null;
    }

    /// <summary>The user's folder for what belongs to ForumQA, such as <c>~/.config/forumqa</c>; in full, and not always there.</summary>
    // Where there is no home folder, as in some containers, it is one in the current folder.
    internal static string UserFolder => Path.GetFullPath(Path.Combine(
        Environment.GetFolderPath(Environment.SpecialFolder.ApplicationData, Environment.SpecialFolderOption.DoNotVerify), "forumqa"));

    private static string UserFile => Path.Combine(UserFolder, FileName);
}
