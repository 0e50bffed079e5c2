using ForumQA.Storage;

namespace ForumQA.Cli.Configuration;

/// <summary>Makes the commands that messages name work as they are: with the corpus and the index that this command was given.</summary>
internal sealed class Remedies(ShellSettings settings)
{
    private static readonly string[] Commands = ["forumqa index", "forumqa calibrate"];

    private readonly string _options = Option("--corpus", settings.Corpus) + Option("--index", WithoutPassword(settings.Index)) + Option("--config", settings.ConfigurationFile);

    /// <summary>The message with what is missing in its commands.</summary>
    public string Complete(string message) =>
        Commands.Aggregate(message, (completed, command) => completed.Replace(command, command + _options, StringComparison.Ordinal));

    /// <summary>A path as a shell takes it for one word.</summary>
    public static string Quote(string path) =>
        path.Length > 0 && path.All(letter => char.IsLetterOrDigit(letter) || "/\\._-~:@+,=".Contains(letter, StringComparison.Ordinal)) ? path
        : OperatingSystem.IsWindows() ? $"\"{path}\""
        : $"'{path.Replace("'", "'\\''", StringComparison.Ordinal)}'";

    /// <summary>Messages are kept in logs: whoever runs the command gives the password as before, or in PGPASSWORD.</summary>
    private static string? WithoutPassword(string? index) =>
        index is not null && IndexOptions.IsAddress(index) && Uri.TryCreate(index, UriKind.Absolute, out var address) && address.UserInfo.Contains(':', StringComparison.Ordinal)
            ? index.Replace($"{address.UserInfo}@", $"{address.UserInfo.Split(':')[0]}@", StringComparison.Ordinal)
            : index;

    private static string Option(string name, string? value) => value is null ? "" : $" {name} {Quote(value)}";
}
