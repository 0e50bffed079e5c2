using System.CommandLine;
using System.Globalization;
using ForumQA.Cli.CommandLine;
using ForumQA.Cli.Json;
using ForumQA.Cli.Terminals;
using ForumQA.Hosting.Access;

namespace ForumQA.Cli.Keys;

/// <summary><c>forumqa key</c>: makes, lists and revokes the keys of the web service.</summary>
internal static class KeyCommand
{
    private static readonly Dictionary<string, ApiScopes> Scopes = new() { ["ask"] = ApiScopes.Ask, ["manage"] = ApiScopes.Manage };

    public static Command Create(CommandRunner runner) => new("key", "Make, list and revoke keys of the web service")
    {
        CreateAdd(runner),
        CreateList(runner),
        CreateRemove(runner),
    };

    private static Command CreateAdd(CommandRunner runner)
    {
        var name = new Argument<string>("name") { Description = "What it is called: letters, digits, dots, hyphens, underscores" };
        var scope = new Option<string>("--scope")
        {
            Description = "ask: questions and reading; manage: uploads, deletions and indexing too",
            DefaultValueFactory = _ => "ask",
        };
        scope.AcceptOnlyFromAmong([.. Scopes.Keys]);
        var where = new WhereOption("Show only documents with this metadata, such as team=sales; may be given several times");
        var command = new Command("add", "Make a key and show it once") { name, scope };
        where.AddTo(command);
        command.SetAction((result, cancellationToken) => runner.RunAsync(
            result, (shell, _) => Task.FromResult(Add(shell, result.GetRequiredValue(name), Scopes[result.GetRequiredValue(scope)], where.Read(result))), cancellationToken));
        return command;
    }

    private static Command CreateList(CommandRunner runner)
    {
        var command = new Command("list", "List the keys");
        command.SetAction((result, cancellationToken) => runner.RunAsync(result, (shell, _) => Task.FromResult(List(shell)), cancellationToken));
        return command;
    }

    private static Command CreateRemove(CommandRunner runner)
    {
        var name = new Argument<string>("name") { Description = "The key's name" };
        var command = new Command("remove", "Revoke a key") { name };
        command.SetAction((result, cancellationToken) => runner.RunAsync(
            result, (shell, _) => Task.FromResult(Remove(shell, result.GetRequiredValue(name))), cancellationToken));
        return command;
    }

    private static int Add(Shell shell, string name, ApiScopes scopes, IReadOnlyDictionary<string, string> metadata)
    {
        var where = metadata.Count == 0 ? null : metadata;
        var key = shell.Get<ApiKeyFile>().Add(name, scopes, where);
        if (shell.Settings.Json)
        {
            JsonOutput.Write(shell.Terminal.Output, new NewKeyJson(name, scopes, where, key, ApiKey.HashOf(key)));
            return ExitCode.Done;
        }

        // The key alone on standard output, so that it can be piped to where it is needed.
        shell.Notices.WriteLine("This is shown once; only its hash is kept. Clients send it as 'Authorization: Bearer KEY'.", Ink.Muted);
        shell.Notices.Flush();
        shell.Terminal.Output.Write(key + "\n");
        return ExitCode.Done;
    }

    private static int List(Shell shell)
    {
        var keys = shell.Get<ApiKeyFile>().Read();
        if (shell.Settings.Json)
        {
            JsonOutput.Write(shell.Terminal.Output, new KeyListJson([.. keys.Select(key => new KeyJson(key.Name, key.Scopes, key.Where, key.CreatedAt))]));
            return ExitCode.Done;
        }

        foreach (var key in keys)
        {
            shell.Screen.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"{key.Name,-24}  {(key.Scopes == ApiScopes.Manage ? "manage" : "ask"),-6}  {key.CreatedAt:yyyy-MM-dd}  {Describe(key.Where)}").TrimEnd());
        }

        if (keys.Count == 0)
        {
            shell.Notices.WriteLine("There are no keys. To make one, run: forumqa key add NAME");
            shell.Notices.Flush();
        }

        shell.Screen.Flush();
        return ExitCode.Done;
    }

    private static string Describe(IReadOnlyDictionary<string, string>? where) => string.Join(' ', (where ?? new Dictionary<string, string>()).Select(pair => $"{pair.Key}={pair.Value}"));

    private static int Remove(Shell shell, string name)
    {
        shell.Get<ApiKeyFile>().Remove(name);
        shell.Notices.WriteLine($"The key '{name}' is revoked; a running service refuses it from now on.");
        shell.Notices.Flush();
        return ExitCode.Done;
    }
}
